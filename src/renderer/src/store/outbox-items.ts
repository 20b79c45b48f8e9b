import type { RemoteId } from '#shared/domain/ids.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { blockerOf, isStuck } from '#shared/outbox/order.ts';
import { type AccountState, entriesOf } from './account-state.ts';
import { mergedInto } from './answer-ticket.ts';
import type { OutboxItem } from './desk-tickets.ts';
import { titleOf } from './title-of.ts';

/** An account's outbox as it is shown: the oldest first, each with its ticket and what it waits for. */
export function outboxOf(state: AccountState): readonly OutboxItem[] {
  const onTicket = ticketMates(state);
  return [...state.outbox.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry) => ({
      entry,
      ...titleOf(state, entry.ticketId),
      waitsFor: waitsFor(entry, onTicket(entry)),
      mergedInto: entry.state.name === 'rejected' ? mergedInto(state, entry.state.mergedIntoRemoteId) : null,
    }));
}

/** Finds what is on the ticket of an entry, oldest first: also what was written on it when it was here twice, made here and by sync. */
function ticketMates(state: AccountState): (entry: OutboxEntry) => readonly OutboxEntry[] {
  const ofRemote = new Map<RemoteId, OutboxEntry[]>();
  for (const entry of state.outbox.values())
    if (entry.ticketRemoteId !== null)
      ofRemote.set(entry.ticketRemoteId, [...(ofRemote.get(entry.ticketRemoteId) ?? []), entry]);
  return ({ ticketId, ticketRemoteId }) => {
    const its = entriesOf(state, ticketId);
    const others = (ofRemote.get(ticketRemoteId ?? '') ?? []).filter((one) => one.ticketId !== ticketId);
    return others.length === 0 ? its : [...its, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
  };
}

/** What only the agent can bring on, at the end of what each waits for: a queue that moves by itself needs no words. */
function waitsFor(entry: OutboxEntry, onTicket: readonly OutboxEntry[]): string | null {
  const isRoot = (one: OutboxEntry): boolean => one.action.kind === 'create' || isStuck(one);
  const stays: OutboxEntry[] = [];
  for (const one of onTicket) if (isRoot(one) || blockerOf(one, stays)) stays.push(one);
  let blocker = blockerOf(entry, stays);
  while (blocker && !isRoot(blocker)) blocker = blockerOf(blocker, stays);
  return blocker?.id ?? null;
}
