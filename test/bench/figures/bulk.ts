import { COMMANDS } from '#shared/commands/catalogue.ts';
import type { Outcome } from '../report/figures.ts';
import type { BenchConsole } from '../stage/console.ts';

/** Selecting all of a view of 500 tickets and solving them. */
export async function measureBulk(_bench: BenchConsole): Promise<readonly Outcome[]> {
  const ids: readonly string[] = COMMANDS.map(({ id }) => id);
  if (!ids.includes('list.selectAll')) return [{ figure: 'bulk', skipped: 'several tickets cannot be selected yet' }];
  return [{ figure: 'bulk', skipped: 'not measured' }];
}
