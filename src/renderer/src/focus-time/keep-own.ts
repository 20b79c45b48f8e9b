import { type OwnEvent, uniqueOwnEvents } from '#shared/metrics/own-events.ts';

/** How long events gather before they are handed on together, in ms. */
const GATHER_MS = 1_000;
/** Without a link for long, older ones go. */
const MOST_WAITING = 5_000;

/** Hands events on in the background; those that could not be kept are tried again with the next. */
export function createOwnKeeper(
  keep: (events: readonly OwnEvent[]) => Promise<boolean>,
  after: (ms: number, run: () => void) => void,
): { add(event: OwnEvent): void; flush(): void } {
  let waiting: readonly OwnEvent[] = [];
  let isDue = false;
  const flush = (): void => {
    isDue = false;
    const events = waiting;
    if (events.length === 0) return;
    waiting = [];
    void keep(events)
      .catch(() => false)
      .then((kept) => {
        if (!kept) waiting = uniqueOwnEvents([...events, ...waiting]).slice(-MOST_WAITING);
      });
  };
  return {
    add(event) {
      waiting = uniqueOwnEvents([...waiting, event]);
      if (isDue) return;
      isDue = true;
      after(GATHER_MS, flush);
    },
    flush,
  };
}
