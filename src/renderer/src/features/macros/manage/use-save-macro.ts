import { useCallback } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import type { OwnMacro } from '#shared/macros/macro.ts';
import { titleInWords } from '#shared/macros/title-parts.ts';
import { useChangeMacros } from './use-change-macros.ts';

/** Keeps a macro, and offers to go back to what it was. Answers with the sentence for why it did not work, or null. */
export function useSaveMacro() {
  const t = useText();
  const desk = useDesk();
  const changeMacros = useChangeMacros();
  return useCallback(
    async (macro: OwnMacro): Promise<string | null> => {
      const before = (await desk.ownMacros()).entries.find(({ id }) => id === macro.id);
      return changeMacros(
        { remove: [], put: [macro] },
        {
          label: t('macros.saved', { title: titleInWords(macro.title) }),
          macros: before ? { remove: [], put: [before] } : { remove: [macro.id], put: [] },
        },
      );
    },
    [t, desk, changeMacros],
  );
}
