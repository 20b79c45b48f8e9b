import type { OwnEvent } from '#shared/metrics/own-events.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { AccountState } from './account-state.ts';
import { articlesIn } from './articles-in-words.ts';
import { ofMain } from './of-main.ts';
import type { StoreContext } from './store-context.ts';

/** Main keeps what the agent did; figures are made from it once it has. */
export async function recordOwn(
  context: StoreContext,
  events: readonly OwnEvent[],
): Promise<Result<null, 'no-link' | 'not-kept'>> {
  if (events.length === 0) return ok(null);
  const told = await ofMain(context, (main) => main.recordOwn([...events]));
  if (!told.ok) return told;
  context.feed.ownChanged();
  return told.value ? ok(null) : err('not-kept');
}

/** Which articles went into what was accepted. The agent waits for none of it. */
export async function recordArticles(
  context: StoreContext,
  state: AccountState,
  entries: readonly OutboxEntry[],
): Promise<void> {
  const found = await Promise.all(
    entries.map(async ({ id: entryId, ticketId, createdAt: at, action }) => {
      const ids = 'words' in action ? await articlesIn(state, action.words.markdown) : [];
      return ids.map((articleId): OwnEvent => ({ event: 'article-used', at, ticketId, entryId, articleId }));
    }),
  );
  await recordOwn(context, found.flat());
}
