import {
  prepareRequestTracker,
  type RequestTracker,
  type SeedOptions,
  startRequestTracker,
} from '../../support/request-tracker/rig.ts';
import { test } from './fixtures.ts';

/**
 * A part of the machine that a test cannot do without: Request Tracker, which is a Debian package, or a small file system, which
 * only root may mount. Where it cannot be had the test ends here, and the report says so and why; with CI=true that counts as a
 * failure. Null: it is there.
 */
export function needs(part: string, why: string | null): void {
  test.skip(why !== null, `${part} cannot be had here: ${why}`);
}

/** A Request Tracker of the test's own, seeded and running. */
export async function ownRequestTracker(size: SeedOptions): Promise<RequestTracker> {
  const prepared = await prepareRequestTracker(size);
  needs('Request Tracker', prepared.ok ? null : prepared.why);
  if (!prepared.ok) throw new Error(prepared.why);
  return startRequestTracker(prepared.seeded);
}
