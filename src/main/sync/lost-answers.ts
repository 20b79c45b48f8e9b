import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';

/** Since when the answers to entries' last attempts have been lost, as far as this run has seen: never longer than they are. */
export type LostAnswers = {
  /** Takes in what the journal says now. */
  look(): void;
  /** Milliseconds by a clock that nobody can set. */
  forMs(entryId: string): number;
};

export function watchLostAnswers(journal: Journal, clock: Clock): LostAnswers {
  const since = new Map<string, { readonly attempts: number; readonly at: number }>();
  return {
    look() {
      const { entries } = journal.folded;
      for (const { id, attempts, state } of entries.values())
        if (state.name === 'unknown' && since.get(id)?.attempts !== attempts)
          since.set(id, { attempts, at: clock.elapsed() });
      for (const id of since.keys()) if (!entries.has(id)) since.delete(id);
    },
    forMs: (id) => clock.elapsed() - (since.get(id)?.at ?? clock.elapsed()),
  };
}
