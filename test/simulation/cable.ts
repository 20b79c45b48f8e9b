import type { LinkPort } from '#shared/link/port.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/** How long after one end has died the other hears of it. */
const HEARD_AFTER_MS = 30;

/** A link's two ports: messages take a while and keep their order; what was posted before a death may still arrive. */
export function createCable(
  scheduler: Scheduler,
  random: Random,
  ends: readonly [Life, Life],
): readonly [LinkPort, LinkPort] {
  let hungUp = false;
  const isClosed = [false, false];
  const listeners: ((message: unknown) => void)[] = [];
  const closers: (() => void)[] = [];
  const hangUp = (): void => {
    if (hungUp) return;
    hungUp = true;
    for (const end of [0, 1] as const)
      ends[end].after(HEARD_AFTER_MS, () => {
        isClosed[end] = true;
        closers[end]?.();
      });
  };
  const makeEnd = (here: 0 | 1): LinkPort => {
    const there = here === 0 ? 1 : 0;
    let arrivesAt = 0;
    ends[here].onKill(hangUp);
    return {
      post(message) {
        if (hungUp || ends[here].isOver()) return;
        arrivesAt = Math.max(arrivesAt, scheduler.elapsed() + random.between(0, 4));
        const copy: unknown = structuredClone(message);
        ends[there].after(arrivesAt - scheduler.elapsed(), () => !isClosed[there] && listeners[there]?.(copy));
      },
      onMessage(listener) {
        listeners[here] = listener;
      },
      onClose(listener) {
        closers[here] = listener;
      },
      close: hangUp,
    };
  };
  return [makeEnd(0), makeEnd(1)];
}
