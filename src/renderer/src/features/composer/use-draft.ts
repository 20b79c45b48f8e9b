import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import type { Result } from '#shared/result.ts';
import { isEmpty, keepWords, NO_WORDS, offerPlace, type Words } from './draft-place.ts';
import { createDraftSaver, type SaveState } from './draft-saver.ts';

export type DraftFields = Draft['fields'];
export type ComposerKind = 'reply' | 'note';

export type DraftHandle = Words & {
  readonly id: Pick<Draft, 'accountId' | 'ticketId' | 'kind'>;
  /** False until the stored draft, if there is one, has been read. */
  readonly ready: boolean;
  readonly saved: SaveState;
  /** Of what is there now, which a render may be behind, where it is given how. */
  write(change: Partial<Words> | ((now: Words) => Partial<Words>)): void;
  flush(): Promise<Result<null, AcceptProblem>>;
  /** Forgets the draft here and in the store. It is recoverable, unless its words were sent or moved (`wordsKept`). */
  discard(options?: { readonly wordsKept: boolean }): Promise<void>;
};

/** One draft: read once, then the window's own; nothing that arrives changes what is being written. */
export function useDraft(key: {
  readonly accountId: AccountId;
  readonly ticketId: TicketId;
  readonly kind: Draft['kind'];
}): DraftHandle {
  const { accountId, ticketId, kind } = key;
  const desk = useDesk();
  const [words, setWords] = useState<Words>(NO_WORDS);
  const [ready, setReady] = useState(false);
  const [saved, setSaved] = useState<SaveState>('saved');
  const current = useRef(words);

  const saver = useMemo(
    () =>
      createDraftSaver<Words>({
        save: (value) => keepWords(desk, { accountId, ticketId, kind }, value),
        onState: setSaved,
        after: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      }),
    [desk, accountId, ticketId, kind],
  );

  const put = useCallback((next: Words) => {
    current.current = next;
    setWords(next);
  }, []);
  const write = useCallback(
    (change: Parameters<DraftHandle['write']>[0]) => {
      const now = current.current;
      const next = { ...now, ...(typeof change === 'function' ? change(now) : change) };
      put(next);
      saver.change(next);
    },
    [put, saver],
  );

  useEffect(() => {
    let mounted = true;
    const read = async (): Promise<void> => {
      const [draft, problem] = await Promise.all([
        desk.draft({ ticketId, kind }),
        desk.draftProblem({ ticketId, kind }),
      ]);
      // What was typed before the store answered is newer than what it holds.
      if (mounted && draft && isEmpty(current.current)) {
        put(draft);
        if (problem !== null) {
          saver.change(draft);
          setSaved(problem);
        }
      }
      if (mounted) setReady(true);
    };
    void read();
    const flush = (): void => void saver.flush();
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onHide);
    // Until the stored draft has been read, an empty composer is not what the agent wrote.
    const stored = async (): Promise<Words> =>
      isEmpty(current.current) ? ((await desk.draft({ ticketId, kind })) ?? NO_WORDS) : current.current;
    const withdraw = offerPlace(
      { ticketId, kind },
      {
        read: stored,
        write: (next) => {
          write(next);
          return saver.flush();
        },
        change: async (make) => {
          const before = await stored();
          write(make(isEmpty(current.current) ? before : current.current));
          return saver.flush();
        },
      },
    );
    return () => {
      mounted = false;
      void saver.close();
      withdraw();
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [desk, ticketId, kind, saver, put, write]);

  const discard = useCallback(
    async ({ wordsKept } = { wordsKept: false }) => {
      const last = current.current;
      put(NO_WORDS);
      setSaved('saved');
      await saver.drop(async () => {
        // The journal gives back what it has: the last words must have come to it.
        if (!wordsKept) await keepWords(desk, { accountId, ticketId, kind }, last);
        await desk.discardDraft({ accountId, ticketId, kind, wordsKept });
      });
    },
    [put, saver, desk, accountId, ticketId, kind],
  );

  return { ...words, id: key, ready, saved, write, flush: saver.flush, discard };
}
