import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';

const lockSchema = z.object({ id: z.string(), pid: z.number(), watchPort: z.number(), where: z.string() });
type Lock = z.infer<typeof lockSchema>;

export type ProfileLock = {
  /** What a second start is told: an address, or empty for a window of the program's own. */
  tell(where: string): Promise<void>;
  release(): Promise<void>;
};

/** Who holds the profile; `where` as it was told. */
export type Holder = { readonly pid: number; readonly where: string };

const proofOf = (id: string): string => createHash('sha256').update(`holdfast ${id}`).digest('hex');

/**
 * Makes this process the only one on the profile, whichever host it is. The holder listens on loopback and proves there that it
 * wrote the lock, so a lock that outlived its process (killed, power lost) is told apart even when the process id is in use again.
 */
export async function lockProfile(profileDir: string): Promise<Result<ProfileLock, Holder>> {
  const file = join(profileDir, 'lock');
  const id = randomBytes(16).toString('hex');
  const watch = await startWatch(id);
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

async function startWatch(id: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(proofOf(id));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // The watch never keeps a process alive that has nothing else to do.
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** An answer on loopback takes a millisecond; a holder that is busy for longer than this is still told apart by its process. */
const ANSWER_MS = 1_000;

function isAlive(lock: Lock): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port: lock.watchPort, host: '127.0.0.1', timeout: ANSWER_MS });
    let answer = '';
    const settle = (alive: boolean): void => {
      socket.destroy();
      resolve(alive);
    };
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      answer += text;
      if (answer.length > 64) settle(false);
    });
    socket.on('end', () => settle(answer === proofOf(lock.id)));
    socket.on('error', () => settle(false));
    // Something listens and says nothing: stopped in a debugger, or another program. Never take a profile from a live process.
    socket.on('timeout', () => settle(processExists(lock.pid)));
  });
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
