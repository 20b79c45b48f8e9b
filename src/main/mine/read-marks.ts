import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TicketId } from '#shared/domain/ids.ts';
import { type ReadMark, readMarkSchema } from '#shared/link/contract.ts';
import { readText, writeWhole } from '../profile/atomic-file.ts';

/** How far the agent has read each conversation: append-only, the newest line of a ticket counts. */
export type ReadMarks = {
  all(): readonly ReadMark[];
  mark(mark: ReadMark): Promise<void>;
};

export async function openReadMarks(path: string): Promise<ReadMarks> {
  const marks = new Map<TicketId, ReadMark>();
  const lines = ((await readText(path)) ?? '').split('\n').filter((line) => line !== '');
  for (const line of lines) {
    const mark = parseMark(line);
    if (mark) marks.set(mark.ticketId, mark);
  }
  await mkdir(dirname(path), { recursive: true });
  if (lines.length > 2 * marks.size + 1_000)
    await writeWhole(path, [...marks.values()].map((mark) => `${JSON.stringify(mark)}\n`).join(''));
  else if (lines.length > 0) await appendFile(path, '\n');
  return {
    all: () => [...marks.values()],
    async mark(mark) {
      if ((marks.get(mark.ticketId)?.readAt ?? -1) >= mark.readAt) return;
      marks.set(mark.ticketId, mark);
      await appendFile(path, `${JSON.stringify(mark)}\n`);
    },
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
