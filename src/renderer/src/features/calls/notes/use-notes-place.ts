import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import type { Call } from '#shared/calls/call.ts';
import { findNotes, type NotesPlace } from './find-notes.ts';

/**
 * Where the notes of a call are written, settled once: what becomes known of it later moves no words, unless it is that the call goes on
 * from another one, and then not from under the caret. Null until it is settled.
 */
export function useNotesPlace(call: Call | null, hasCaret: boolean): NotesPlace | null {
  const desk = useDesk();
  const accounts = useDeskState((state) => state.accounts);
  const [found, setFound] = useState<{ readonly id: string; readonly key: string; readonly place: NotesPlace } | null>(
    null,
  );
  const id = call?.id ?? null;
  const key = `${id} ${call?.resumes ?? ''}`;
  // While the caret is in the notes of one that broke off, they are those of the call that it goes on in too.
  const isFound = found !== null && (found.id === id || (hasCaret && found.id === call?.resumes));
  const isSettled = isFound && (found.key === key || hasCaret);
  useEffect(() => {
    if (accounts === null || id === null || isSettled) return;
    let wanted = true;
    const { calls } = useDeskState.getState();
    const asNow = calls.find((one) => one.id === id);
    if (asNow)
      void findNotes(desk, asNow, { live: calls, accountIds: accounts.map((account) => account.id) })
        .then((place) => {
          if (wanted && place) setFound({ id, key, place });
        })
        // A store that goes away comes back, and tells again which calls there are.
        .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [desk, accounts, id, key, isSettled]);
  return isFound ? found.place : null;
}
