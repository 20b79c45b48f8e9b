import type { Connector, Pushed } from '#main/connectors/contract.ts';
import { type AnyConnectorDefinition, defineConnector } from '#main/connectors/contract.ts';
import type { Rows } from '#shared/domain/batch.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { capabilitiesWith } from '../../support/capabilities.ts';
import { ME } from './generated-desk.ts';
import type { LivingDesk } from './living-desk.ts';

export const CONNECTOR_ID = 'bench';
const NEVER_MS = 24 * 60 * 60_000;

const capabilities = capabilitiesWith({
  tombstones: 'none',
  precondition: 'none',
  dedupe: { reply: 'key', note: 'key', update: 'key', create: 'key', forward: 'none' },
  lateEffectMs: 0,
  budget: { requests: 1_000_000, perMs: 60_000 },
  // Nothing moves while something is measured, but when it is asked for.
  pollMs: { desk: NEVER_MS, tickets: NEVER_MS, articles: NEVER_MS, ratings: NEVER_MS },
  streams: ['desk', 'tickets', 'articles'],
  actions: ['reply', 'note', 'update'],
  conversations: 'inPull',
});

/**
 * A helpdesk in the program's own memory: it answers at once, so that what is measured is Holdfast. `opened` resolves when the
 * first page may be handed over.
 */
export const benchConnector = (desk: LivingDesk, opened: Promise<void>): AnyConnectorDefinition =>
  defineConnector({
    id: CONNECTOR_ID,
    configSchema: z.object({}),
    secretsSchema: z.object({}),
    form: [],
    host: () => 'bench.example',
    authorize: async () => ok({}),
    create: () => createConnector(desk, opened),
  });

const createConnector = (desk: LivingDesk, opened: Promise<void>): Connector => ({
  capabilities,
  whoAmI: async () => ok(ME),
  async pull(stream, cursor) {
    await opened;
    return ok(desk.page(stream, cursor));
  },
  async conversation(remoteId) {
    const rows = desk.conversation(remoteId);
    return rows ? ok(rows) : notFound;
  },
  async push(entry, _version, _options, along = []) {
    const rows = desk.push([entry, ...along]);
    return rows ? ok(pushedOf(entry, rows)) : notFound;
  },
  async readBack(entry) {
    const rows = desk.has(entry.id) ? desk.conversation(entry.ticketRemoteId ?? '') : null;
    return ok(rows ? { found: 'yes', pushed: pushedOf(entry, rows) } : { found: 'no' });
  },
  merge: async () => notFound,
  mergeEnded: async () => notFound,
  macroFiles: async () => notFound,
  attachment: async () => notFound,
});

const notFound = err({ code: 'notFound', detail: 'no such thing' } as const);

const pushedOf = (entry: OutboxEntry, rows: Rows): Pushed => ({
  ticketRemoteId: entry.ticketRemoteId ?? '',
  messageRemoteId: rows.messages.find(({ clientId }) => clientId === entry.id)?.remoteId ?? null,
  rows,
});
