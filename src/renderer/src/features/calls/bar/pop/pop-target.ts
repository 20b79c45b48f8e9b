import type { Caller, CallerAnswer } from '#renderer/store/desk-calls.ts';
import type { TicketHeader } from '#renderer/store/desk-views.ts';
import type { Call } from '#shared/calls/call.ts';
import type { ScreenPopWith } from '#shared/calls/caller.ts';
import { popFor } from '#shared/calls/screen-pop.ts';
import type { TicketId } from '#shared/domain/ids.ts';

/** What a call opens. `known`: the ticket that it is about already. */
export type PopTarget = ScreenPopWith<TicketHeader> | { readonly to: 'known'; readonly ticketId: TicketId };

/** A call about which nobody needs to be asked; null where the number has to be looked up. */
export const knownTarget = ({ ticketId }: Call): PopTarget | null =>
  ticketId === null ? null : { to: 'known', ticketId };

/** Where a call leads whose number was looked up. Once somebody is named, only they count. */
export function targetOf({ accountId, personRemoteId }: Call, answer: CallerAnswer, now: number): PopTarget {
  const named = answer.callers.find(
    (caller) => caller.accountId === accountId && caller.person.remoteId === personRemoteId,
  );
  return named ? targetOfCaller(named, now) : popFor(answer, now);
}

/** The same once it is certain who calls. */
export const targetOfCaller = (caller: Caller, now: number): PopTarget =>
  popFor({ number: null, callers: [{ ...caller, why: 'earlier-call' }] }, now);

/** What the call is about once that is opened; null where nobody is known yet, or it is known already. */
export function aboutOf(
  { accountId, personRemoteId }: Call,
  target: PopTarget,
): Pick<Call, 'accountId' | 'personRemoteId' | 'ticketId'> | null {
  if (target.to !== 'ticket' && target.to !== 'person') return null;
  const { caller } = target;
  const ticketId = target.to === 'ticket' ? target.ticketId : null;
  const isNews = ticketId !== null || accountId !== caller.accountId || personRemoteId !== caller.person.remoteId;
  return isNews ? { accountId: caller.accountId, personRemoteId: caller.person.remoteId, ticketId } : null;
}

/** Whether a call opens something when it is first seen: not what is over, and not what the agent placed about a ticket. */
export const pops = ({ direction, endedAt, ticketId }: Call): boolean =>
  endedAt === null && (direction === 'in' || ticketId === null);
