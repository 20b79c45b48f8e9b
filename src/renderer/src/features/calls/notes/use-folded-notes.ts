import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';

/** Whether notes are folded to a line. A call that ends unfolds them for its wrap-up, until they are folded for that call. */
export function useFoldedNotes(callId: string | null, isEnded: boolean) {
  const desk = useDesk();
  const settings = useDeskState((state) => state.settings.calls);
  const [foldedFor, setFoldedFor] = useState<string | null>(null);
  const folded = isEnded ? foldedFor === callId : settings.notesFolded;
  const keep = (notesFolded: boolean): void => {
    if (settings.notesFolded === notesFolded) return;
    const calls = { ...settings, notesFolded };
    useDeskState.setState((state) => ({ settings: { ...state.settings, calls } }));
    // Without a link it holds for as long as the window is open.
    void desk.saveSettings({ calls }).catch(() => undefined);
  };
  return {
    folded,
    fold: () => (isEnded ? setFoldedFor(callId) : keep(true)),
    /** Of whichever call. */
    unfold: () => {
      setFoldedFor(null);
      keep(false);
    },
  };
}
