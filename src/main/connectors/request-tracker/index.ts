import {
  type AnyConnectorDefinition,
  type Capabilities,
  type Connector,
  defineConnector,
} from '#main/connectors/contract.ts';
import { noRows } from '#shared/domain/batch.ts';
import { err, ok } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { pullArticles } from './articles.ts';
import { createClient, nonsense } from './client.ts';
import {
  authorizationOf,
  configSchema,
  form,
  ownUserKey,
  type RequestTrackerConfig,
  type RequestTrackerSecrets,
  secretsSchema,
} from './config.ts';
import { createDesk } from './desk.ts';
import { createFeed } from './feed.ts';
import { createKnown } from './known.ts';
import { mergeTicket } from './merge.ts';
import { createTicketReader } from './read-tickets.ts';
import { createWriter } from './write.ts';

/** `$MaxAttachmentSize` in Debian's RT_Config.pm, which RT's own form goes by. REST 2.0 does not tell another that a desk has set. */
const FILE_BYTES = 10 * 1024 * 1024;

const CAPABILITIES: Capabilities = {
  delta: 'cursor',
  tombstones: 'inline',
  precondition: 'etag',
  // Messages carry their entry's id where only Request Tracker keeps it; a field that was set twice was set once.
  dedupe: { reply: 'marker', note: 'marker', create: 'marker', update: 'contentMatch', forward: 'none' },
  consistencyMs: 0,
  // Its server works off what it has received even when nobody waits for the answer.
  lateEffectMs: 15_000,
  budget: { requests: 600, perMs: 60_000 },
  pollMs: { desk: 30 * 60_000, tickets: 5_000, articles: 15 * 60_000, ratings: 24 * 3600_000 },
  streams: ['desk', 'tickets', 'articles'],
  actions: ['reply', 'note', 'update', 'create'],
  abilities: {
    merge: 'plain',
    links: ['refers', 'depends'],
    followers: true,
    limits: { fileBytes: FILE_BYTES, messageBytes: null },
    // RT forwards from its pages alone: of what REST 2.0 takes for a ticket (`REST2/Resource/Message.pm`) nothing does.
    forward: 'no',
  },
  presence: 'none',
  conversations: 'inPull',
};

const attachmentWire = z.looseObject({ ContentType: z.string().nullish(), Content: z.string().nullish() });

/** Best Practical's Request Tracker 5 by its REST 2.0. */
export const requestTracker: AnyConnectorDefinition = defineConnector<RequestTrackerConfig, RequestTrackerSecrets>({
  id: 'request-tracker',
  configSchema,
  secretsSchema,
  form,
  host: (config) => new URL(config.url).host,
  authorize: async (_config, secrets) => ok(secrets),
  create: (config, secrets, ports, me): Connector => {
    const client = createClient(config.url, authorizationOf(config, secrets), ports);
    let own = me;
    const known = createKnown(client, ports.now);
    const reader = createTicketReader(client, known, config.url);
    const desk = createDesk(client, known, () => own);
    const pullTickets = createFeed(client, reader, known, ports.now);
    const writer = createWriter(client, reader, desk, ports, async () => own?.remoteId ?? null);
    return {
      capabilities: CAPABILITIES,
      whoAmI: async (call) => {
        const found = await desk.whoAmI(ownUserKey(config, secrets), call);
        if (found.ok) own = found.value;
        return found;
      },
      pull: async (stream, cursor, call) => {
        if (stream === 'tickets') return pullTickets(cursor, call);
        if (stream === 'desk') return desk.pull(cursor, call);
        if (stream === 'articles') return pullArticles(client, config.url, cursor, call);
        return ok({ rows: noRows(), cursor: '', more: false, remaining: 0 });
      },
      conversation: (ticketRemoteId, call) => reader.whole([ticketRemoteId], call),
      push: writer.push,
      readBack: writer.readBack,
      merge: (request, call) => mergeTicket(client, reader, request, call),
      mergeEnded: async () => ok(true),
      // It has no macros.
      macroFiles: async () => ok([]),
      attachment: async (_ticket, attachmentRemoteId, call) => {
        const answer = await client.read(`attachment/${encodeURIComponent(attachmentRemoteId)}`, {}, call);
        if (!answer.ok) return answer;
        const parsed = attachmentWire.safeParse(answer.value.body);
        if (!parsed.success) return err(nonsense(answer.value.status, 'not an attachment'));
        return ok({
          mimeType: parsed.data.ContentType || 'application/octet-stream',
          bytes: new Uint8Array(Buffer.from(parsed.data.Content ?? '', 'base64')),
        });
      },
    };
  },
});
