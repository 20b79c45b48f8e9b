import { test } from 'vitest';

/**
 * Stands in the report in place of the tests that need Request Tracker, with the reason as its name, where it cannot be had. With
 * CI=true that counts as a failure.
 */
export const skippedWithoutRequestTracker = (why: string): void =>
  test.skip(`everything on a real Request Tracker, which cannot be had here: ${why}`, () => undefined);
