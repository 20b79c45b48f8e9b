import { type CommandRuns, commandRunsSchema, sumRuns } from '#shared/commands/command-runs.ts';
import type { Disk } from '../profile/disk.ts';
import { readText } from '../profile/read-file.ts';

/** By what the agent's commands were run: append-only, lines of the same day, command and source add up. */
export type CommandRunsFile = {
  all(): readonly CommandRuns[];
  add(runs: readonly CommandRuns[]): Promise<void>;
  close(): Promise<void>;
};

export async function openCommandRuns(disk: Disk, path: string): Promise<CommandRunsFile> {
  const lines = ((await readText(disk, path)) ?? '').split('\n').filter((line) => line !== '');
  let runs = sumRuns(lines.flatMap(parseRuns));
  const isLong = lines.length > 2 * runs.length + 1_000;
  // On a full disk the longer file goes on serving.
  if (isLong) await disk.replace(path, linesOf(runs)).catch(() => undefined);
  const file = await disk.append(path);
  if (!isLong && lines.length > 0) await file.write('\n').catch(() => undefined);
  return {
    all: () => runs,
    async add(more) {
      await file.write(linesOf(more));
      runs = sumRuns([...runs, ...more]);
    },
    close: () => file.close(),
  };
}

const linesOf = (runs: readonly CommandRuns[]): string => runs.map((run) => `${JSON.stringify(run)}\n`).join('');

/** A line torn by a kill is passed over: a few key presses are not counted. */
function parseRuns(line: string): readonly CommandRuns[] {
  try {
    return [commandRunsSchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
