import type { Identity } from '#shared/domain/account.ts';
import { noRows, notShown, type Rows } from '#shared/domain/batch.ts';
import { type Failure, isGone } from '#shared/domain/failure.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { OriginalFile, OutgoingFile } from '#shared/outbox/action.ts';
import type { EntryState, OutboxEntry } from '#shared/outbox/entry.ts';
import { holdOf, isTooOld } from '#shared/outbox/hold.ts';
import { goingTogether, merged } from '#shared/outbox/merge.ts';
import type { Result } from '#shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Connector, Pushed } from '../connectors/contract.ts';
import type { LostAnswers } from './lost-answers.ts';
import { withOriginals } from './original-files.ts';
import { isOwnDoing } from './own-doing.ts';
import { inState, noConnection, rejected, type Sent, type StateSent } from './sent.ts';

export type SendPorts = {
  readonly connector: Connector;
  readonly clock: Clock;
  readonly me: () => Identity;
  /**
   * Makes the attempt durable, with the ticket as it is before it. Resolves with the entries as they then stand, which is what
   * leaves; without those that are gone meanwhile (undone) and must not leave.
   */
  readonly beforeAttempt: (entries: readonly OutboxEntry[], before: Ticket | null) => Promise<readonly OutboxEntry[]>;
  /** A file of a ticket as one that goes with a message; fetched where it is not in the profile yet. */
  readonly fetchOriginal: (file: OriginalFile, signal: AbortSignal) => Promise<Result<OutgoingFile, Failure>>;
  /** Those that follow an entry on its ticket, oldest first, and could leave with it. */
  readonly behind: (entry: OutboxEntry) => readonly OutboxEntry[];
  readonly lost: LostAnswers;
  /** The ticket as it was before the last attempt at an entry. */
  readonly ticketBefore: (entryId: string) => Ticket | null;
  /** Others on an entry's ticket that were attempted as well and may be in what is read there. */
  readonly alsoTried: (entry: OutboxEntry) => readonly OutboxEntry[];
};

/** A stale precondition is read again and retried this often before the agent is asked. */
const MOST_CONFLICTS = 3;
/** How long after a fruitless look the helpdesk is asked again what became of a lost answer. */
const READ_AGAIN_MS = 5_000;
/** How long after a file of the ticket could not be had it is asked for again. */
const FETCH_AGAIN_MS = 30_000;

/**
 * Sends one entry, exactly once or not at all. The ticket is read first: what its conversation says now decides whether the
 * entry is held, and its version is what the write is conditioned on.
 */
export async function sendEntry(entry: OutboxEntry, ports: SendPorts, signal: AbortSignal): Promise<Sent> {
  if (entry.action.kind === 'create') {
    const { clock } = ports;
    return isTooOld(entry, clock.now())
      ? inState({ name: 'held', reason: 'too-old', since: clock.now(), fields: [] }, noRows())
      : push([entry], null, noRows(), null, ports, signal);
  }
  if (entry.ticketRemoteId === null) return rejected('ticket-gone', [], ports.clock);
  let sent: Sent | 'conflict' = 'conflict';
  for (let tries = 0; sent === 'conflict' && tries < MOST_CONFLICTS; tries += 1) {
    sent = await sendOnto(entry, entry.ticketRemoteId, ports, signal);
  }
  return sent === 'conflict' ? inState({ name: 'queued', retryAt: ports.clock.now() + 5_000 }, noRows()) : sent;
}

async function sendOnto(
  entry: OutboxEntry,
  ticketRemoteId: string,
  ports: SendPorts,
  signal: AbortSignal,
): Promise<Sent | 'conflict'> {
  const { connector, clock, me } = ports;
  const told = await connector.conversation(ticketRemoteId, { signal, lane: 'agent' });
  if (!told.ok) {
    if (isGone(told.error)) return rejected('ticket-gone', [], clock, notShown(ticketRemoteId));
    return noConnection(told.error);
  }
  const rows = told.value;
  const removal = rows.removals.find((one) => one.remoteId === ticketRemoteId);
  if (removal)
    return rejected(
      removal.reason === 'merged' ? 'ticket-merged' : 'ticket-gone',
      [],
      clock,
      rows,
      removal.mergedIntoRemoteId,
    );
  const ticket = rows.tickets.find((one) => one.remoteId === ticketRemoteId);
  if (!ticket) return rejected('ticket-gone', [], clock, rows);
  const messages = rows.messages.filter((message) => message.ticketRemoteId === ticketRemoteId);
  const arrived = messages.some((message) => message.clientId === entry.id);
  // Said already, and what was to follow it failed: the connector finishes it without saying it again.
  if (arrived) {
    const read = await readBack(entry, ports, signal);
    if (!read.ok) return unread(read.error, ticket, ports);
    if (read.value.found === 'yes') return found(entry, read.value.pushed, ticket, ports);
  }
  const hold = holdOf(entry, { ticket, messages, me: me().remoteId, at: clock.now() });
  if (hold) return inState({ name: 'held', reason: hold.reason, since: clock.now(), fields: [...hold.fields] }, rows);
  return pushOnto(entry, ticket, rows, ports, signal);
}

