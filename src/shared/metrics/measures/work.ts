import type { Measured } from '../measured.ts';
import type { Stretch } from '../stretch.ts';

/**
 * Hours of work, by which replies per hour goes.
 *
 * Definition: the time in which the agent was at work (`work-stretches.ts`).
 * Source: our own; helpdesks go by the hours in an available state, from a log of states.
 * Unit: ms. Attribution: the agent at this machine. Counts when the stretch begins.
 */
export const measureWork = (stretches: readonly Stretch[]): readonly Measured[] =>
  stretches.map(({ from, until }) => ({ metric: 'work', at: from, value: until - from, agentId: null }));
