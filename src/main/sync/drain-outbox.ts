import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import { LinkClosed } from '#shared/link/define.ts';
import type { EntryState, OutboxEntry } from '#shared/outbox/entry.ts';
import { merged } from '#shared/outbox/merge.ts';
import { isOnSameTicket } from '#shared/outbox/order.ts';
import { ticketFromCreate } from '#shared/outbox/overlay.ts';
import { rebased } from '#shared/outbox/rebase.ts';
import { err } from '#shared/result.ts';
import { forgetFlights } from '../journal/fold.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalRecord } from '../journal/record.ts';
import type { Log } from '../log.ts';
import type { ConnectionState } from './connection-state.ts';
import { readiness } from './next-entry.ts';
import type { Store } from './pull-streams.ts';
import type { HandOver, ReadOrder } from './read-order.ts';
import { resolveUnknown, type SendPorts, sendEntry } from './send-entry.ts';
import type { Sent } from './sent.ts';
import type { Wake } from './wake.ts';

export type DrainPorts = SendPorts & {
  readonly accountId: AccountId;
  readonly journal: Journal;
  readonly store: Store;
  readonly state: ConnectionState;
  readonly wake: Wake;
  readonly order: ReadOrder;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Told when the journal could not be written: nothing is sent then. */
  readonly journalFailed: (error: unknown) => void;
};

/** Entries of different tickets that are on their way at the same time. */
const AT_ONCE = 4;
/** How long after a lost answer the helpdesk is asked what became of it. */
const READ_BACK_AFTER_MS = 2_000;
const JOURNAL_WAIT_MS = 3_000;
/** How long after the store could not keep an outcome it is told again. */
const TELL_AGAIN_MS = 3_000;

/** Sends what is ready for as long as the signal lasts, in order per ticket, tickets side by side. */
export async function drainOutbox(ports: DrainPorts): Promise<void> {
  const { journal, state, clock, wake, signal, lost } = ports;
  const flying = new Map<OutboxEntry, Promise<void>>();
  while (!signal.aborted && !(await flightsForgotten(ports)));
  // What was sent just before a restart may not be read yet.
  await settling(ports);
  while (!signal.aborted) {
    const closed = state.waitMs();
    const live = [...journal.folded.entries.values()];
    lost.look();
    let next = closed ?? Number.MAX_SAFE_INTEGER;
    if (closed === 0) {
      next = Number.MAX_SAFE_INTEGER;
      for (const entry of live) {
        if ([...flying.keys()].some((one) => isOnSameTicket(one, entry))) continue;
        const standing = readiness(entry, live, clock.now(), READ_BACK_AFTER_MS);
        if (!standing.ready) {
          if (standing.at !== null) next = Math.min(next, Math.max(0, standing.at - clock.now()));
          continue;
        }
        if (flying.size >= AT_ONCE) break;
        const flight = handleEntry(entry, ports).finally(() => {
          flying.delete(entry);
          wake.wake();
        });
        flying.set(entry, flight);
      }
    }
    await wake.sleep(next, signal);
  }
  await Promise.all(flying.values());
}

/** What was on its way when the last engine stopped has lost its answer. False while the journal does not take that. */
async function flightsForgotten(ports: DrainPorts): Promise<boolean> {
  const { journal, clock } = ports;
  const lost = forgetFlights(journal.folded, clock.now());
  if (lost.length === 0) return true;
  const flying = [...journal.folded.entries.values()].filter(({ state }) => state.name === 'sending');
  try {
    await journal.append(lost);
  } catch (error) {
    await journalWaits(error, ports);
    return false;
  }
  await tellStore(flying, noRows(), ports);
  return true;
}

const handleEntry = (entry: OutboxEntry, ports: DrainPorts): Promise<void> =>
  ports.order.during((handOver) => handle(entry, handOver, ports));

async function handle(entry: OutboxEntry, handOver: HandOver, ports: DrainPorts): Promise<void> {
  const { log, accountId, signal } = ports;
  const sent = await attempted(entry, ports);
  if (sent === null) return;
  log('entry', { account: accountId, id: entry.id, kind: entry.action.kind, came: nameOf(sent) });
  // Cut short by our own stopping: an attempt without an outcome is what the next start must see.
  if (signal.aborted && sent.type === 'connection') return;
  // What came of it is known, and told until the journal takes it: without an outcome the entry would stay on its way.
  while (!(await recorded(entry.id, sent, handOver, ports)) && !signal.aborted);
  if (sent.type === 'state' && sent.state.name === 'confirmed') await settling(ports);
}

/** Until reads see the last write to a ticket, the next one on it would take our own change for a colleague's. */
const settling = ({ clock, connector, signal }: DrainPorts): Promise<void> =>
  connector.capabilities.consistencyMs === 0
    ? Promise.resolve()
    : clock.sleep(connector.capabilities.consistencyMs, signal);

