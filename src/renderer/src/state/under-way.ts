const running = new Set<Promise<unknown>>();

/** The agent has done this, and it is not accepted yet: until it is, it is what undoing the last thing means. */
export function underWay<Value>(work: Promise<Value>): Promise<Value> {
  running.add(work);
  const end = (): void => void running.delete(work);
  work.then(end, end);
  return work;
}

export const isUnderWay = (): boolean => running.size > 0;

/** Resolves when all that was done so far is accepted or refused. */
export async function allAccepted(): Promise<void> {
  await Promise.allSettled(running);
}
