import { type Call, phaseOf } from '#shared/calls/call.ts';

/** Those that have to be put on hold before the agent talks in this one: there is one agent. */
export const toHoldFirst = (calls: readonly Call[], callId: string): readonly Call[] =>
  calls.filter((call) => call.id !== callId && phaseOf(call) === 'talking');

/** The one that an answer is for: the shown one, else the one that has rung longest. `calls` come newest first. */
export function toAnswer(calls: readonly Call[], shown: Call | null): Call | null {
  if (shown && phaseOf(shown) === 'ringing') return shown;
  return calls.findLast((call) => phaseOf(call) === 'ringing' && call.direction === 'in') ?? null;
}

/** The one after the shown one, from the oldest to the newest and round again; null where there is no other. */
export function nextOf(calls: readonly Call[], shown: Call | null): Call | null {
  const oldestFirst = calls.toReversed();
  const at = oldestFirst.findIndex(({ id }) => id === shown?.id);
  const next = oldestFirst[(at + 1) % Math.max(1, oldestFirst.length)];
  return next && next.id !== shown?.id ? next : null;
}
