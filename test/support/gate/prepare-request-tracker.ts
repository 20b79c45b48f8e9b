import { prepareRequestTracker, type SeedOptions } from '../request-tracker/rig.ts';
import type { StepOutcome } from './run-steps.ts';
import { nothing, oneSkipped } from './tally.ts';

/** Installs and seeds Request Tracker ahead of the tests, which ask for the same and find it made; they skip themselves without it. */
export async function seedRequestTracker(options: SeedOptions): Promise<StepOutcome> {
  const prepared = await prepareRequestTracker(options);
  return prepared.ok
    ? { tally: nothing, output: '' }
    : { tally: oneSkipped(`request-tracker: ${prepared.why}`), output: prepared.why };
}
