import type {
  CallOptions,
  Capabilities,
  Connector,
  ConnectorPorts,
  Pushed,
  ReadBack,
} from '#main/connectors/contract.ts';
import { type AnyConnectorDefinition, defineConnector } from '#main/connectors/contract.ts';
import { failureOfStatus, failureOfThrown, type Intent } from '#main/connectors/http.ts';
import { identitySchema } from '#shared/domain/account.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import { type Message, messageSchema, type TicketEvent, ticketEventSchema } from '#shared/domain/conversation.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { removalSchema, ticketSchema } from '#shared/domain/ticket.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';

const PAGE = 4;
const ORIGIN = 'https://helpdesk.example';

const ticketBody = z.object({
  ticket: ticketSchema,
  messages: z.array(messageSchema),
  events: z.array(ticketEventSchema),
  marks: z.array(z.string()),
  messageRemoteId: z.string().nullable().optional(),
  /** Of one ticket alone; lists tell none. */
  forwards: z.array(messageSchema).optional(),
});
type TicketBody = z.infer<typeof ticketBody>;
const conversationBody = z.union([ticketBody, z.object({ removal: removalSchema })]);
const listBody = z.object({
  items: z.array(z.union([ticketBody, z.object({ removal: removalSchema })])),
  next: z.string(),
  remaining: z.number(),
});
const forwardedBody = z.object({ message: messageSchema });
const foundBody = z.object({ tickets: z.array(ticketBody) });
const removedBody = z.object({ removals: z.array(removalSchema), next: z.string() });
const cursorSchema = z.object({ changes: z.string(), removed: z.string() });

/** The connector of the modelled helpdesk: small, and by the contract as any other. */
export const modelConnector = (capabilities: Capabilities): AnyConnectorDefinition =>
  defineConnector({
    id: 'model',
    configSchema: z.object({}),
    secretsSchema: z.object({ token: z.string() }),
    form: [],
    host: () => 'helpdesk.example',
    authorize: async (_config, secrets) => ok({ token: secrets['token'] ?? '' }),
    create: (_config, _secrets, ports) => createConnector(capabilities, ports),
  });

