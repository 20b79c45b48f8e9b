import type { Call } from './call.ts';

/** How long each part of a call lasted, in ms. */
export type CallTimes = {
  readonly ringMs: number;
  /** Without what it stood on hold. */
  readonly talkMs: number;
  readonly holdMs: number;
  /** From its end until the agent had done with it (after-call work). */
  readonly wrapMs: number;
};

/** How long each part lasted, or has lasted at `now` (UTC ms). A clock that was set back makes none of them negative. */
export function timesOf(call: Call, now: number): CallTimes {
  const span = (from: number, until: number | null): number => Math.max(0, (until ?? now) - from);
  const ended = call.endedAt ?? now;
  const holdMs = call.holds.reduce((sum, { from, until }) => sum + span(from, until ?? ended), 0);
  return {
    ringMs: span(call.startedAt, call.answeredAt ?? ended),
    talkMs: call.answeredAt === null ? 0 : Math.max(0, span(call.answeredAt, ended) - holdMs),
    holdMs,
    wrapMs: call.endedAt === null || call.answeredAt === null ? 0 : span(call.endedAt, call.wrappedAt),
  };
}
