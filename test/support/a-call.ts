import type { Call } from '#shared/calls/call.ts';

/** An incoming call that rings; ids tell their order. */
export const aCall = (number: number, over: Partial<Call> = {}): Call => ({
  id: `01JCALL${String(number).padStart(19, '0')}`,
  externalId: null,
  direction: 'in',
  number: '+4721000000',
  name: '',
  line: '',
  queue: '',
  startedAt: number * 1_000,
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
  ...over,
});