/** Null when the journal would not take the attempt, so that nothing left, or when there is no store to send for any more. */
async function attempted(entry: OutboxEntry, ports: DrainPorts): Promise<Sent | null> {
  try {
    return await (entry.state.name === 'unknown'
      ? resolveUnknown(entry, ports, ports.signal)
      : sendEntry(entry, ports, ports.signal));
  } catch (error) {
    if (error instanceof LinkClosed) return null;
    await journalWaits(error, ports);
    // A try before this one was refused for its version, which is an answer: nothing of it is on its way.
    const isFlying = ports.journal.folded.entries.get(entry.id)?.state.name === 'sending';
    return isFlying ? queuedAgain : null;
  }
}

async function recorded(id: string, sent: Sent, handOver: HandOver, ports: DrainPorts): Promise<boolean> {
  try {
    await record(id, sent, handOver, ports);
    return true;
  } catch (error) {
    await journalWaits(error, ports);
    return false;
  }
}

async function journalWaits(error: unknown, ports: DrainPorts): Promise<void> {
  ports.journalFailed(error);
  await ports.clock.sleep(JOURNAL_WAIT_MS, ports.signal);
}

const queuedAgain: Sent = {
  type: 'state',
  state: { name: 'queued', retryAt: null },
  rows: noRows(),
  along: [],
  bind: null,
  before: null,
};

const nameOf = (sent: Sent): string =>
  sent.type === 'state' ? sent.state.name : sent.type === 'connection' ? sent.failure.code : sent.type;

async function record(id: string, sent: Sent, handOver: HandOver, ports: DrainPorts): Promise<void> {
  const { journal, state, clock } = ports;
  if (sent.type === 'gone') return;
  if (sent.type === 'connection') {
    const ms = state.failed(sent.failure);
    const isFlying = (one: string): boolean => journal.folded.entries.get(one)?.state.name === 'sending';
    // An unknown entry stays so until it can be read back; one that never left waits in the queue.
    if (![id, ...sent.along].some(isFlying)) return;
    const now = clock.now();
    const retryAt = ms === null ? null : now + ms;
    const next: EntryState = sent.stillLost
      ? { name: 'unknown', since: now, undecidable: false }
      : { name: 'queued', retryAt };
    await settle(id, { state: next, along: sent.along, bind: null, rows: noRows(), before: null }, handOver, ports);
    return;
  }
  state.succeeded();
  await settle(id, sent, handOver, ports);
}

/** Outcome and what it moves, on disk before the store hears of it. */
async function settle(
  id: string,
  { state, along, bind, rows, before: known, alone = false }: Omit<Extract<Sent, { type: 'state' }>, 'type'>,
  handOver: HandOver,
  ports: DrainPorts,
): Promise<void> {
  const { journal, clock } = ports;
  const settled = [...new Set([id, ...along])].flatMap((one) => journal.folded.entries.get(one) ?? []);
  const [entry, ...others] = settled;
  if (!entry) return;
  const at = clock.now();
  const records: JournalRecord[] = settled.map((one) => ({
    type: 'outcome',
    id: one.id,
    state: stateFor(one, state),
    bind,
    at,
  }));
  const later = [...journal.folded.entries.values()].filter(
    (one) => one.ticketId === entry.ticketId && !settled.includes(one),
  );
  // What follows a create was built on what stood here for its ticket.
  const before = known ?? ticketFromCreate(entry);
  const after = rows.tickets.find((ticket) => ticket.remoteId === (bind ?? entry.ticketRemoteId));
  if (state.name === 'confirmed' && before && after) {
    const mine = merged([entry, ...others]);
    for (const one of later) {
      const base = rebased(one, mine, { before, after, alone });
      if (base) records.push({ type: 'rebase', id: one.id, base });
    }
  }
  await journal.append(records);
  // Only now: on a full disk the rows have grown old by then.
  await tellStore([...settled, ...later], handOver(rows), ports);
}

/** Of several that went in one call the message is that of the one with words. */
const stateFor = ({ action }: OutboxEntry, state: EntryState): EntryState =>
  state.name === 'confirmed' && action.kind === 'update' ? { ...state, messageRemoteId: null } : state;

/** Tells until the store has kept it: it may be full for a while. One that has gone is told by the journal when it connects. */
async function tellStore(entries: readonly OutboxEntry[], rows: Rows, ports: DrainPorts): Promise<void> {
  const { journal, store, accountId, clock, log, signal } = ports;
  const { entries: live, settled } = journal.folded;
  // One that was taken back meanwhile is no outcome.
  const now = ({ id }: OutboxEntry): readonly OutboxEntry[] => {
    const entry = live.get(id) ?? (settled.get(id)?.how === 'confirmed' ? settled.get(id)?.entry : undefined);
    return entry ? [entry] : [];
  };
  const told = await store
    .settle({ accountId, entries: entries.flatMap(now), rows })
    .catch((error: unknown) => err(error instanceof LinkClosed ? 'gone' : 'broken'));
  if (told.ok || told.error === 'gone') return;
  log('outcome not shown', { account: accountId, entries: entries.length, problem: told.error });
  // Without the rows, which by then are old: sync brings them.
  void clock
    .sleep(TELL_AGAIN_MS, signal)
    .then(() => (signal.aborted ? undefined : tellStore(entries, noRows(), ports)));
}
