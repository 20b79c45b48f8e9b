import type { Call } from '../../calls/call.ts';
import type { Measured } from '../measured.ts';
import { type Stretch, unionOf, without } from '../stretch.ts';
import { contactOf } from '../work-stretches.ts';

/**
 * Occupancy, as its two parts: it is on-contact ÷ (on-contact + idle).
 *
 * Definition: on-contact is the time in calls from the answer to the end of the wrap-up, several at once counting once; idle is the rest
 * of the time in which the agent was available.
 * Source: Amazon Connect's occupancy, of which its agent on contact time includes holds and after contact work.
 * Unit: ms. Attribution: the agent at this machine. Counts when the stretch begins.
 * Vendors: not utilisation, which divides by the time logged in. Telephones keep a log of states; `available` stands for it here.
 */
export function measureOccupancy(calls: readonly Call[], available: readonly Stretch[]): readonly Measured[] {
  const contact = unionOf(calls.flatMap((call) => contactOf(call) ?? []));
  const parts = (metric: 'on-contact' | 'idle', stretches: readonly Stretch[]): readonly Measured[] =>
    stretches.map(({ from, until }) => ({ metric, at: from, value: until - from, agentId: null }));
  return [...parts('on-contact', contact), ...parts('idle', without(available, contact))];
}