async function pushOnto(
  entry: OutboxEntry,
  ticket: Ticket,
  rows: Rows,
  ports: SendPorts,
  signal: AbortSignal,
): Promise<Sent | 'conflict'> {
  const { clock, me } = ports;
  const now = { ticket, messages: rows.messages, me: me().remoteId, at: clock.now() };
  const isFree = (other: OutboxEntry): boolean => holdOf(other, now) === null;
  const behind = entry.attempts === 0 && canGoTogether(ports.connector) ? ports.behind(entry) : [];
  const held = behind.findIndex((other) => !isFree(other));
  const together = goingTogether(entry, held < 0 ? behind : behind.slice(0, held));
  const sent = await push(together, ticket.version, rows, ticket, ports, signal);
  return isConflict(sent) ? 'conflict' : sent;
}

/** Where each of several can be found again by itself should the answer to their call be lost. */
const canGoTogether = ({ capabilities: { dedupe } }: Connector): boolean =>
  [dedupe.reply, dedupe.note, dedupe.update].every((way) => way !== 'key' && way !== 'none');

const isConflict = (sent: Sent): boolean => sent.type === 'connection' && sent.failure.code === 'conflict';

async function push(
  together: readonly [OutboxEntry, ...OutboxEntry[]],
  version: string | null,
  known: Rows,
  before: Ticket | null,
  ports: SendPorts,
  signal: AbortSignal,
): Promise<Sent> {
  const { connector, clock, beforeAttempt } = ports;
  const said = await withOriginals(together[0].action, ports, signal);
  if (!said.ok) return unfetched(said.error, clock, known);
  const [first, ...others] = await beforeAttempt(together, before);
  if (!first) return { type: 'gone' };
  const left = [first, ...others];
  const whole = merged([first, ...others]);
  const leaving = said.value === together[0].action ? whole : { ...whole, action: said.value };
  const along = left.filter(({ id }) => id !== leaving.id);
  const pushed = await connector.push(leaving, version, { signal, lane: 'agent' }, along);
  const withOthers = (sent: Sent): Sent => (sent.type === 'gone' ? sent : { ...sent, along: left.map(({ id }) => id) });
  if (pushed.ok) {
    const isExact = version !== null && connector.capabilities.precondition !== 'none';
    const sent = found(leaving, pushed.value, before, ports);
    // What a second attempt brings back may be the effect of the first.
    const isFirst = first.attempts === 1 && (first.action.kind === 'create' || isExact);
    return withOthers(isFirst ? { ...sent, alone: true } : sent);
  }
  const failure = pushed.error;
  switch (failure.code) {
    case 'timeout':
    case 'unknownOutcome':
    case 'server':
      return withOthers(inState({ name: 'unknown', since: clock.now(), undecidable: false }, known));
    case 'conflict':
    case 'rejected':
    case 'forbidden':
    case 'notFound':
      // What was refused together is tried one by one: which of them it was is not told.
      if (others.length > 0) return withOthers(inState({ name: 'queued', retryAt: null }, known));
      if (failure.code === 'conflict') return noConnection(failure);
      // What is said beside a ticket does not depend on its being open.
      return refused(failure, leaving.action.kind === 'forward' ? null : before, clock, known);
    default:
      return withOthers(noConnection(failure));
  }
}

/** A helpdesk that cannot hand out one file may do all else: its message alone waits. */
function unfetched(failure: Failure, clock: Clock, known: Rows): Sent {
  if (failure.code === 'rejected') return refused(failure, null, clock, known);
  return failure.code === 'server'
    ? inState({ name: 'queued', retryAt: clock.now() + FETCH_AGAIN_MS }, known)
    : noConnection(failure);
}

type Refusal = Extract<Failure, { code: 'rejected' | 'forbidden' | 'notFound' }>;

function refused(failure: Refusal, before: Ticket | null, clock: Clock, known: Rows): Sent {
  switch (failure.code) {
    case 'rejected':
      return rejected(before?.status === 'closed' ? 'ticket-closed' : 'refused', failure.reasons, clock, known);
    case 'forbidden':
      return rejected('forbidden', failure.reasons, clock, known);
    case 'notFound':
      return rejected('ticket-gone', [], clock, known);
  }
}

