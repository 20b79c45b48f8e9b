import type { Call } from '../../calls/call.ts';
import type { Measured } from '../measured.ts';

/**
 * After-call work (ACW).
 *
 * Definition: from the end of a call that was answered here until the agent had done with it.
 * Source: Amazon Connect's after contact work time.
 * Unit: ms. Attribution: the agent at this machine. Counts when it was wrapped up.
 * Vendors: where a telephone has states, it ends when the agent changes theirs or a timer runs out; here when the agent says so.
 */
export function measureAfterCallWork({ answeredAt, endedAt, wrappedAt }: Call): readonly Measured[] {
  if (answeredAt === null || endedAt === null || wrappedAt === null) return [];
  return [{ metric: 'after-call-work', at: wrappedAt, value: Math.max(0, wrappedAt - endedAt), agentId: null }];
}
