import type { Call } from '../../calls/call.ts';
import type { Measured } from '../measured.ts';

/**
 * Handle time of calls; its mean is the average handle time (AHT).
 *
 * Definition: talk + hold + after-call work of a call that was answered here, ended and wrapped up: from the answer to the end of the
 * wrap-up. Ringing is none of it.
 * Source: Amazon Connect's average handle time, agent interaction + customer hold + after contact work, by contacts handled.
 * Unit: ms. Attribution: the agent at this machine. Counts when it was wrapped up.
 * Vendors: Amazon Connect adds up by contacts handled, whether an agent spoke to one or several others. For what is no call the time that
 * a ticket had the focus stands for it (`focus.ts`).
 */
export function measureCallHandle({ answeredAt, endedAt, wrappedAt }: Call): readonly Measured[] {
  if (answeredAt === null || endedAt === null || wrappedAt === null) return [];
  // A clock that was set back makes no time negative.
  const value = Math.max(0, endedAt - answeredAt) + Math.max(0, wrappedAt - endedAt);
  return [{ metric: 'call-handle', at: wrappedAt, value, agentId: null }];
}
