import { type Draft, draftKey } from '#shared/outbox/entry.ts';
import { err, type Result } from '#shared/result.ts';
import type { AccountState } from './account-state.ts';
import type { AcceptProblem, DeskApi } from './desk-api.ts';
import { hasWords } from './draft-words.ts';
import { journalled } from './journalled.ts';
import { changed, type StoreContext } from './store-context.ts';

/** How long after each failed write in a row a draft is written again; the last stands for all that follow. */
const KEEP_AGAIN_MS = [1_000, 5_000, 15_000] as const;

/** What the agent is writing: kept by main and here, and again until both have it. */
export function createAcceptDrafts(
  context: StoreContext,
): Pick<DeskApi, 'draftProblem' | 'saveDraft' | 'discardDraft'> {
  const { env } = context;

  /** By key, why the newest words of a draft are not safe, though they stand in memory. */
  const unkept = new Map<string, AcceptProblem>();

  const keepDraft = async (state: AccountState, draft: Draft, failures = 0): Promise<Result<null, AcceptProblem>> => {
    const key = draftKey(draft);
    const [written, stored] = await Promise.all([
      journalled(context, () => context.main?.draftPut(draft)),
      state.write(() => state.storage.commit({ put: { drafts: [{ key, draft }] } })),
    ]);
    const kept = written.ok ? stored : err(written.error === 'maybe' ? 'no-link' : written.error);
    const isNewest = (): boolean => state.drafts.get(key) === draft;
    if (!isNewest()) return kept;
    if (kept.ok) unkept.delete(key);
    else {
      unkept.set(key, kept.error);
      // The composer tries again only while it is on the screen.
      const wait = KEEP_AGAIN_MS[Math.min(failures, KEEP_AGAIN_MS.length - 1)] ?? 0;
      env.after(wait, () => isNewest() && void keepDraft(state, draft, failures + 1));
    }
    return kept;
  };

  return {
    draftProblem: async (request) => unkept.get(draftKey(request)) ?? null,

    async saveDraft(written) {
      const state = context.accounts.get(written.accountId);
      if (!state) return err(context.unopened.has(written.accountId) ? 'cannot-open' : 'unknown-ticket');
      const key = draftKey(written);
      const before = state.drafts.get(key);
      // Later than the one before, also where the clock was set back: the newer of two is the one that counts.
      const draft = { ...written, updatedAt: Math.max(written.updatedAt, (before?.updatedAt ?? 0) + 1) };
      state.drafts.set(key, draft);
      const kept = await keepDraft(state, draft);
      if (before === undefined || !hasWords(before) || !hasWords(draft))
        changed(context, { views: true, ticketIds: [draft.ticketId], outbox: true });
      return kept;
    },

    async discardDraft(draft) {
      const state = context.accounts.get(draft.accountId);
      if (!state) return;
      const key = draftKey(draft);
      state.drafts.delete(key);
      unkept.delete(key);
      const { accountId, ticketId, kind, wordsKept } = draft;
      await Promise.all([
        context.main?.draftDiscard({ accountId, ticketId, kind, wordsKept }).catch(() => undefined),
        state.write(() => state.storage.commit({ delete: { drafts: [key] } })),
      ]);
      changed(context, { views: true, ticketIds: [ticketId], outbox: true });
    },
  };
}
