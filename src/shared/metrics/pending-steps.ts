import type { RemoteId } from '../domain/ids.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import { showsOnTicket } from '../outbox/overlay.ts';
import type { Actor, Step } from './ticket-history.ts';

/** What the agent did and the helpdesk does not have yet, by the id of its outbox entry. */
export type PendingSteps = { readonly clientId: string; readonly steps: readonly Step[] };

/** An entry as what it will be; without steps when it shows on no ticket, or makes one. `me` is the agent at that helpdesk. */
export function pendingStepsOf(entry: OutboxEntry, me: RemoteId): PendingSteps {
  const { id: clientId, action, createdAt: at } = entry;
  const steps: Step[] = [];
  if (showsOnTicket(entry) && action.kind !== 'create') {
    const by: Actor = { role: 'agent', id: me };
    const { status, assigneeId } = action.changes;
    if (action.kind === 'reply' || action.kind === 'note') steps.push({ kind: action.kind, at, by, opening: false });
    if (assigneeId !== undefined) steps.push({ kind: 'assign', at, by, to: assigneeId });
    if (status !== undefined) steps.push({ kind: 'status', at, by, from: null, to: status });
  }
  return { clientId, steps };
}

/**
 * Steps with pending ones behind them, at their own time or at that of the last one: they will be the newest. One whose words have
 * come back from the helpdesk goes as a whole, and of the others what is so already changes nothing.
 */
export function withPending(
  steps: readonly Step[],
  pending: readonly PendingSteps[],
  arrived: ReadonlySet<string>,
): readonly Step[] {
  const waiting = pending.filter(({ clientId }) => !arrived.has(clientId));
  return waiting
    .toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))
    .flatMap((one) => one.steps)
    .reduce(appended, steps);
}

function appended(steps: readonly Step[], step: Step): readonly Step[] {
  const at = Math.max(step.at, steps.at(-1)?.at ?? step.at);
  if (step.kind === 'status') {
    const last = steps.findLast((one) => one.kind === 'status');
    const from = last?.to ?? null;
    return from === step.to ? steps : [...steps, { ...step, at, from }];
  }
  if (step.kind === 'assign') {
    const last = steps.findLast((one) => one.kind === 'assign');
    return (last?.to ?? null) === step.to ? steps : [...steps, { ...step, at }];
  }
  return [...steps, { ...step, at }];
}
