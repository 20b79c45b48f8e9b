import { test } from 'vitest';

/**
 * Stands in the report in place of the tests that need Request Tracker, and says why it cannot be had: it is a Debian package, and
 * a desk with another system, or without the right to install, has none. With CI=true that counts as a failure.
 */
export const skippedWithoutRequestTracker = (why: string): void =>
  test(`everything on a real Request Tracker, which cannot be had here: ${why}`, ({ skip }) => skip(why));
