import type { Call } from '#shared/calls/call.ts';
import type { TelephoneEvent } from '#shared/calls/call-change.ts';

export type NewCall = Omit<Extract<TelephoneEvent, { readonly event: 'new' }>, 'event' | 'users'>;

/** A call as it begins to ring at `at`. */
export const beginCall = (told: NewCall, { id, at }: { readonly id: string; readonly at: number }): Call => ({
  id,
  externalId: told.externalId,
  direction: told.direction,
  number: told.number,
  name: told.name,
  line: told.line,
  queue: told.queue,
  startedAt: at,
  answeredAt: null,
  endedAt: null,
  wrappedAt: null,
  holds: [],
  mutedSince: null,
  cause: '',
  answeredElsewhere: false,
  transferredTo: '',
  resumes: null,
  accountId: null,
  personRemoteId: null,
  ticketId: null,
  disposition: '',
  followUpAt: null,
});

/** What is told of a call that is known already: it fills what was left open, and changes nothing else. */
export function filledIn(call: Call, told: Partial<NewCall>): Call {
  const filled = {
    externalId: call.externalId ?? told.externalId ?? null,
    number: call.number || (told.number ?? ''),
    name: call.name || (told.name ?? ''),
    line: call.line || (told.line ?? ''),
    queue: call.queue || (told.queue ?? ''),
  };
  const isNews = (Object.keys(filled) as (keyof typeof filled)[]).some((key) => filled[key] !== call[key]);
  return isNews ? { ...call, ...filled } : call;
}

/** Goes on from a call that broke off: with whom and about what it was, unless that is known already. */
export function goingOn(call: Call, from: Call | null | undefined): Call {
  if (!from) return call;
  const { accountId, personRemoteId, ticketId } = from;
  return { ...call, resumes: from.id, ...(call.accountId === null ? { accountId, personRemoteId, ticketId } : {}) };
}
