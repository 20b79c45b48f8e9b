import { mkdir, open, readdir, readFile, rename, rm, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * What main's files ask of a file system. Folders come into being with what lies in them; every call rejects as the file system
 * does.
 */
export type Disk = {
  /** Null where there is no such file. */
  read(path: string): Promise<Uint8Array | null>;
  /** Puts a file in place as a whole: a reader sees the old bytes or the new, also after a power cut. */
  replace(path: string, content: string | Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  truncate(path: string, size: number): Promise<void>;
  /** Opens a file to write behind what it has; made where there is none. */
  append(path: string): Promise<Appendable>;
  /** The names of what lies in a folder; none where there is no folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Deletes a file, or a folder with all in it; nothing where there is none. */
  remove(path: string): Promise<void>;
};

export type Appendable = {
  write(text: string): Promise<void>;
  /** What was written before survives a power cut once this resolves. */
  sync(): Promise<void>;
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
};

/** Only its user may read what a profile holds. */
const MODE = 0o600;

export const nodeDisk: Disk = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  },
  async replace(path, content) {
    await mkdir(dirname(path), { recursive: true });
    const next = `${path}.next`;
    const file = await open(next, 'w', MODE);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(next, path);
  },
  rename,
  truncate,
  async append(path) {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a', MODE);
    return {
      write: (text) => file.appendFile(text),
      sync: () => file.datasync(),
      truncate: (size) => file.truncate(size),
      close: () => file.close(),
    };
  },
  async list(folder) {
    try {
      return await readdir(folder);
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
};

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
