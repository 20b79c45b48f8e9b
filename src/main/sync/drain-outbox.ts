import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { LinkClosed } from '#shared/link/define.ts';
import type { EntryState, OutboxEntry } from '#shared/outbox/entry.ts';
import { err } from '#shared/result.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalRecord } from '../journal/record.ts';
import type { Log } from '../log.ts';
import type { ConnectionState } from './connection-state.ts';
import { readiness } from './next-entry.ts';
import type { Store } from './pull-streams.ts';
import { rebased } from './rebase.ts';
import { resolveUnknown, type SendPorts, type Sent, sendEntry } from './send-entry.ts';
import type { Wake } from './wake.ts';

export type DrainPorts = SendPorts & {
  readonly accountId: AccountId;
  readonly journal: Journal;
  readonly store: Store;
  readonly state: ConnectionState;
  readonly wake: Wake;
  readonly log: Log;
  /** Told when the journal could not be written: nothing is sent then. */
  readonly journalFailed: (error: unknown) => void;
};

/** Entries of different tickets that are on their way at the same time. */
const AT_ONCE = 4;
/** How long after a lost answer the helpdesk is asked what became of it. */
const READ_BACK_AFTER_MS = 2_000;
const JOURNAL_WAIT_MS = 3_000;

/** Sends what is ready for as long as the signal lasts, in order per ticket, tickets side by side. */
export async function drainOutbox(ports: DrainPorts, signal: AbortSignal): Promise<void> {
  const { journal, state, clock, wake } = ports;
  const flying = new Map<string, Promise<void>>();
  while (!signal.aborted) {
    const closed = state.waitMs();
    const live = [...journal.folded.entries.values()];
    let next = closed ?? Number.MAX_SAFE_INTEGER;
    if (closed === 0) {
      next = Number.MAX_SAFE_INTEGER;
      for (const entry of live) {
        if (flying.has(entry.ticketId)) continue;
        const standing = readiness(entry, live, clock.now(), READ_BACK_AFTER_MS);
        if (!standing.ready) {
          if (standing.at !== null) next = Math.min(next, Math.max(0, standing.at - clock.now()));
          continue;
        }
        if (flying.size >= AT_ONCE) break;
        const flight = handleEntry(entry, ports, signal).finally(() => {
          flying.delete(entry.ticketId);
          wake.wake();
        });
        flying.set(entry.ticketId, flight);
      }
    }
    await wake.sleep(next, signal);
  }
  await Promise.all(flying.values());
}

async function handleEntry(entry: OutboxEntry, ports: DrainPorts, signal: AbortSignal): Promise<void> {
  const { log, accountId } = ports;
  const sent = await attempted(entry, ports, signal);
  if (sent === null) return;
  log('entry', { account: accountId, id: entry.id, kind: entry.action.kind, came: nameOf(sent) });
  // Cut short by our own stopping: an attempt without an outcome is what the next start must see.
  if (signal.aborted && sent.type === 'connection') return;
  // What came of it is known, and told until the journal takes it: without an outcome the entry would stay on its way.
  while (!(await recorded(entry.id, sent, ports, signal)) && !signal.aborted);
}

/** Null when the journal would not take the attempt, so that nothing left, or when there is no store to send for any more. */
async function attempted(entry: OutboxEntry, ports: DrainPorts, signal: AbortSignal): Promise<Sent | null> {
  try {
    return await (entry.state.name === 'unknown'
      ? resolveUnknown(entry, ports, signal)
      : sendEntry(entry, ports, signal));
  } catch (error) {
    if (!(error instanceof LinkClosed)) await journalWaits(error, ports, signal);
    return null;
  }
}

async function recorded(id: string, sent: Sent, ports: DrainPorts, signal: AbortSignal): Promise<boolean> {
  try {
    await record(id, sent, ports);
    return true;
  } catch (error) {
    await journalWaits(error, ports, signal);
    return false;
  }
}

async function journalWaits(error: unknown, ports: DrainPorts, signal: AbortSignal): Promise<void> {
  ports.journalFailed(error);
  await ports.clock.sleep(JOURNAL_WAIT_MS, signal);
}

const nameOf = (sent: Sent): string =>
  sent.type === 'state' ? sent.state.name : sent.type === 'connection' ? sent.failure.code : sent.type;

async function record(id: string, sent: Sent, ports: DrainPorts): Promise<void> {
  const { journal, state, clock } = ports;
  if (sent.type === 'gone') return;
  const entry = journal.folded.entries.get(id);
  if (sent.type === 'connection') {
    const ms = state.failed(sent.failure);
    // An unknown entry stays so until it can be read back; one that never left waits in the queue.
    if (entry?.state.name !== 'sending') return;
    const retryAt = ms === null ? null : clock.now() + ms;
    await settle(id, { name: 'queued', retryAt }, null, noRows(), null, ports);
    return;
  }
  state.succeeded();
  await settle(id, sent.state, sent.bind, sent.rows, sent.before, ports);
}

/** Outcome and what it moves, on disk before the store hears of it. */
async function settle(
  id: string,
  entryState: EntryState,
  bind: string | null,
  rows: Rows,
  before: Ticket | null,
  ports: DrainPorts,
): Promise<void> {
  const { journal, store, accountId, clock, log } = ports;
  const entry = journal.folded.entries.get(id);
  if (!entry) return;
  const records: JournalRecord[] = [{ type: 'outcome', id, state: entryState, bind, at: clock.now() }];
  const later = [...journal.folded.entries.values()].filter((one) => one.ticketId === entry.ticketId && one.id !== id);
  const after = rows.tickets.find((ticket) => ticket.remoteId === (bind ?? entry.ticketRemoteId));
  if (entryState.name === 'confirmed' && before && after) {
    for (const one of later) {
      const base = rebased(one, before, after);
      if (base) records.push({ type: 'rebase', id: one.id, base });
    }
  }
  await journal.append(records);
  const now = (one: OutboxEntry): OutboxEntry =>
    journal.folded.entries.get(one.id) ?? journal.folded.settled.get(one.id)?.entry ?? one;
  // A store that cannot be told is told by the journal when it connects.
  const kept = await store
    .settle({ accountId, entries: [now(entry), ...later.map(now)], rows })
    .catch((error: unknown) => err(error instanceof Error ? error.name : 'error'));
  if (!kept.ok) log('outcome not shown', { account: accountId, id, problem: kept.error });
}
