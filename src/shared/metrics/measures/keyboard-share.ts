import type { CommandRuns, RunSource } from '../../commands/command-runs.ts';
import { dayNamed, startOfDay } from '../day-of.ts';
import type { Measured } from '../measured.ts';
import type { Zone } from '../zone.ts';

/** The palette is opened and used by keys. */
const BY_HAND: ReadonlySet<RunSource> = new Set(['key', 'palette']);

/**
 * Keyboard share, as its two parts: it is keyed commands ÷ commands.
 *
 * Definition: commands that ran by key or from the palette, of all that the agent ran. What came from outside the window, as a notification
 * or a deep link, is neither.
 * Source: our own: how often each command ran, by the agent's days.
 * Unit: count. Attribution: the agent at this machine. Counts at the day's beginning.
 */
export const measureCommandDays = (runs: readonly CommandRuns[], zone: Zone): readonly Measured[] =>
  runs.flatMap(({ day, source, count }) => parts(startOfDay(zone, dayNamed(day)), source, count));

function parts(at: number, source: RunSource, count: number): readonly Measured[] {
  if (source === 'outside') return [];
  const all: Measured = { metric: 'commands', at, value: count, agentId: null };
  return BY_HAND.has(source) ? [all, { ...all, metric: 'keyed-commands' }] : [all];
}
