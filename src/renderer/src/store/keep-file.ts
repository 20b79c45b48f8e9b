import { MOST_FILE_BYTES } from '#shared/outbox/action.ts';
import { err, ok } from '#shared/result.ts';
import type { DeskApi } from './desk-api.ts';
import { journalled } from './journalled.ts';
import { createLock } from './lock.ts';
import type { StoreContext } from './store-context.ts';

/** Small enough that what an agent waits for is not held up behind one on the link. */
const PART_BYTES = 1_000_000;

/** Files that go with messages, on their way into the profile and back. */
export function createKeepFile(context: StoreContext): Pick<DeskApi, 'keepFile' | 'keepOriginal' | 'outgoingFile'> {
  // One after the other: each is in memory as a whole, here and in main.
  const inTurn = createLock();
  return {
    keepFile: ({ accountId, file }) =>
      inTurn(async () => {
        if (file.size > MOST_FILE_BYTES) return err('too-large');
        const bytes = await bytesOf(file);
        if (bytes === null) return err('unreadable');
        if (bytes.length === 0) return err('empty');
        const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes));
        for (let at = 0; at < bytes.length; at += PART_BYTES) {
          const part = { accountId, sha256, size: bytes.length, at, bytes: bytes.slice(at, at + PART_BYTES) };
          const told = await journalled(context, () => context.main?.putFile(part));
          if (!told.ok) return err(told.error === 'maybe' ? 'no-link' : told.error);
        }
        return ok({ sha256, size: bytes.length });
      }),
    keepOriginal: async (request) => (await context.main?.keepOriginal(request).catch(() => null)) ?? null,
    outgoingFile: async (sha256) => (await context.main?.outgoingFile(sha256).catch(() => null)) ?? null,
  };
}

/** Null for what cannot be read: a folder, or a file that is no longer there. */
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

const hex = (digest: ArrayBuffer): string =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
