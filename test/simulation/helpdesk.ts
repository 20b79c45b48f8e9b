import type { Capabilities } from '#main/connectors/contract.ts';
import type { Message, TicketEvent } from '#shared/domain/conversation.ts';
import type { Removal, Ticket } from '#shared/domain/ticket.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { applyChanges } from '#shared/outbox/overlay.ts';
import { aTicket } from '../support/outbox-entry.ts';
import { createForwards } from './forwards.ts';

/** A ticket as it was from `at` on. */
export type Step = {
  /** By the helpdesk's clock. */
  readonly at: number;
  /** Grows with every change to any ticket. */
  readonly sequence: number;
  readonly ticket: Ticket;
  readonly messages: readonly Message[];
  /** Who changed which field. */
  readonly events: readonly TicketEvent[];
  readonly removal: Removal | null;
  /** Entries whose writes are in it, where the helpdesk keeps their ids. */
  readonly marks: readonly string[];
};

/** What a write did, as the helpdesk's own log has it: by this the schedule is judged, and no part of Holdfast reads it. */
export type Effect = {
  readonly entry: OutboxEntry;
  readonly at: number;
  readonly ticketRemoteId: string;
  /** False for a write that left everything as it was. */
  readonly changed: boolean;
  /** Seconds-old messages by people that the agent had not seen when a reply went out; -1 where there were none. */
  readonly oldestUnseenMs: number;
  /** Fields that this overwrote with another value, and the version in which a colleague had changed them last. */
  readonly overwrote: readonly { readonly field: string; readonly version: number }[];
};

export type Answer = { readonly status: number; readonly body: unknown };

/** One write: the first says all that is to be done, and the others are in it. */
export type Written = readonly [OutboxEntry, ...OutboxEntry[]];

export type Person = 'customer' | 'colleague' | 'bot';

export type Helpdesk = ReturnType<typeof createHelpdesk>;

/** What the seconds-wide timestamps of real helpdesks leave of a time. */
const RESOLUTION_MS = 1_000;
export const ME = 'me';
const CLOSED: Answer = { status: 422, body: { error: 'The ticket is closed.' } };
const COMPARED = ['status', 'priority', 'assigneeId', 'subject'] as const;
const KINDS = {
  status: 'status',
  priority: 'priority',
  assigneeId: 'assignee',
  subject: 'subject',
  tags: 'tags',
} as const;