function createConnector(capabilities: Capabilities, ports: ConnectorPorts): Connector {
  const ask = async <Value>(
    schema: z.ZodType<Value>,
    path: string,
    options: CallOptions,
    written?: { readonly entries: readonly OutboxEntry[]; readonly version: string | null },
  ): Promise<Result<Value, Failure>> => {
    const intent: Intent = written ? 'write' : 'read';
    try {
      const response = await ports.fetch(`${ORIGIN}${path}`, {
        ...options,
        method: written ? 'POST' : 'GET',
        ...(written && { body: JSON.stringify(written) }),
      });
      if (!response.ok) return err(failureOfStatus(response, intent, ports.now()));
      const body = await response.text();
      try {
        return ok(schema.parse(JSON.parse(body)));
      } catch {
        // A write whose answer cannot be read has most likely been done.
        if (intent === 'write') return err({ code: 'unknownOutcome', detail: 'nonsense' });
        return err({ code: 'server', status: 200, nonsense: true, detail: 'nonsense' });
      }
    } catch (thrown) {
      return err(failureOfThrown(thrown, intent));
    }
  };

  const read = async (remoteId: string, options: CallOptions): Promise<Result<TicketBody | Rows, Failure>> => {
    const body = await ask(conversationBody, `/tickets/${remoteId}`, options);
    if (!body.ok) return body;
    return ok('removal' in body.value ? { ...noRows(), removals: [body.value.removal] } : body.value);
  };
  const pushedOf = (body: TicketBody, entry: OutboxEntry): Pushed => ({
    ticketRemoteId: body.ticket.remoteId,
    messageRemoteId:
      body.messageRemoteId ?? body.messages.find(({ clientId }) => clientId === entry.id)?.remoteId ?? null,
    rows: conversationRows([body]),
  });

  const forwardOf = (message: Message): Pushed => ({
    ticketRemoteId: message.ticketRemoteId,
    messageRemoteId: message.remoteId,
    rows: { ...noRows(), messages: [message] },
  });
  const readBackForward = (forwards: readonly Message[], entry: OutboxEntry): Result<ReadBack, Failure> => {
    const { action, base } = entry;
    if (action.kind !== 'forward') return ok({ found: 'no' });
    const same = forwards.filter(({ clientId, body, createdAt }) =>
      capabilities.dedupe.forward === 'contentMatch'
        ? body.content === action.words.markdown && createdAt >= (base.lastMessageAt ?? 0)
        : clientId === entry.id,
    );
    const [message, other] = same;
    if (!message) return ok({ found: 'no' });
    return ok(
      other && capabilities.dedupe.forward === 'contentMatch'
        ? { found: 'undecidable' }
        : { found: 'yes', pushed: forwardOf(message) },
    );
  };

  const readBackCreate = async (entry: OutboxEntry, options: CallOptions): Promise<Result<ReadBack, Failure>> => {
    const { action } = entry;
    if (action.kind !== 'create') return ok({ found: 'no' });
    const query = capabilities.dedupe.create === 'contentMatch' ? { subject: action.subject } : { mark: entry.id };
    const found = await ask(foundBody, `/find?${new URLSearchParams(query)}`, options);
    if (!found.ok) return found;
    const [body, other] = found.value.tickets;
    if (!body) return ok({ found: 'no' });
    return ok(other ? { found: 'undecidable' } : { found: 'yes', pushed: pushedOf(body, entry) });
  };

  return {
    capabilities,
    merge: async () => err({ code: 'rejected', reasons: [], detail: 'not in the model' }),
    mergeEnded: async () => ok(true),
    macroFiles: async () => ok([]),
    whoAmI: (options) => ask(identitySchema, '/me', options),

    async pull(_stream, cursor, options) {
      const at = cursor === null ? null : cursorSchema.parse(JSON.parse(cursor));
      const query = new URLSearchParams({ after: at?.changes ?? '', limit: String(PAGE) });
      const list = await ask(listBody, `/changes?${query}`, options);
      if (!list.ok) return list;
      const { items, next, remaining } = list.value;
      const bodies = items.filter((item) => 'ticket' in item);
      const rows =
        capabilities.conversations === 'inPull'
          ? conversationRows(bodies)
          : { ...noRows(), tickets: bodies.map(({ ticket }) => ticket) };
      let removed = at?.removed ?? '';
      rows.removals.push(...items.flatMap((item) => ('removal' in item ? [item.removal] : [])));
      if (remaining === 0 && (capabilities.tombstones === 'list' || capabilities.tombstones === 'log')) {
        const gone = await ask(removedBody, `/removed?${new URLSearchParams({ after: removed })}`, options);
        if (!gone.ok) return gone;
        rows.removals.push(...gone.value.removals);
        removed = gone.value.next;
      }
      return ok({ rows, cursor: JSON.stringify({ changes: next, removed }), more: remaining > 0, remaining });
    },

    async conversation(remoteId, options) {
      const body = await read(remoteId, options);
      if (!body.ok) return body;
      return ok('ticket' in body.value ? conversationRows([body.value]) : body.value);
    },

    async push(entry, version, options, along = []) {
      const path = entry.action.kind === 'create' ? '/tickets' : `/tickets/${entry.ticketRemoteId}`;
      if (entry.action.kind === 'forward') {
        const sent = await ask(forwardedBody, path, options, { entries: [entry], version: null });
        return sent.ok ? ok(forwardOf(sent.value.message)) : sent;
      }
      const conditional = capabilities.precondition === 'none' ? null : version;
      const body = await ask(ticketBody, path, options, {
        entries: [entry, ...along],
        version: conditional,
      });
      if (!body.ok) return body;
      const pushed = pushedOf(body.value, entry);
      if (entry.attempts < 2 || capabilities.dedupe[entry.action.kind] !== 'key') return ok(pushed);
      // A key that was known brings back the first answer, which may be old.
      const now = await read(body.value.ticket.remoteId, options);
      if (!now.ok) return ok({ ...pushed, rows: noRows() });
      return ok({ ...pushed, rows: 'ticket' in now.value ? conversationRows([now.value]) : now.value });
    },

    async readBack(entry, before, options) {
      if (entry.action.kind === 'create') return readBackCreate(entry, options);
      const body = await read(entry.ticketRemoteId ?? '', options);
      if (!body.ok) return body;
      if (!('ticket' in body.value)) return err({ code: 'notFound', detail: 'removed' });
      const { ticket, messages, events, marks, forwards = [] } = body.value;
      if (entry.action.kind === 'forward') return readBackForward(forwards, entry);
      const pushed = pushedOf(body.value, entry);
      if (capabilities.dedupe[entry.action.kind] !== 'contentMatch')
        return ok(marks.includes(entry.id) ? { found: 'yes', pushed } : { found: 'no' });
      const { action, base } = entry;
      if (action.kind === 'update') {
        const { status, priority, tagsAdded = [] } = action.changes;
        const isSet = (kind: 'status' | 'priority' | 'tags', value: string | null): boolean =>
          events.some(
            (event) =>
              event.actorId === 'me' && event.kind === kind && event.to === value && isSince(event, before?.version),
          );
        const isUpdated = (kind: 'status' | 'priority', value: string | null | undefined): boolean =>
          value === undefined || value === ticket[kind] || value === before?.[kind] || isSet(kind, value);
        const isDone =
          isUpdated('status', status) &&
          isUpdated('priority', priority) &&
          tagsAdded.every((tag) => ticket.tags.includes(tag) || isSet('tags', tag));
        return ok(isDone ? { found: 'yes', pushed } : { found: 'no' });
      }
      const same = messages.filter(
        (message) =>
          message.authorId === 'me' &&
          message.remoteId !== base.lastMessageRemoteId &&
          message.createdAt >= (base.lastMessageAt ?? 0) &&
          message.body.content === action.words.markdown,
      );
      if (same.length === 0) return ok({ found: 'no' });
      if (same.length > 1) return ok({ found: 'undecidable' });
      return ok({ found: 'yes', pushed: { ...pushed, messageRemoteId: same[0]?.remoteId ?? null } });
    },

    attachment: async () => err({ code: 'notFound', detail: 'none' }),
  };
}

/** Its events' ids begin with the version that they made. */
const isSince = ({ remoteId }: TicketEvent, version = ''): boolean =>
  version !== '' && Number.parseInt(remoteId.slice(1), 10) > Number(version);

const conversationRows = (bodies: readonly TicketBody[]): Rows => ({
  ...noRows(),
  tickets: bodies.map(({ ticket }) => ticket),
  messages: bodies.flatMap(({ messages, forwards = [] }) => [...messages, ...forwards]),
  events: bodies.flatMap(({ events }) => events),
  conversations: bodies.map(({ ticket }) => ({ ticketRemoteId: ticket.remoteId, version: ticket.version })),
});
