import type { Call } from '#shared/calls/call.ts';
import { isSameNumber } from './same-number.ts';

/** Within which a number that calls again goes on with what it was cut off from. */
const AGAIN_WITHIN_MS = 10 * 60_000;

/**
 * How a call ends that was talked through or passed on, in letters alone: Zammad's words and FreeSWITCH's; Asterisk says
 * `Normal Clearing`, or Q.850's numbers.
 */
const USUAL = new Set([
  'normalclearing',
  'normalunspecified',
  'forwarded',
  'blindtransfer',
  'attendedtransfer',
  'pickedoff',
]);
const USUAL_NUMBERS = new Set(['16', '31']);

/**
 * The newest of `calls` that broke off and goes on where `number` is on the line again at `at`: the agent talked in it, and it ended
 * for no usual reason, or the agent has not done with it. Null where there is none.
 */
export function brokenOff(
  calls: Iterable<Call>,
  { number, at }: { readonly number: string; readonly at: number },
): Call | null {
  let newest: Call | null = null;
  for (const call of calls) {
    const { answeredAt, endedAt } = call;
    if (answeredAt === null || endedAt === null || at - endedAt > AGAIN_WITHIN_MS) continue;
    if (call.wrappedAt !== null && isUsual(call.cause)) continue;
    if (isSameNumber(call.number, number) && endedAt >= (newest?.endedAt ?? 0)) newest = call;
  }
  return newest;
}

/** A telephone that does not say why leaves it to the agent. */
function isUsual(cause: string): boolean {
  const letters = cause.toLowerCase().replace(/[^a-z]/g, '');
  return cause.trim() === '' || USUAL.has(letters) || USUAL_NUMBERS.has(cause.trim());
}
