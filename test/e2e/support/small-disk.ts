import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SmallDisk = {
  readonly folder: string;
  /** Writes until the disk takes no more. */
  readonly fill: () => void;
  /** Takes that away again. */
  readonly free: () => void;
  readonly stop: () => void;
};

/** Why there is none on this machine; null when there can be. */
export const noSmallDisk = (): string | null =>
  process.platform === 'linux' && process.getuid?.() === 0 ? null : 'A small disk can be mounted by root on Linux only';

/** A disk in memory of `megabytes`. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'holdfast-test', folder]);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a');
      try {
        for (const size of [1_048_576, 4_096, 1]) {
          const block = Buffer.alloc(size, 1);
          try {
            while (writeSync(file, block) === size);
          } catch {
            // Full for blocks of this size.
          }
        }
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    stop() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
