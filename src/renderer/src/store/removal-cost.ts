import { isLive } from '#shared/outbox/entry.ts';
import type { AccountState } from './account-state.ts';
import { hasWords } from './draft-words.ts';
import type { Journal } from './fold-journal.ts';

/** Of an account whose database cannot be opened the journal knows what would go. */
export const removalCostOf = (state: AccountState | undefined, journal: Journal | undefined) => ({
  unsent: state?.outbox.size ?? journal?.entries.filter(isLive).length ?? 0,
  drafts: [...(state?.drafts.values() ?? journal?.drafts ?? [])].filter(hasWords).length,
  marks: state?.marks.size ?? journal?.marks.length ?? 0,
});
