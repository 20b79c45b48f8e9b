import type { Call } from './call.ts';

/** `resume`: talking again after `hold`; `wrap`: the agent had done with it. */
export type CallEventKind = 'start' | 'answer' | 'hold' | 'resume' | 'end' | 'wrap';

/** Something that happened in a call; `at` is UTC ms. */
export type CallEvent = { readonly callId: string; readonly event: CallEventKind; readonly at: number };

/**
 * What has happened in a call so far, in the order in which it happens in any call: also where a clock was set back meanwhile. A hold
 * that ended with the call was not resumed; a call that the agent did not talk in has no wrap-up.
 */
export function callEventsOf(call: Call): readonly CallEvent[] {
  const event = (kind: CallEventKind, at: number | null): readonly CallEvent[] =>
    at === null ? [] : [{ callId: call.id, event: kind, at }];
  return [
    ...event('start', call.startedAt),
    ...event('answer', call.answeredAt),
    ...call.holds.flatMap(({ from, until }) => [
      ...event('hold', from),
      ...(until === call.endedAt ? [] : event('resume', until)),
    ]),
    ...event('end', call.endedAt),
    ...(call.answeredAt === null ? [] : event('wrap', call.wrappedAt)),
  ];
}
