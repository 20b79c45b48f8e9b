import type { CallOptions, Capabilities, Connector } from '#main/connectors/contract.ts';
import { defineConnector } from '#main/connectors/contract.ts';
import type { Identity } from '#shared/domain/account.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Account } from './account.ts';
import { openAccountFacts } from './account-facts.ts';
import { readAttachment } from './attachment.ts';
import { type Client, openClient } from './client.ts';
import { type Config, configSchema, form, type Secrets, secretsSchema } from './config.ts';
import { readConversation } from './conversation.ts';
import { readWhole } from './list-pages.ts';
import { readMacroFiles } from './macro-files.ts';
import { groupIdsOf } from './map-ticket.ts';
import { beginMerge, hasMergeEnded } from './merge.ts';
import { openPace } from './pace.ts';
import { pullArticles } from './pull-articles.ts';
import { activeViews } from './pull-changes.ts';
import { pullDesk } from './pull-desk.ts';
import { pullRatings } from './pull-ratings.ts';
import { type ExportShelf, pullTickets } from './pull-tickets.ts';
import { pushEntry, readBackEntry } from './push.ts';
import { openSideConversations } from './side-conversations.ts';
import { authorize, openAuthorizer } from './sign-in.ts';
import { membershipSchema, userSchema } from './wire.ts';
import { settingsSchema } from './wire-side-conversation.ts';

const MINUTE_MS = 60_000;
// Zendesk's limits a minute are ten exports an account and five executions of a view an agent: half is for others.
const EXPORTS = 5;
const VIEW_EXECUTIONS = 2;
// All agents of an account share a hundred searches a minute.
const SEARCHES = 2;
const VIEWS_KEPT_MS = 10 * MINUTE_MS;
// What Zendesk documents for one attachment of a comment; for all of a comment together it documents nothing.
const FILE_BYTES = 50_000_000;

const capabilitiesFor = (administrator: boolean): Capabilities => ({
  delta: administrator ? 'cursor' : 'search',
  tombstones: administrator ? 'inline' : 'list',
  precondition: 'stamp',
  dedupe: { reply: 'metadata', note: 'metadata', update: 'metadata', create: 'key', forward: 'metadata' },
  consistencyMs: 0,
  // Zendesk gives a request up after a minute.
  lateEffectMs: MINUTE_MS,
  // The smallest plan's.
  budget: { requests: 200, perMs: MINUTE_MS },
  pollMs: { tickets: 8_000, desk: 15 * MINUTE_MS, articles: 15 * MINUTE_MS, ratings: 10 * MINUTE_MS },
  streams: administrator ? ['desk', 'tickets', 'articles', 'ratings'] : ['desk', 'tickets', 'articles'],
  actions: ['reply', 'note', 'update', 'create', 'forward'],
  abilities: {
    merge: 'noted',
    links: ['problem'],
    followers: true,
    limits: { fileBytes: FILE_BYTES, messageBytes: null },
    forward: 'yes',
  },
  presence: 'none',
  conversations: 'perTicket',
});

async function whoAmI(client: Client, options: CallOptions): Promise<Result<Identity, Failure>> {
  const answer = await client.get('/api/v2/users/me', z.looseObject({ user: z.unknown() }), options);
  if (!answer.ok) return answer;
  const parsed = userSchema.safeParse(answer.value.user);
  // Without a valid token Zendesk answers as to an anonymous visitor, whose id is null.
  if (!parsed.success) return err({ code: 'unauthorized', detail: 'the helpdesk does not know who this is' });
  const user = parsed.data;
  if (user.role === 'end-user') return err({ code: 'forbidden', reasons: [], detail: 'a customer, not an agent' });
  const memberships = await readWhole(
    client,
    `/api/v2/users/${user.id}/group_memberships`,
    'group_memberships',
    membershipSchema,
    'membership',
    [],
    options,
  );
  if (!memberships.ok) return memberships;
  // Who cannot be told of the settings is told when something is forwarded.
  const settings = await client.get('/api/v2/account/settings', settingsSchema, options);
  const forwards = settings.ok ? settings.value.settings.side_conversations?.email_channel : undefined;
  return ok({
    remoteId: String(user.id),
    name: user.name,
    email: user.email,
    administrator: user.role === 'admin',
    groupIds: groupIdsOf(user, memberships.value),
    ...(forwards === undefined ? {} : { forwards }),
  });
}

/** Zendesk, and whatever speaks its API, such as the practice desk. */
export const zendesk = defineConnector<Config, Secrets>({
  id: 'zendesk',
  configSchema,
  secretsSchema,
  form,
  host: (config) => new URL(config.url).host,
  authorize,
  create: (config, secrets, ports, me): Connector => {
    const client = openClient(config.url, openAuthorizer(config, secrets, ports), ports);
    const paces = new Map<string, ReturnType<typeof openPace>>();
    const shelf: ExportShelf = { page: null };
    let views: { readonly ids: readonly string[]; readonly at: number } | null = null;
    const account: Account = {
      client,
      facts: openAccountFacts(client, ports.now),
      side: openSideConversations(client, ports.now, me?.forwards ?? true),
      me,
      administrator: me?.administrator ?? false,
      searches: openPace(ports.now, SEARCHES, MINUTE_MS),
      exports: openPace(ports.now, EXPORTS, MINUTE_MS),
      views: (id) => {
        const pace = paces.get(id) ?? openPace(ports.now, VIEW_EXECUTIONS, MINUTE_MS);
        paces.set(id, pace);
        return pace;
      },
      activeViews: async (options) => {
        if (views !== null && ports.now() - views.at < VIEWS_KEPT_MS) return views.ids;
        views = { ids: await activeViews({ client }, options), at: ports.now() };
        return views.ids;
      },
      now: ports.now,
      log: ports.log,
    };
    return {
      capabilities: capabilitiesFor(account.administrator),
      whoAmI: (options) => whoAmI(client, options),
      pull: (stream, cursor, options) => {
        if (stream === 'tickets') return pullTickets(account, shelf, cursor, options);
        if (stream === 'articles') return pullArticles(account, cursor, options);
        if (stream === 'ratings') return pullRatings(account, cursor, options);
        return pullDesk(account, options);
      },
      conversation: async (id, options) => {
        const read = await readConversation(account, id, options);
        if (!read.ok) return read;
        const { rows } = read.value;
        // An agent who looks at a ticket, or writes on it, sees what was said beside it; reading ahead need not cost that.
        if (options.lane === 'agent' && rows.conversations.length > 0)
          rows.messages.push(...(await account.side.read(id, options)));
        return ok(rows);
      },
      push: (entry, version, options, along = []) => pushEntry(account, { entry, along, version }, ports.file, options),
      readBack: (entry, _before, options) => readBackEntry(account, entry, options),
      merge: (request, options) => beginMerge(account, request, options),
      mergeEnded: (job, options) => hasMergeEnded(client, job, options),
      macroFiles: (macroId, options) => readMacroFiles(client, macroId, options),
      attachment: (_ticketId, attachmentId, options) => readAttachment(client, attachmentId, options),
    };
  },
});