/** A helpdesk in memory, with tickets that people work on, and the API that `capabilities` describe. */
export function createHelpdesk(capabilities: Capabilities, now: () => number) {
  const cases = new Map<string, Step[]>();
  const effects: Effect[] = [];
  const answered = new Map<string, Answer>();
  const forwards = createForwards(now);
  /** By ticket and field: who changed it last, with which version. */
  const changedBy = new Map<string, { readonly by: string; readonly version: number; readonly at: number }>();
  let sequence = 0;
  let messages = 0;
  const keepsMarks = capabilities.dedupe.reply === 'metadata' || capabilities.dedupe.reply === 'marker';

  const latest = (remoteId: string): Step | null => cases.get(remoteId)?.at(-1) ?? null;
  const roughly = (): number => Math.floor(now() / RESOLUTION_MS) * RESOLUTION_MS;

  const put = (remoteId: string, change: Partial<Step> & Pick<Step, 'ticket'>, by: string): Step => {
    const before = latest(remoteId);
    sequence += 1;
    const ticket = { ...change.ticket, version: String(sequence), updatedAt: roughly() };
    for (const field of COMPARED)
      if (before && before.ticket[field] !== ticket[field])
        changedBy.set(`${remoteId} ${field}`, { by, version: sequence, at: now() });
    const events = before ? changesBetween(before.ticket, ticket, by) : [];
    const step: Step = {
      messages: before?.messages ?? [],
      events: [...(before?.events ?? []), ...events],
      removal: before?.removal ?? null,
      marks: before?.marks ?? [],
      ...change,
      at: now(),
      sequence,
      ticket,
    };
    const steps = cases.get(remoteId) ?? [];
    steps.push(step);
    cases.set(remoteId, steps);
    return step;
  };

  const aMessage = (
    remoteId: string,
    by: string,
    kind: Message['kind'],
    text: string,
    clientId: string | null,
  ): Message => {
    messages += 1;
    return {
      remoteId: `m${messages}`,
      ticketRemoteId: remoteId,
      kind,
      authorId: by,
      authorName: by,
      authorRole: by === 'customer' ? 'requester' : by === 'bot' ? 'system' : 'agent',
      body: { format: 'text', content: text },
      attachments: [],
      channel: 'email',
      createdAt: roughly(),
      clientId: keepsMarks ? clientId : null,
    };
  };

  const open = (subject: string, by: string, text: string, clientId: string | null): Step => {
    const remoteId = String(cases.size + 1);
    const ticket = aTicket({
      remoteId,
      number: remoteId,
      subject,
      assigneeId: ME,
      groupId: null,
      createdAt: roughly(),
    });
    const first = aMessage(remoteId, by, 'reply', text, clientId);
    return put(remoteId, { ticket, messages: [first], marks: clientId === null ? [] : [clientId] }, by);
  };

  const overwritten = (entry: OutboxEntry, step: Step): Effect['overwrote'] =>
    COMPARED.flatMap((field) => {
      const last = changedBy.get(`${step.ticket.remoteId} ${field}`);
      const wanted = entry.action.changes[field];
      // What has come back to what the agent saw cannot be told from what never moved.
      const isMoved = step.ticket[field] !== entry.base.values[field];
      const isOverwritten = wanted !== undefined && wanted !== step.ticket[field] && isMoved && last && last.by !== ME;
      return isOverwritten ? [{ field, version: last.version }] : [];
    });
  const oldestUnseenMs = (entry: OutboxEntry, step: Step): number => {
    const seen = step.messages.findIndex(({ remoteId }) => remoteId === entry.base.lastMessageRemoteId);
    if (entry.action.kind !== 'reply' || (seen < 0 && entry.base.lastMessageRemoteId !== null)) return -1;
    const unseen = step.messages
      .slice(seen + 1)
      .find(({ authorId }) => authorId === 'customer' || authorId === 'colleague');
    return unseen ? now() - unseen.createdAt : -1;
  };

  const applied = (remoteId: string, [entry, ...along]: Written): Answer => {
    const step = latest(remoteId);
    if (!step || step.removal) return { status: 404, body: {} };
    if (step.ticket.status === 'closed') return CLOSED;
    const { action } = entry;
    const spoken = action.kind === 'reply' || action.kind === 'note' ? action : null;
    const ticket = applyChanges(step.ticket, action.changes);
    const changed = spoken !== null || !sameFields(ticket, step.ticket);
    const isOfOthers = (field: string): boolean => along.some((one) => field in one.action.changes);
    const noted = (one: OutboxEntry, isChange: boolean): void => {
      effects.push({
        entry: one,
        at: now(),
        ticketRemoteId: remoteId,
        changed: isChange,
        oldestUnseenMs: oldestUnseenMs(one, step),
        overwrote: overwritten(one, step).filter(({ field }) => one !== entry || !isOfOthers(field)),
      });
    };
    noted(entry, changed);
    // What is said to be in it and is not has had no effect.
    for (const { one, mine } of along.map((one) => ({ one, mine: one.action.changes })))
      noted(
        one,
        sameFields(applyChanges(ticket, mine), ticket) && !sameFields(applyChanges(step.ticket, mine), step.ticket),
      );
    const said = spoken ? [aMessage(remoteId, ME, spoken.kind, spoken.words.markdown, entry.id)] : [];
    const marks = keepsMarks ? [entry, ...along].map(({ id }) => id) : [];
    const after = changed
      ? put(remoteId, { ticket, messages: [...step.messages, ...said], marks: [...step.marks, ...marks] }, ME)
      : step;
    return { status: 200, body: { ...bodyOf(after), messageRemoteId: said[0]?.remoteId ?? null } };
  };

  const forwarded = (remoteId: string, entry: OutboxEntry, action: Extract<Action, { kind: 'forward' }>): Answer => {
    const step = latest(remoteId);
    if (!step || step.removal) return { status: 404, body: {} };
    const message = { ...aMessage(remoteId, ME, 'forward', action.words.markdown, entry.id), to: action.to };
    forwards.add(message);
    effects.push({ entry, at: now(), ticketRemoteId: remoteId, changed: true, oldestUnseenMs: -1, overwrote: [] });
    return { status: 200, body: { message } };
  };

  const created = (entry: OutboxEntry, action: Extract<Action, { kind: 'create' }>): Answer => {
    const made = open(action.subject, ME, action.words.markdown, entry.id);
    const { remoteId } = made.ticket;
    effects.push({ entry, at: now(), ticketRemoteId: remoteId, changed: true, oldestUnseenMs: -1, overwrote: [] });
    const ticket = applyChanges({ ...made.ticket, assigneeId: null }, action.changes);
    return { status: 200, body: { ...bodyOf(put(remoteId, { ticket }, ME)), messageRemoteId: null } };
  };

  /** What reads see, which may lag behind. */
  const visible = (): readonly Step[] =>
    [...cases.values()].flatMap((steps) => steps.findLast(({ at }) => at <= now() - capabilities.consistencyMs) ?? []);

  return {
    effects: effects as readonly Effect[],
    all: (): readonly Step[] => [...cases.values()].flatMap((steps) => steps.at(-1) ?? []),
    open: (subject: string, text: string): Step => open(subject, 'customer', text, null),
    visible,
    /** What went from a ticket to people outside: what reads see of it, and all. */
    forwardsShown: (remoteId: string): readonly Message[] => forwards.of(remoteId, now() - capabilities.consistencyMs),
    forwardsOf: (remoteId: string): readonly Message[] => forwards.of(remoteId),
    /** Those of its tickets that still are, in the order they were made. */
    alive: (): readonly string[] =>
      [...cases.keys()].filter((id) => latest(id)?.removal === null && latest(id)?.ticket.status !== 'closed'),
    /** Whether somebody else has changed a field since a version, or I had before `madeAt` and it had not come here yet. */
    hadMoved(remoteId: string, field: string, version: number, madeAt: number): boolean {
      const last = changedBy.get(`${remoteId} ${field}`);
      return last !== undefined && last.version > version && (last.by !== ME || last.at < madeAt);
    },
    /** Somebody other than the agent writes. */
    write(remoteId: string, by: Person, kind: Message['kind'], text: string): void {
      const step = latest(remoteId);
      if (!step) return;
      const reopened = by === 'customer' ? { status: 'open' as const, statusName: 'open' } : {};
      const said = aMessage(remoteId, by, kind, text, null);
      put(remoteId, { ticket: { ...step.ticket, ...reopened }, messages: [...step.messages, said] }, by);
    },
    /** Somebody other than the agent changes fields. */
    change(remoteId: string, by: Person, changes: TicketChanges): void {
      const step = latest(remoteId);
      if (step) put(remoteId, { ticket: applyChanges(step.ticket, changes) }, by);
    },
    remove(remoteId: string, mergedIntoRemoteId: string | null): void {
      const step = latest(remoteId);
      if (!step) return;
      const reason = mergedIntoRemoteId === null ? 'deleted' : 'merged';
      put(remoteId, { ticket: step.ticket, removal: { remoteId, reason, mergedIntoRemoteId } }, 'colleague');
    },
    /** A write as it comes over the wire: once only for a key that it knows, and only onto the version that it names. */
    take(remoteId: string | null, written: Written, version: string | null): Answer {
      const [entry] = written;
      const known = capabilities.dedupe[entry.action.kind] === 'key' ? answered.get(entry.id) : undefined;
      if (known) return known;
      const { action } = entry;
      // What leaves the ticket as it is depends on no version of it.
      const step = remoteId === null || action.kind === 'forward' ? null : latest(remoteId);
      const isStale =
        capabilities.precondition !== 'none' && step && version !== null && version !== step.ticket.version;
      if (isStale && !step.removal) return { status: 412, body: {} };
      const answer =
        action.kind === 'create'
          ? created(entry, action)
          : action.kind === 'forward'
            ? forwarded(remoteId ?? '', entry, action)
            : applied(remoteId ?? '', written);
      if (answer.status === 200) answered.set(entry.id, answer);
      return answer;
    },
  };
}

export const bodyOf = ({ ticket, messages, events, marks }: Step) => ({ ticket, messages, events, marks });

const changesBetween = (before: Ticket, after: Ticket, by: string): readonly TicketEvent[] =>
  ([...COMPARED, 'tags'] as const)
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({
      remoteId: `e${after.version}-${field}`,
      ticketRemoteId: after.remoteId,
      kind: KINDS[field],
      actorId: by,
      actorName: by,
      at: after.updatedAt,
      field: null,
      from: null,
      to: field === 'tags' ? after.tags.filter((tag) => !before.tags.includes(tag)).join(' ') : after[field],
      fromId: null,
      toId: field === 'status' || field === 'assigneeId' ? after[field] : null,
    }));

const sameFields = (a: Ticket, b: Ticket): boolean =>
  COMPARED.every((field) => a[field] === b[field]) &&
  a.tags.length === b.tags.length &&
  a.tags.every((tag) => b.tags.includes(tag));
