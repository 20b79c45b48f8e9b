import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { askWatch, startWatch } from './profile-watch.ts';

const lockSchema = z.object({ id: z.string(), pid: z.number(), watchPort: z.number(), where: z.string() });
type Lock = z.infer<typeof lockSchema>;

export type ProfileLock = {
  /** What a second start is told: an address, or empty for a window of the program's own. */
  tell(where: string): Promise<void>;
  release(): Promise<void>;
};

/** Who holds the profile; `where` as it was told. */
export type Holder = { readonly pid: number; readonly where: string };

/**
 * Makes this process the only one on the profile, whichever host it is. The holder listens on loopback and proves there that it
 * wrote the lock, so a lock that outlived its process (killed, power lost) is told apart even when the process id is in use again.
 * `onLink` gets the links that later starts were given.
 */
export async function lockProfile(
  profileDir: string,
  onLink: (link: string) => void = () => undefined,
): Promise<Result<ProfileLock, Holder>> {
  const file = join(profileDir, 'lock');
  const id = randomBytes(16).toString('hex');
  const watch = await startWatch(id, onLink);
  for (;;) {
    const mine: Lock = { id, pid: process.pid, watchPort: watch.port, where: '' };
    if (await createExclusively(file, mine)) {
      return ok({
        tell: async (where) => {
          const temporary = `${file}.${id}`;
          await writeFile(temporary, JSON.stringify({ ...mine, where }), { mode: 0o600 });
          await rename(temporary, file);
        },
        release: async () => {
          await rm(file, { force: true });
          await watch.close();
        },
      });
    }
    const content = await readFile(file, 'utf8').catch(() => null);
    const lock = content === null ? null : readLock(content);
    if (lock !== null && (await isAlive(lock))) {
      await watch.close();
      return err({ pid: lock.pid, where: lock.where });
    }
    // Moved aside under a name of its own, so that of two starts only one does it.
    const aside = `${file}.stale-${id}`;
    const moved = await rename(file, aside).then(
      () => true,
      () => false,
    );
    if (moved) await rm(aside, { force: true });
  }
}

function readLock(content: string): Lock | null {
  try {
    return lockSchema.parse(JSON.parse(content));
  } catch {
    return null;
  }
}

/** Linked into place with its content, for a lock that is there and empty would look damaged to a start at the same moment. */
async function createExclusively(file: string, lock: Lock): Promise<boolean> {
  const written = `${file}.${lock.id}`;
  await writeFile(written, JSON.stringify(lock), { mode: 0o600 });
  try {
    await link(written, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    // File systems without links (FAT, some shares) can still create exclusively.
    return await copyFile(written, file, constants.COPYFILE_EXCL).then(
      () => true,
      (refused) => {
        if (hasCode(refused, 'EEXIST')) return false;
        throw refused;
      },
    );
  } finally {
    await rm(written, { force: true });
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Never takes a profile from a live process, answer or not. */
async function isAlive(lock: Lock): Promise<boolean> {
  const answer = await askWatch(lock);
  return answer === 'alive' || (answer === 'silent' && processExists(lock.pid));
}

/** Gives a link to the program that holds the profile; false where none does. */
export async function handOver(profileDir: string, link: string): Promise<boolean> {
  const content = await readFile(join(profileDir, 'lock'), 'utf8').catch(() => null);
  const lock = content === null ? null : readLock(content);
  return lock !== null && (await askWatch(lock, link)) === 'alive';
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
