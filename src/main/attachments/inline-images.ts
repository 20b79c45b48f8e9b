import type { Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Clock } from '../clock.ts';
import type { Disk } from '../profile/disk.ts';
import { readText } from '../profile/read-file.ts';
import { createWake } from '../sync/wake.ts';

/** Larger ones are fetched when their message is opened. */
const MOST_BYTES = 1_000_000;
/** How long a helpdesk that could not be reached is left alone. */
const TRY_AGAIN_MS = 30_000;

const imageSchema = z.object({ ticketRemoteId: z.string(), remoteId: z.string() });
export type InlineImage = z.infer<typeof imageSchema>;

/**
 * The inline images that synced conversations show and that are not here yet. Which they are outlives a restart, so that every
 * synced ticket reads whole without a network in the end.
 */
export type InlineImages = {
  /** Notes what a conversation shows, before the conversation itself is kept; on a full disk for this run only. */
  want(rows: Rows): Promise<void>;
  /** Brings them in one after the other, for as long as the signal lasts. */
  fetchAll(fetch: (image: InlineImage) => Promise<Result<unknown, Failure>>, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
};

export async function openInlineImages(
  disk: Disk,
  path: string,
  ports: { readonly clock: Clock; readonly isHere: (remoteId: RemoteId) => Promise<boolean> },
): Promise<InlineImages> {
  const { clock, isHere } = ports;
  const wanted = new Map<RemoteId, InlineImage>();
  const wake = createWake(clock);
  const kept = await readText(disk, path);
  for (const line of kept?.split('\n') ?? []) {
    const image = parseLine(line);
    if (image && !(await isHere(image.remoteId))) wanted.set(image.remoteId, image);
  }
  // On a full disk the longer list goes on serving.
  if (kept !== null) await disk.replace(path, [...wanted.values()].map(toLine).join('')).catch(() => undefined);
  const file = await disk.append(path);

  return {
    async want(rows) {
      const added: InlineImage[] = [];
      for (const { ticketRemoteId, attachments } of rows.messages)
        for (const { remoteId, inline, size } of attachments) {
          if (!inline || size > MOST_BYTES || wanted.has(remoteId) || (await isHere(remoteId))) continue;
          added.push({ ticketRemoteId, remoteId });
          wanted.set(remoteId, { ticketRemoteId, remoteId });
        }
      if (added.length === 0) return;
      await file.write(added.map(toLine).join('')).catch(() => undefined);
      wake.wake();
    },
    async fetchAll(fetch, signal) {
      while (!signal.aborted) {
        const [next] = wanted.values();
        if (!next) {
          await wake.sleep(Number.MAX_SAFE_INTEGER, signal);
          continue;
        }
        const fetched = await fetch(next);
        wanted.delete(next.remoteId);
        if (fetched.ok || isGone(fetched.error)) continue;
        // Behind the others: it may be this one alone that cannot be had.
        wanted.set(next.remoteId, next);
        await clock.sleep(TRY_AGAIN_MS, signal);
      }
    },
    close: () => file.close(),
  };
}

const toLine = (image: InlineImage): string => `${JSON.stringify(image)}\n`;

/** A line torn by a kill names an image whose conversation was not kept either. */
function parseLine(line: string): InlineImage | null {
  try {
    return imageSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** The helpdesk will not hand it out, however often it is asked. */
const isGone = (failure: Failure): boolean => ['notFound', 'forbidden', 'rejected'].includes(failure.code);
