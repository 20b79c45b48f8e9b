import { readFile } from 'node:fs/promises';
import type { Rectangle } from 'electron';
import { z } from '#shared/schema.ts';
import { nodeDisk } from '../../profile/disk.ts';

const placeSchema = z.object({
  bounds: z.object({ x: z.int().optional(), y: z.int().optional(), width: z.int().min(720), height: z.int().min(480) }),
  maximized: z.boolean(),
});
export type WindowPlace = {
  readonly bounds: Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'>;
  readonly maximized: boolean;
};

const FIRST: WindowPlace = { bounds: { width: 1280, height: 820 }, maximized: false };

/** Where the window was; the middle of the first screen when that is not known or on no screen any more. */
export async function readPlace(file: string, screens: readonly Rectangle[]): Promise<WindowPlace> {
  try {
    const { bounds, maximized } = placeSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const { x, y, width, height } = bounds;
    if (x === undefined || y === undefined || !screens.some((screen) => overlaps(screen, { x, y, width, height }))) {
      return { bounds: { width, height }, maximized };
    }
    return { bounds: { x, y, width, height }, maximized };
  } catch {
    return FIRST;
  }
}

/** Whether enough of the window's upper edge is on the screen to take hold of it. */
const overlaps = (screen: Rectangle, window: Rectangle): boolean =>
  window.x + window.width > screen.x + 100 &&
  window.x < screen.x + screen.width - 100 &&
  window.y >= screen.y - 10 &&
  window.y < screen.y + screen.height - 50;

/** Keeps the place; rejects as the file system does. */
export const keepPlace = (file: string, place: WindowPlace): Promise<void> =>
  nodeDisk.replace(file, JSON.stringify(place));
