import type { TicketId } from '#shared/domain/ids.ts';
import { type ReadMark, readMarkSchema } from '#shared/link/contract.ts';
import type { Disk } from '../profile/disk.ts';
import { readText } from '../profile/read-file.ts';

/** How far the agent has read each conversation: append-only, the newest line of a ticket counts. */
export type ReadMarks = {
  all(): readonly ReadMark[];
  mark(mark: ReadMark): Promise<void>;
  close(): Promise<void>;
};

export async function openReadMarks(disk: Disk, path: string): Promise<ReadMarks> {
  const marks = new Map<TicketId, ReadMark>();
  const lines = ((await readText(disk, path)) ?? '').split('\n').filter((line) => line !== '');
  for (const line of lines) {
    const mark = parseMark(line);
    if (mark) marks.set(mark.ticketId, mark);
  }
  const isLong = lines.length > 2 * marks.size + 1_000;
  // On a full disk the longer file goes on serving.
  if (isLong)
    await disk
      .replace(path, [...marks.values()].map((mark) => `${JSON.stringify(mark)}\n`).join(''))
      .catch(() => undefined);
  const file = await disk.append(path);
  if (!isLong && lines.length > 0) await file.write('\n').catch(() => undefined);
  return {
    all: () => [...marks.values()],
    async mark(mark) {
      if ((marks.get(mark.ticketId)?.readAt ?? -1) >= mark.readAt) return;
      marks.set(mark.ticketId, mark);
      await file.write(`${JSON.stringify(mark)}\n`);
    },
    close: () => file.close(),
  };
}

/** A line torn by a kill is passed over; the ticket shows as unread once more. */
function parseMark(line: string): ReadMark | null {
  try {
    return readMarkSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
