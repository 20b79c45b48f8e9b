import { useEffect, useState } from 'react';

/** A value once it has been the same for `forMs`; until then the one before it, null at first. */
export function useSettled<Value>(value: Value, forMs: number): Value | null {
  const [settled, setSettled] = useState<{ readonly value: Value } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ value }), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return settled && settled.value;
}