/**
 * Looks for an entry whose answer was lost. Found: confirmed. Not found: sent again only once it can no longer arrive late.
 * Where it cannot be told the agent decides.
 */
export async function resolveUnknown(entry: OutboxEntry, ports: SendPorts, signal: AbortSignal): Promise<Sent> {
  const { connector, clock } = ports;
  const way = connector.capabilities.dedupe[entry.action.kind];
  if (way === 'key') return askWithKey(entry, ports, signal);
  if (way === 'none') return inState(undecidable(entry, clock), noRows());
  const read = await readBack(entry, ports, signal);
  if (!read.ok && isGone(read.error)) return inState(undecidable(entry, clock), noRows());
  if (!read.ok) return unread(read.error, ports.ticketBefore(entry.id), ports);
  switch (read.value.found) {
    case 'yes':
      return found(entry, read.value.pushed, ports.ticketBefore(entry.id), ports);
    case 'undecidable':
      return inState(undecidable(entry, clock), noRows());
    case 'no': {
      const leftMs = lateMs(connector) - ports.lost.forMs(entry.id);
      if (leftMs <= 0) return sendAgain(entry, ports, signal);
      const readBackAt = clock.now() + Math.min(leftMs, READ_AGAIN_MS);
      return inState({ name: 'unknown', since: sinceOf(entry, clock), readBackAt, undecidable: false }, noRows());
    }
  }
}

const readBack = (entry: OutboxEntry, { connector, ticketBefore }: SendPorts, signal: AbortSignal) =>
  connector.readBack(entry, ticketBefore(entry.id), { signal, lane: 'agent' });

/** What arrived and was refused in part stands as it would have had its answer come. */
const unread = (failure: Failure, before: Ticket | null, { clock }: SendPorts): Sent =>
  failure.code === 'rejected' ? refused(failure, before, clock, noRows()) : noConnection(failure);

/**
 * The helpdesk does once only what bears a key that it knows, so that asking again tells what became of it. It is asked with the
 * version of the first attempt where it can be, so that nothing new is written over. A refusal says nothing of the first attempt.
 */
async function askWithKey(entry: OutboxEntry, ports: SendPorts, signal: AbortSignal): Promise<Sent> {
  const { connector, clock } = ports;
  const before = ports.ticketBefore(entry.id);
  const isExact = entry.action.kind === 'create' || (before !== null && connector.capabilities.precondition !== 'none');
  const asked = isExact ? await push([entry], before?.version ?? null, noRows(), before, ports, signal) : null;
  const sent = asked === null || isConflict(asked) ? await sendAgain(entry, ports, signal) : asked;
  if (sent.type === 'connection') return { ...sent, stillLost: true };
  const isRefused = sent.type === 'state' && (sent.state.name === 'held' || sent.state.name === 'rejected');
  return isRefused ? inState(undecidable(entry, clock), sent.rows) : sent;
}

const sendAgain = (entry: OutboxEntry, ports: SendPorts, signal: AbortSignal): Promise<Sent> =>
  sendEntry({ ...entry, state: { name: 'queued', retryAt: null } }, ports, signal);

const lateMs = (connector: Connector): number =>
  connector.capabilities.lateEffectMs + connector.capabilities.consistencyMs;

const undecidable = (entry: OutboxEntry, clock: Clock): EntryState => ({
  name: 'unknown',
  since: sinceOf(entry, clock),
  undecidable: true,
});

const sinceOf = (entry: OutboxEntry, clock: Clock): number =>
  entry.state.name === 'unknown' ? entry.state.since : clock.now();

const confirmed = (pushed: Pushed, before: Ticket | null, clock: Clock): StateSent => ({
  type: 'state',
  state: { name: 'confirmed', at: clock.now(), messageRemoteId: pushed.messageRemoteId },
  along: [],
  rows: pushed.rows,
  bind: pushed.ticketRemoteId,
  before,
});

/** An effect that was looked for and is there, or may have been there before this attempt: the history says whose else's is. */
function found(entry: OutboxEntry, pushed: Pushed, before: Ticket | null, ports: SendPorts): StateSent {
  const alone = isOwnDoing(pushed.rows, entry, {
    ticketRemoteId: pushed.ticketRemoteId,
    since: before?.updatedAt ?? 0,
    me: ports.me().remoteId,
    tried: [entry, ...ports.alsoTried(entry)].map(({ action }) => action.changes),
  });
  return { ...confirmed(pushed, before, ports.clock), alone };
}
