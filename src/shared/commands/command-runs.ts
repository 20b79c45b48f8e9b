import { z } from '../schema.ts';

/** What made a command run. `menu` is the program's or the window's, `outside` a notification, a deep link or the tray. */
export const runSourceSchema = z.enum(['key', 'palette', 'menu', 'button', 'contextMenu', 'outside']);
export type RunSource = z.infer<typeof runSourceSchema>;

/** How often a command ran on a day by one source; of the kind *mine*. `day` is as in 2026-11-26, in the agent's zone. */
export const commandRunsSchema = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  command: z.string(),
  source: runSourceSchema,
  count: z.number().int().positive(),
});
export type CommandRuns = Readonly<z.infer<typeof commandRunsSchema>>;

/** Counts of the same day, command and source as one, in the order in which they first came. */
export function sumRuns(runs: readonly CommandRuns[]): readonly CommandRuns[] {
  const sums = new Map<string, CommandRuns>();
  for (const run of runs) {
    const key = `${run.day} ${run.source} ${run.command}`;
    sums.set(key, { ...run, count: run.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()];
}
