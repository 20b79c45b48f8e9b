import { notShown, type Stream } from '#shared/domain/batch.ts';
import { concernsAll, type Failure, isGone } from '#shared/domain/failure.ts';
import type { AccountId, RemoteId } from '#shared/domain/ids.ts';
import { type Client, LinkClosed } from '#shared/link/define.ts';
import type { StoreContract } from '#shared/link/store-contract.ts';
import type { Batch } from '#shared/link/values.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Connector } from '../connectors/contract.ts';
import type { Log } from '../log.ts';
import type { ConnectionState } from './connection-state.ts';
import type { HandOver, ReadOrder } from './read-order.ts';
import type { Wake } from './wake.ts';

export type Store = Client<StoreContract>;

export type PullPorts = {
  readonly accountId: AccountId;
  readonly connector: Connector;
  readonly store: Store;
  readonly state: ConnectionState;
  readonly clock: Clock;
  readonly wake: Wake;
  readonly log: Log;
  readonly order: ReadOrder;
  readonly prefetchTickets: () => number;
  /** Fetches files of one more macro that has some; false when there is nothing to fetch. */
  readonly macroFilesAhead: (signal: AbortSignal) => Promise<boolean>;
  /** Told of every conversation before the store keeps it. */
  readonly conversationRead: (rows: Batch['rows']) => Promise<void>;
};

/** Streams in the order they matter: names first, so that the first rows of the list can show them. */
const ORDER: readonly Stream[] = ['desk', 'tickets', 'articles', 'ratings'];

/** How long to wait after a store could not keep a page, or a step broke off in a way that nobody foresaw. */
const STORE_WAIT_MS = 3_000;
/** How long a ticket, or a stream beside the tickets, is passed over that could not be read, so that it keeps nothing else waiting. */
const PASS_OVER_MS = 10 * 60_000;
/** How many conversations are asked for before the streams are looked at again. */
const AHEAD = 5;

type Due = {
  readonly stream: Stream;
  cursor: string | null;
  /** When it is pulled next, by the clock that nobody can set. */
  at: number;
  /** The agent asked for news and waits. */
  asked: boolean;
  /** Waits for our own pace with its next page, so that it has not come to its end. */
  paced: boolean;
};

/** How far the streams have come, for as long as the pulling lasts. */
type Progress = {
  readonly due: readonly Due[];
  readonly passedOver: Map<RemoteId, number>;
  done: number;
};

/**
 * Pulls every stream page by page for as long as the signal lasts: the stream that is due, then conversations ahead of
 * need, then sleep. A cursor moves on only when the store has kept the rows it covers. Rejects with `LinkClosed` alone: whatever
 * else is thrown costs its page a wait, because nobody but the agent's next start would begin the pulling again.
 */
export async function pullStreams(
  ports: PullPorts,
  cursors: Partial<Readonly<Record<Stream, string>>>,
  signal: AbortSignal,
): Promise<void> {
  const { accountId, connector, wake, log } = ports;
  const due: Due[] = ORDER.filter((stream) => connector.capabilities.streams.includes(stream)).map((stream) => ({
    stream,
    cursor: cursors[stream] ?? null,
    at: 0,
    asked: false,
    paced: false,
  }));
  const progress: Progress = { due, passedOver: new Map(), done: 0 };
  while (!signal.aborted) {
    try {
      await step(ports, progress, signal);
    } catch (thrown) {
      if (thrown instanceof LinkClosed) throw thrown;
      log('pull broke off', { account: accountId, code: codeOf(thrown) });
      await wake.sleep(STORE_WAIT_MS, signal);
    }
  }
}

/** What is next: a wait for the helpdesk, a page, a few conversations, files of a macro, or sleep until a stream is due. */
async function step(ports: PullPorts, progress: Progress, signal: AbortSignal): Promise<void> {
  const { state, clock, wake } = ports;
  const { due } = progress;
  const wait = state.waitMs();
  if (wait === null || wait > 0) return wake.sleep(wait ?? Number.MAX_SAFE_INTEGER, signal);
  const next = due.find((one) => one.at <= clock.elapsed());
  if (next) return pullPage(ports, next, progress, signal);
  if (!due.some((one) => one.paced)) state.change({ phase: 'idle', progress: null });
  if (await readDoubtful(ports, signal)) return;
  if (await prefetch(ports, progress.passedOver, signal)) return;
  if (await ports.macroFilesAhead(signal)) return;
  const soonest = Math.min(...due.map((one) => one.at));
  await wake.sleep(Math.max(0, soonest - clock.elapsed()), signal);
  // Woken early means that somebody wants news now.
  if (clock.elapsed() < soonest)
    for (const one of due) if (one.stream === 'tickets') Object.assign(one, { at: 0, asked: true });
}

const pullPage = (ports: PullPorts, due: Due, progress: Progress, signal: AbortSignal): Promise<void> =>
  ports.order.during((handOver) => readPage(ports, due, progress, handOver, signal));

