import type { TicketId } from '#shared/domain/ids.ts';
import { newerMark, type TicketMark, ticketMarkSchema } from '#shared/mine/ticket-mark.ts';
import type { Disk } from '../profile/disk.ts';
import { readText } from '../profile/read-file.ts';

/** What is the agent's alone about each ticket: append-only, the newest line of a ticket counts. */
export type TicketMarks = {
  all(): readonly TicketMark[];
  /** Resolves once they are on disk. Older ones than are known change nothing. */
  put(marks: readonly TicketMark[]): Promise<void>;
  close(): Promise<void>;
};

export async function openTicketMarks(disk: Disk, path: string): Promise<TicketMarks> {
  const marks = new Map<TicketId, TicketMark>();
  /** False when it is no news. */
  const take = (mark: TicketMark): boolean => {
    const known = marks.get(mark.ticketId);
    const counts = known ? newerMark(known, mark) : mark;
    marks.set(mark.ticketId, counts);
    return counts !== known;
  };
  const lines = ((await readText(disk, path)) ?? '').split('\n').filter((line) => line !== '');
  for (const line of lines) {
    const mark = parseMark(line);
    if (mark) take(mark);
  }
  const isLong = lines.length > 2 * marks.size + 1_000;
  // On a full disk the longer file goes on serving.
  if (isLong) await disk.replace(path, linesOf([...marks.values()])).catch(() => undefined);
  const file = await disk.append(path);
  if (!isLong && lines.length > 0) await file.write('\n').catch(() => undefined);
  return {
    all: () => [...marks.values()],
    async put(told) {
      const news = told.filter(take);
      if (news.length === 0) return;
      await file.write(linesOf(news));
      await file.sync();
    },
    close: () => file.close(),
  };
}

const linesOf = (marks: readonly TicketMark[]): string => marks.map((mark) => `${JSON.stringify(mark)}\n`).join('');

/** A line torn by a kill is passed over: the ticket is as it was before that mark. */
function parseMark(line: string): TicketMark | null {
  try {
    return ticketMarkSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
