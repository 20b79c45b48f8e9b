import type { Measured } from '../report/figures.ts';
import type { BenchConsole } from '../stage/console.ts';
import { measureHeap } from '../stage/heap.ts';

const MB = 1_000_000;
export const inMegabytes = (bytes: number): number => bytes / MB;

/** What the window and its worker hold after an agent has used them for a while. */
export async function measureMemory({ context, page }: BenchConsole): Promise<readonly Measured[]> {
  const heap = await measureHeap(context, page);
  const empty = await context.newPage();
  const nothing = await measureHeap(context, empty);
  await empty.close();
  await page.bringToFront();
  return [
    {
      figure: 'memory',
      value: inMegabytes(heap.window + heap.worker),
      beside: `window ${inMegabytes(heap.window).toFixed(1)}, worker ${inMegabytes(heap.worker).toFixed(1)} MB; an empty page ${inMegabytes(nothing.window).toFixed(1)} MB`,
      samples: 1,
    },
  ];
}
