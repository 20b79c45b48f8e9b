import type { AccountState } from './account-state.ts';
import { tagsOf } from './test-condition.ts';

const TAGS = 500;

/** Tags of tickets that are shown, most used first. */
export function tagsInUse(state: AccountState): readonly string[] {
  const { columns } = state;
  const { tags, gone } = columns.numbers();
  const uses = new Uint32Array(columns.tagLists.size());
  for (let index = 0; index < columns.size(); index++)
    if (gone[index] === 0) uses[tags[index] ?? 0] = (uses[tags[index] ?? 0] ?? 0) + 1;
  const counts = new Map<string, number>();
  for (const [at, list] of columns.tagLists.list().entries()) {
    const used = uses[at + 1] ?? 0;
    if (used > 0) for (const tag of tagsOf(list)) counts.set(tag, (counts.get(tag) ?? 0) + used);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, TAGS)
    .map(([tag]) => tag);
}
