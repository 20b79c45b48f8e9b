import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import { createDraftSaver, type SaveState } from './draft-saver.ts';
import { onRestore } from './restore-words.ts';

export type DraftFields = Draft['fields'];
export type ComposerKind = 'reply' | 'note';
type Words = { readonly text: string; readonly cursorAt: number; readonly fields: DraftFields };

export type DraftHandle = Words & {
  /** False until the stored draft, if there is one, has been read. */
  readonly ready: boolean;
  readonly saved: SaveState;
  write(change: Partial<Words>): void;
  flush(): Promise<void>;
  /** Forgets the draft here and in the store: it was sent, or the agent said so. */
  discard(): Promise<void>;
};

const EMPTY: Words = { text: '', cursorAt: 0, fields: {} };

/** One draft: read once, then the window's own; nothing that arrives changes what is being written. */
export function useDraft(key: {
  readonly accountId: AccountId;
  readonly ticketId: TicketId;
  readonly kind: Draft['kind'];
}): DraftHandle {
  const { accountId, ticketId, kind } = key;
  const desk = useDesk();
  const [words, setWords] = useState<Words>(EMPTY);
  const [ready, setReady] = useState(false);
  const [saved, setSaved] = useState<SaveState>('saved');
  const current = useRef(words);

  const saver = useMemo(
    () =>
      createDraftSaver<Words>({
        save: (value) =>
          isEmpty(value)
            ? desk.discardDraft({ accountId, ticketId, kind }).then(() => ({ ok: true, value: null }) as const)
            : desk.saveDraft({ accountId, ticketId, kind, ...value, updatedAt: Date.now() }),
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
    (change: Partial<Words>) => {
      const next = { ...current.current, ...change };
      put(next);
      saver.change(next);
    },
    [put, saver],
  );

  useEffect(() => {
    let mounted = true;
    const read = async (): Promise<void> => {
      const draft = await desk.draft({ ticketId, kind });
      // What was typed before the store answered is newer than what it holds.
      if (mounted && draft && isEmpty(current.current)) put(draft);
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
    const stopRestoring = onRestore({ ticketId, kind }, (text, fields) => {
      const before = current.current;
      write({
        text: before.text.trim() === '' ? text : `${text}\n\n${before.text}`,
        cursorAt: text.length,
        fields: isEmpty(before) ? fields : before.fields,
      });
      void saver.flush();
    });
    return () => {
      mounted = false;
      flush();
      stopRestoring();
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [desk, ticketId, kind, saver, put, write]);

  const discard = useCallback(async () => {
    put(EMPTY);
    setSaved('saved');
    await saver.drop();
    await desk.discardDraft({ accountId, ticketId, kind });
  }, [put, saver, desk, accountId, ticketId, kind]);

  return { ...words, ready, saved, write, flush: saver.flush, discard };
}

const isEmpty = ({ text, fields }: Words): boolean =>
  text.trim() === '' && Object.values(fields).every((value) => value.trim() === '');
