/** Remembers what came last by key, at most `most`; the oldest are forgotten first. */
export type Recent<Value> = {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  /** Gives back what it was. */
  take(key: string): Value | undefined;
};

export function createRecent<Value>(most: number): Recent<Value> {
  const kept = new Map<string, Value>();
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.delete(key);
      kept.set(key, value);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) return;
        kept.delete(oldest);
      }
    },
    take(key) {
      const value = kept.get(key);
      kept.delete(key);
      return value;
    },
  };
}
