import { useEffect, useState } from 'react';

/** What is not needed for the first screen is fetched even on a machine that is never idle, after so long. */
const AT_LATEST_MS = 5_000;

/** False until the window has been painted and has nothing else to do. */
export function useIdleOnce(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const asked = requestIdleCallback(() => setIdle(true), { timeout: AT_LATEST_MS });
    return () => cancelIdleCallback(asked);
  }, []);
  return idle;
}
