import type { Pause } from './plan-rows.ts';

/** Work goes on this long before the window's questions get a turn. */
const SLICE_MS = 8;

/** Gives way when the slice is used up. A message to oneself comes back behind what already waits; a timer would add 4 ms. */
export function createPause(channel: MessageChannel, clock: () => number): Pause {
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  let since = clock();
  return async () => {
    if (clock() - since < SLICE_MS) return;
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
    since = clock();
  };
}
