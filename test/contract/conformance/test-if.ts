import { test } from 'vitest';

/** A test only where it can mean something: a skipped one would count as a failure in CI. */
export const testIf =
  (condition: boolean) =>
  (name: string, run: () => Promise<void>): void => {
    if (condition) test(name, run);
  };
