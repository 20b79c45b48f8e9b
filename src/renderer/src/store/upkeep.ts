import type { AccountState } from './account-state.ts';
import { saveColumns } from './snapshot.ts';
import type { StoreContext } from './store-context.ts';

/** After the last change, so that a first sync is not slowed by saving 20 MB over and over. */
const SAVE_AFTER_MS = 10_000;
/** A sync that never pauses must be saved as well. */
const SAVE_LATEST_MS = 120_000;
const SEARCH_AFTER_MS = 1_500;
/** Folding takes from a quarter of a second to several at 100,000 tickets: through a long sync it may cost a tenth of the time. */
const SEARCH_SHARE = 10;

/** What follows from changes and nobody waits for: columns saved, search text folded anew. */
export function createUpkeep(context: Pick<StoreContext, 'env' | 'lapsed'>) {
  const { env } = context;
  const saves = new Map<AccountState, { readonly stop: () => void; readonly since: number }>();
  const builds = new Set<AccountState>();
  let lastBuildMs = 0;

  const save = (state: AccountState): Promise<void> =>
    state.write(async () => {
      saves.get(state)?.stop();
      saves.delete(state);
      const overlaid = new Set([...state.outbox.values()].map((entry) => entry.ticketId));
      await saveColumns(state.storage, state.columns, state.change, [...overlaid], {
        people: state.people.values(),
        articles: state.articles.values(),
      });
    });

  return {
    /** Another window writes now: what this one would save is already wrong. */
    forget(state: AccountState): void {
      saves.get(state)?.stop();
      saves.delete(state);
    },
    soon(state: AccountState): void {
      if (context.lapsed.has(state)) return;
      const waiting = saves.get(state);
      const since = waiting?.since ?? env.now();
      waiting?.stop();
      const wait = Math.max(0, Math.min(SAVE_AFTER_MS, since + SAVE_LATEST_MS - env.now()));
      saves.set(state, { since, stop: env.after(wait, () => void save(state)) });
      if (builds.has(state) || (state.search.isBuilt() && !state.search.isStale())) return;
      builds.add(state);
      env.after(Math.max(SEARCH_AFTER_MS, lastBuildMs * SEARCH_SHARE), () => {
        const begun = env.now();
        void state.search.build(env.pause).finally(() => {
          lastBuildMs = Math.max(0, env.now() - begun);
          builds.delete(state);
        });
      });
    },
    save,
  };
}
export type Upkeep = ReturnType<typeof createUpkeep>;
