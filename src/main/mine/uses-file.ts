import { countUse, type Use, type UseCount, useCountSchema, useSchema, worthAt } from '#shared/mine/use-count.ts';
import type { Disk } from '../profile/disk.ts';
import { readText } from '../profile/read-file.ts';

/** How often macros and canned responses were used. */
export type UsesFile = {
  all(): readonly UseCount[];
  add(use: Use): Promise<void>;
  close(): Promise<void>;
};

/** Things whose uses are kept; those used least and longest ago are forgotten first. */
const MOST = 4_000;

/** Append-only: a line is a use, or what all uses of one thing up to then come to. */
export async function openUses(disk: Disk, path: string, now: number): Promise<UsesFile> {
  const lines = ((await readText(disk, path)) ?? '').split('\n').filter((line) => line !== '');
  const counts = new Map<string, UseCount>();
  const take = (use: Use): void => void counts.set(use.id, countUse(counts.get(use.id), use));
  for (const line of lines) {
    const read = parseLine(line);
    if (!read) continue;
    if ('total' in read) counts.set(read.id, read);
    else take(read);
  }
  const worth = ({ total, at }: UseCount): number => total * worthAt(now, at);
  for (const { id } of [...counts.values()].sort((a, b) => worth(b) - worth(a)).slice(MOST)) counts.delete(id);
  const isLong = lines.length > 2 * counts.size + 1_000;
  // On a full disk the longer file goes on serving.
  if (isLong) await disk.replace(path, [...counts.values()].map(lineOf).join('')).catch(() => undefined);
  const file = await disk.append(path);
  if (!isLong && lines.length > 0) await file.write('\n').catch(() => undefined);
  return {
    all: () => [...counts.values()],
    async add(use) {
      await file.write(lineOf(use));
      take(use);
    },
    close: () => file.close(),
  };
}

const lineOf = (line: Use | UseCount): string => `${JSON.stringify(line)}\n`;
const lineSchema = useCountSchema.or(useSchema);

/** A line torn by a kill is passed over: a use is not counted. */
function parseLine(line: string): Use | UseCount | null {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
