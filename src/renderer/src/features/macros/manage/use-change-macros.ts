import { useCallback } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { useTicker } from '#renderer/ui/ticker.tsx';
import type { OwnMacro } from '#shared/macros/macro.ts';
import type { OwnListChange } from '#shared/mine/own-list.ts';
import { macrosProblem } from '../macros-problem.ts';

/** As long as it may be wanted: nothing leaves that would set an end to it. */
const OFFERED_MS = 15_000;

/** Changes the agent's macros and offers to take it back; answers with the sentence for why it did not work, or null. */
export function useChangeMacros() {
  const t = useText();
  const desk = useDesk();
  const { now } = useTicker();
  return useCallback(
    async (
      change: OwnListChange<OwnMacro>,
      undo: { readonly label: string; readonly macros: OwnListChange<OwnMacro> },
    ): Promise<string | null> => {
      const done = await desk.changeMacros(change);
      if (!done.ok) return macrosProblem(t, done.error);
      show({
        lastAction: {
          entryId: `macros ${crypto.randomUUID()}`,
          ticketId: null,
          notBefore: now() + OFFERED_MS,
          ...undo,
        },
      });
      return null;
    },
    [t, desk, now],
  );
}
