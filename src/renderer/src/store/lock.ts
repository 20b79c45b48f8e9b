export type Lock = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Runs one piece of work after the other, in the order they came; one that fails does not stop the next. */
export function createLock(): Lock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
