import { createHash, type Hash } from 'node:crypto';
import type { AccountId } from '#shared/domain/ids.ts';
import type { FilePart } from '#shared/link/file-part.ts';
import type { Disk } from '../profile/disk.ts';
import type { ProfilePaths } from '../profile/profile-paths.ts';

/** Files that go with messages: their bytes rest in the profile under their SHA-256 before anything names them. */
export type OutgoingFiles = {
  /** Takes the next part. The last one resolves once the whole is on disk; rejects as the disk does. */
  put(part: FilePart): Promise<void>;
  /** Takes bytes that are here as a whole; resolves with their SHA-256 once they are on disk. */
  keep(accountId: AccountId, bytes: Uint8Array): Promise<string>;
  /** Null where there are no such bytes. */
  read(sha256: string): Promise<Uint8Array | null>;
  /** Of a removed account nothing is on its way to be named any more. */
  forget(account: AccountId): void;
  /** Removes what is not among `named` and was not put while this program runs: a draft that names it may be a moment away. */
  removeOthers(named: ReadonlySet<string>): Promise<void>;
};

/** One at a time: the store worker waits for the end of one file before it begins the next. */
type Upload = { readonly sha256: string; readonly bytes: Uint8Array; readonly hash: Hash; at: number };

export function openOutgoingFiles(disk: Disk, paths: ProfilePaths): OutgoingFiles {
  let upload: Upload | null = null;
  const put = new Map<string, Set<AccountId>>();

  /** One after the other: what is about to go must not take along what is put in its place. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<void>): Promise<void> => {
    const result = queue.then(run);
    queue = result.catch(() => undefined);
    return result;
  };
  const write = (accountId: AccountId, sha256: string, bytes: Uint8Array): Promise<void> => {
    put.set(sha256, (put.get(sha256) ?? new Set()).add(accountId));
    return inTurn(() => disk.replace(paths.file(sha256), bytes));
  };

  return {
    async put({ accountId, sha256, size, at, bytes }) {
      if (at === 0) upload = { sha256, bytes: new Uint8Array(size), hash: createHash('sha256'), at: 0 };
      const current = upload;
      if (current?.sha256 !== sha256 || current.at !== at || at + bytes.length > current.bytes.length)
        throw new Error('a part of a file out of order');
      current.bytes.set(bytes, at);
      current.hash.update(bytes);
      current.at += bytes.length;
      if (current.at < current.bytes.length) return;
      upload = null;
      if (current.hash.digest('hex') !== sha256) throw new Error('a file is not what its name says');
      await write(accountId, sha256, current.bytes);
    },
    async keep(accountId, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await write(accountId, sha256, bytes);
      return sha256;
    },
    async read(sha256) {
      const bytes = await disk.read(paths.file(sha256));
      return bytes && new Uint8Array(bytes);
    },
    forget(account) {
      for (const [sha256, accounts] of put) if (accounts.delete(account) && accounts.size === 0) put.delete(sha256);
    },
    removeOthers: (named) =>
      inTurn(async () => {
        for (const name of await disk.list(paths.files)) {
          // What a kill left half written has an ending.
          const [sha256 = name] = name.split('.');
          if (put.has(sha256) || (named.has(sha256) && sha256 === name)) continue;
          await disk.remove(paths.file(name));
        }
      }),
  };
}
