import { type Draft, draftKey } from '#shared/outbox/entry.ts';
import { ON_TICKET } from '#shared/outbox/handed-over.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { AccountState } from './account-state.ts';
import type { AcceptProblem } from './desk-actions.ts';
import type { DeskApi } from './desk-api.ts';
import { hasWords } from './draft-words.ts';
import { journalled } from './journalled.ts';
import { changed, type StoreContext } from './store-context.ts';

type Discarding = Parameters<DeskApi['discardDraft']>[0];

/** How long after each failed write in a row a draft is written again; the last stands for all that follow. */
const KEEP_AGAIN_MS = [1_000, 5_000, 15_000] as const;

/** What the agent is writing: kept by main and here, and again until both have it. `unlist` takes feedback out of the agent's list. */
export function createAcceptDrafts(
  context: StoreContext,
  unlist: (feedbackId: string) => Promise<Result<null, unknown>>,
): Pick<DeskApi, 'draftProblem' | 'saveDraft' | 'discardDraft'> {
  const { env } = context;

  /** By key, why the newest words of a draft are not safe, though they stand in memory. */
  const unkept = new Map<string, AcceptProblem>();
  /** By key, when its newest words were written: what is written next is newer, also where the clock was set back. */
  const writtenAt = new Map<string, number>();
  /** By key, what was discarded and main does not know of yet. `at` is when the words were written. */
  const untold = new Map<
    string,
    { readonly draft: Discarding; readonly at: number; readonly listedAs: string | null }
  >();

  /** New words for the same place wait for it: the journal keeps what was discarded, and must not take them for it. */
  const tellDiscarded = async (key: string): Promise<Result<null, AcceptProblem | 'maybe'>> => {
    const discarded = untold.get(key);
    if (!discarded) return ok(null);
    const { accountId, ticketId, kind, wordsKept } = discarded.draft;
    // First: cut off between the two, the draft is there again, and so is the way to list it or be rid of it.
    if (discarded.listedAs !== null && !(await unlist(discarded.listedAs)).ok) return err('no-link');
    const told = await journalled(context, () => context.main?.draftDiscard({ accountId, ticketId, kind, wordsKept }));
    if (told.ok && untold.get(key) === discarded) untold.delete(key);
    return told;
  };

  const putDraft = async (draft: Draft): Promise<Result<null, AcceptProblem | 'maybe'>> => {
    const told = await tellDiscarded(draftKey(draft));
    return told.ok ? journalled(context, () => context.main?.draftPut(draft)) : told;
  };

  const drop = (state: AccountState, key: string) => {
    state.drafts.delete(key);
    return state.write(() => state.storage.commit({ delete: { drafts: [key] } }));
  };

  /** A main that came back meanwhile has given the draft back: then it goes once more. */
  const goOnTelling = async (state: AccountState, key: string, failures = 0): Promise<void> => {
    const discarded = untold.get(key);
    if (!discarded || (await tellDiscarded(key)).ok) {
      const back = state.drafts.get(key);
      if (!discarded || !back || back.updatedAt > discarded.at) return;
      await drop(state, key);
      changed(context, { views: true, ticketIds: [back.ticketId], outbox: true });
      return;
    }
    const wait = KEEP_AGAIN_MS[Math.min(failures, KEEP_AGAIN_MS.length - 1)] ?? 0;
    env.after(wait, () => untold.get(key) === discarded && void goOnTelling(state, key, failures + 1));
  };

  const keepDraft = async (state: AccountState, draft: Draft, failures = 0): Promise<Result<null, AcceptProblem>> => {
    const key = draftKey(draft);
    const [written, stored] = await Promise.all([
      putDraft(draft),
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
      // Of two the newer is the one that counts.
      const last = Math.max(before?.updatedAt ?? 0, writtenAt.get(key) ?? 0);
      const draft = { ...written, updatedAt: Math.max(written.updatedAt, last + 1) };
      writtenAt.set(key, draft.updatedAt);
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
      const { ticketId } = draft;
      const before = state.drafts.get(key);
      const at = before?.updatedAt ?? 0;
      writtenAt.set(key, Math.max(at, writtenAt.get(key) ?? 0));
      untold.set(key, { draft, at, listedAs: before ? listedAs(before) : null });
      unkept.delete(key);
      await Promise.all([goOnTelling(state, key), drop(state, key)]);
      changed(context, { views: true, ticketIds: [ticketId], outbox: true });
    },
  };
}

/** The id under which feedback may stand in the agent's list though it never became a note on its ticket. */
const listedAs = ({ kind, fields }: Draft): string | null =>
  kind === 'feedback' && fields[ON_TICKET] === undefined ? (fields['id'] ?? null) : null;
