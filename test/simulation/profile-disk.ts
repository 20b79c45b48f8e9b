import type { Disk } from '#main/profile/disk.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';

type File = {
  bytes: Buffer;
  /** How much of it survives a power cut. */
  synced: number;
};

/** A profile's disk: it outlives the program, may be full, and forgets at a power cut what was not synced. */
export type ProfileDisk = {
  full: boolean;
  mount(life: Life): Disk;
  cutPower(): void;
};

export function createProfileDisk(random: Random, initial: Readonly<Record<string, string>>): ProfileDisk {
  const files = new Map<string, File>(
    Object.entries(initial).map(([path, text]) => [path, { bytes: Buffer.from(text), synced: text.length }]),
  );
  const fileAt = (path: string): File => {
    const known = files.get(path);
    if (known) return known;
    const made = { bytes: Buffer.alloc(0), synced: 0 };
    files.set(path, made);
    return made;
  };
  const check = (): void => {
    if (disk.full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  const disk: ProfileDisk = {
    full: false,
    mount(life) {
      const act = <Value>(most: number, work: () => Value): Promise<Value> => life.act(random.between(0, most), work);
      return {
        read: (path) => act(2, () => files.get(path)?.bytes ?? null),
        replace: (path, content) =>
          act(6, () => {
            check();
            const bytes = Buffer.from(content);
            files.set(path, { bytes, synced: bytes.length });
          }),
        rename: (from, to) =>
          act(2, () => {
            files.set(to, fileAt(from));
            files.delete(from);
          }),
        truncate: (path, size) => act(2, () => cut(fileAt(path), size)),
        append: (path) =>
          act(2, () => {
            const file = fileAt(path);
            return {
              write: (text) =>
                act(2, () => {
                  const added = Buffer.from(text);
                  // A disk that fills up takes what still fits.
                  const taken = disk.full ? added.subarray(0, random.between(0, added.length - 1)) : added;
                  file.bytes = Buffer.concat([file.bytes, taken]);
                  check();
                }),
              sync: () =>
                act(6, () => {
                  check();
                  file.synced = file.bytes.length;
                }),
              truncate: (size) => act(2, () => cut(file, size)),
              close: () => act(1, () => undefined),
            };
          }),
        list: (folder) =>
          act(2, () => [
            ...new Set(
              [...files.keys()]
                .filter((path) => path.startsWith(`${folder}/`))
                .flatMap((path) => path.slice(folder.length + 1).split('/')[0] ?? []),
            ),
          ]),
        remove: (folder) =>
          act(4, () => {
            for (const path of files.keys()) if (path.startsWith(folder)) files.delete(path);
          }),
      };
    },
    cutPower() {
      for (const file of files.values()) cut(file, random.between(file.synced, file.bytes.length));
    },
  };
  return disk;
}

function cut(file: File, size: number): void {
  file.bytes = file.bytes.subarray(0, size);
  file.synced = Math.min(file.synced, size);
}
