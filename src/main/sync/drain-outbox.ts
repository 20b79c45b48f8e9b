import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { LinkClosed } from '#shared/link/define.ts';
import type { EntryState, OutboxEntry } from '#shared/outbox/entry.ts';
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
  const { log, accountId, clock } = ports;
  try {
    const sent =
      entry.state.name === 'unknown'
        ? await resolveUnknown(entry, ports, signal)
        : await sendEntry(entry, ports, signal);
    log('entry', { account: accountId, id: entry.id, kind: entry.action.kind, came: nameOf(sent) });
    // Cut short by our own stopping: an attempt without an outcome is what the next start must see.
    if (signal.aborted && sent.type === 'connection') return;
    await record(entry.id, sent, ports);
  } catch (error) {
    // Without a store to tell there is nobody to send for; the journal has what happened so far.
    if (error instanceof LinkClosed) return;
    // The journal would not take it: the entry stays as the journal has it, and nothing more leaves until it does.
    ports.journalFailed(error);
    await clock.sleep(JOURNAL_WAIT_MS, signal);
  }
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
  const kept = await store.settle({ accountId, entries: [now(entry), ...later.map(now)], rows });
  if (!kept.ok) log('outcome not shown', { account: accountId, id, problem: kept.error });
}
