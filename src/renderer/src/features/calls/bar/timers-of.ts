import { type Call, phaseOf } from '#shared/calls/call.ts';
import { timesOf } from '#shared/calls/call-times.ts';

export type TimerKind = 'ring' | 'talk' | 'hold' | 'wrap';
export type Timer = { readonly kind: TimerKind; readonly ms: number };

/** What lasts now comes first, then what has lasted, without what never was. */
export function timersOf(call: Call, now: number): readonly [Timer, ...Timer[]] {
  const { ringMs, talkMs, holdMs, wrapMs } = timesOf(call, now);
  const ring: Timer = { kind: 'ring', ms: ringMs };
  const talk: Timer = { kind: 'talk', ms: talkMs };
  const hold: Timer = { kind: 'hold', ms: holdMs };
  const held = call.holds.length > 0 ? [hold] : [];
  switch (phaseOf(call)) {
    case 'ringing':
    case 'missed':
      return [ring];
    case 'held':
      return [hold, talk, ring];
    case 'talking':
      return [talk, ...held, ring];
    default:
      return [{ kind: 'wrap', ms: wrapMs }, talk, ...held, ring];
  }
}