async function readPage(
  ports: PullPorts,
  due: Due,
  progress: Progress,
  handOver: HandOver,
  signal: AbortSignal,
): Promise<void> {
  const { accountId, connector, store, state, clock, log } = ports;
  const first = !state.health().complete.includes(due.stream);
  state.change({ phase: state.health().complete.includes('tickets') ? 'syncing' : 'first-sync' });
  const page = await connector.pull(due.stream, due.cursor, { signal, lane: due.asked ? 'agent' : 'sync' });
  if (signal.aborted) return;
  if (!page.ok) {
    log('pull failed', { account: accountId, stream: due.stream, code: page.error.code });
    if (due.stream === 'tickets' || concernsAll(page.error)) state.failed(page.error);
    else due.at = clock.elapsed() + PASS_OVER_MS;
    return;
  }
  const { rows, cursor, more, remaining, waitMs } = page.value;
  due.paced = waitMs !== undefined;
  if (waitMs !== undefined) {
    due.at = clock.elapsed() + waitMs;
    return;
  }
  if (due.stream === 'tickets' && due.cursor === null && !(await readKeptAgain(ports, rows, signal))) return;
  state.succeeded();
  if (rows.conversations.length > 0) await ports.conversationRead(rows);
  handOver(rows, 'by a cursor');
  const kept = await store.applyBatch({ accountId, stream: due.stream, cursor, complete: !more, rows });
  if (!kept.ok) {
    log('page not kept', { account: accountId, stream: due.stream, problem: kept.error });
    await ports.wake.sleep(STORE_WAIT_MS, signal);
    return;
  }
  due.cursor = cursor;
  due.asked &&= more;
  if (first && due.stream === 'tickets') {
    progress.done += rows.tickets.length;
    state.change({
      progress: { done: progress.done, total: remaining === null ? null : progress.done + remaining },
    });
  }
  if (more) return;
  due.at = clock.elapsed() + connector.capabilities.pollMs[due.stream];
  state.completed(due.stream);
  state.change({ lastSyncAt: clock.now() });
}

/**
 * A stream tells what is removed after its beginning. What was kept before (a ticket that was opened and then a power cut, say) and is
 * not on its first page is asked for by itself before that page is kept. False when the connection broke and the page has to wait.
 */
async function readKeptAgain(ports: PullPorts, { tickets }: Batch['rows'], signal: AbortSignal): Promise<boolean> {
  const kept = new Set(await ports.store.ticketsKept({ accountId: ports.accountId }));
  for (const { remoteId } of tickets) kept.delete(remoteId);
  for (const ticketRemoteId of kept) {
    const fetched = await fetchConversation(ports, ticketRemoteId, 'sync', signal);
    if (signal.aborted || (!fetched.ok && ports.state.waitMs() !== 0)) return false;
  }
  return true;
}

/** Reads a ticket again of which older rows may have come after newer ones; false when there is none. */
async function readDoubtful(ports: PullPorts, signal: AbortSignal): Promise<boolean> {
  const ticketRemoteId = ports.order.inDoubt();
  if (ticketRemoteId === null) return false;
  const fetched = await fetchConversation(ports, ticketRemoteId, 'sync', signal);
  // One that cannot be read stays in doubt until the connection is back.
  if (fetched.ok || ports.state.waitMs() === 0) ports.order.settled(ticketRemoteId);
  return true;
}

/** Fetches a few conversations that the agent is likely to open; false when there is nothing to fetch. */
async function prefetch(ports: PullPorts, passedOver: Map<RemoteId, number>, signal: AbortSignal): Promise<boolean> {
  const { accountId, store, clock, prefetchTickets } = ports;
  for (const [id, until] of passedOver) if (until <= clock.elapsed()) passedOver.delete(id);
  const wanted = await store.conversationsWanted({
    accountId,
    prefetchTickets: prefetchTickets(),
    limit: AHEAD + passedOver.size,
  });
  const next = wanted.filter((id) => !passedOver.has(id)).slice(0, AHEAD);
  for (const ticketRemoteId of next) {
    if (signal.aborted) return true;
    const fetched = await fetchConversation(ports, ticketRemoteId, 'sync', signal);
    if (fetched.ok) continue;
    passedOver.set(ticketRemoteId, clock.elapsed() + PASS_OVER_MS);
    if (ports.state.waitMs() !== 0) return true;
  }
  return next.length > 0;
}

/**
 * Brings one ticket and its conversation into the store. A ticket that the helpdesk does not show any more is removed there.
 * Fails as the connector does; `server` when the store could not keep the rows.
 */
export const fetchConversation = (
  ports: FetchPorts,
  ticketRemoteId: RemoteId,
  lane: 'agent' | 'sync',
  signal: AbortSignal,
): Promise<Result<null, Failure>> =>
  ports.order.during((handOver) => readConversation(ports, ticketRemoteId, lane, handOver, signal));

export type FetchPorts = Pick<PullPorts, 'accountId' | 'connector' | 'store' | 'state' | 'order' | 'conversationRead'>;

async function readConversation(
  ports: FetchPorts,
  ticketRemoteId: RemoteId,
  lane: 'agent' | 'sync',
  handOver: HandOver,
  signal: AbortSignal,
): Promise<Result<null, Failure>> {
  const { accountId, connector, store, state } = ports;
  const told = await connector.conversation(ticketRemoteId, { signal, lane });
  if (!told.ok && !isGone(told.error)) {
    if (!signal.aborted && concernsAll(told.error)) state.failed(told.error);
    return told;
  }
  state.succeeded();
  const read = told.ok ? told.value : notShown(ticketRemoteId);
  await ports.conversationRead(read);
  const rows = handOver(read);
  const kept = await store.applyBatch({ accountId, stream: null, cursor: null, complete: false, rows });
  if (!kept.ok) return err({ code: 'server', status: 0, nonsense: false, detail: `store: ${kept.error}` });
  return ok(null);
}

/** An error's name or code, never its message, which may hold what the helpdesk told. */
const codeOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return typeof thrown;
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.name;
};
