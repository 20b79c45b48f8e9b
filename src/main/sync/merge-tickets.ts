import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Clock } from '../clock.ts';
import type { MergeRequest } from '../connectors/contract.ts';
import { type FetchPorts, fetchConversation } from './pull-streams.ts';

/** An agent waits for it: after this long it is said that nobody knows yet. */
const MOST_WAIT_MS = 20_000;
const ASK_AGAIN_MS = 700;

/**
 * Merges a ticket into another and brings both into the store as they then are. Sent once: when the answer is lost, only reading
 * the source tells what became of it. `unknownOutcome` when that cannot be told in time; the agent looks and decides.
 */
export async function mergeTickets(
  ports: FetchPorts & { readonly clock: Clock },
  request: MergeRequest,
  signal: AbortSignal,
): Promise<Result<null, Failure>> {
  const before = await whereNow(ports, request.sourceRemoteId, signal);
  if (!before.ok) return before;
  if (before.value.state === 'merged') return into(ports, request, before.value.target, signal);
  if (before.value.state === 'gone') return err({ code: 'notFound', detail: 'source' });
  const { connector, clock } = ports;
  const begun = await connector.merge(request, { signal, lane: 'agent' });
  const isLost = !begun.ok && ['timeout', 'unknownOutcome', 'server'].includes(begun.error.code);
  if (!begun.ok && !isLost) return begun;
  const until = clock.elapsed() + MOST_WAIT_MS;
  for (let first = true; clock.elapsed() < until && !signal.aborted; first = false) {
    if (!first) await clock.sleep(ASK_AGAIN_MS, signal);
    if (begun.ok && begun.value !== null) {
      const ended = await connector.mergeEnded(begun.value, { signal, lane: 'agent' });
      if (!ended.ok && ended.error.code === 'rejected') return ended;
      if (ended.ok && !ended.value) continue;
    }
    const now = await whereNow(ports, request.sourceRemoteId, signal);
    if (now.ok && now.value.state === 'merged') return into(ports, request, now.value.target, signal);
  }
  return err({ code: 'unknownOutcome', detail: 'merge' });
}

type Where =
  | { readonly state: 'there' | 'gone' }
  /** `target` is null where the helpdesk does not say. */
  | { readonly state: 'merged'; readonly target: RemoteId | null };

async function whereNow(ports: FetchPorts, id: RemoteId, signal: AbortSignal): Promise<Result<Where, Failure>> {
  const told = await ports.connector.conversation(id, { signal, lane: 'agent' });
  if (!told.ok) return told;
  const removal = told.value.removals.find((one) => one.remoteId === id);
  if (removal === undefined) return ok({ state: 'there' });
  return ok(removal.reason === 'merged' ? { state: 'merged', target: removal.mergedIntoRemoteId } : { state: 'gone' });
}

/** It went into the ticket that was meant, or somebody was quicker and put it elsewhere. */
async function into(
  ports: FetchPorts,
  { sourceRemoteId, targetRemoteId }: MergeRequest,
  target: RemoteId | null,
  signal: AbortSignal,
): Promise<Result<null, Failure>> {
  for (const id of [sourceRemoteId, targetRemoteId]) await fetchConversation(ports, id, 'agent', signal);
  return target === null || target === targetRemoteId
    ? ok(null)
    : err({ code: 'rejected', reasons: [{ code: 'merged-elsewhere', number: target }], detail: 'merge' });
}
