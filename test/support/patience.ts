/**
 * How long a test waits for something to come about, in milliseconds: a busy machine takes seconds to fetch a part of
 * the window, and a test that waits for it is not there to measure that.
 */
export const PATIENCE_MS = 10_000;
