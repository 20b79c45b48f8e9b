import { lazy, Suspense } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { targetsOf } from '#renderer/state/selection.ts';
import { MacroKeys } from './MacroKeys.tsx';
import { MacrosAtHand } from './MacrosAtHand.tsx';
import { useRememberDone } from './manage/use-remember-done.ts';
import { useUndoMacro } from './use-undo-macro.ts';

const MacroPicker = lazy(async () => ({ default: (await import('./MacroPicker.tsx')).MacroPicker }));
const MacrosDialog = lazy(async () => ({ default: (await import('./manage/MacrosDialog.tsx')).MacrosDialog }));

/** Macros over what is ticked, the open ticket, or the one with the bar; and the dialogs in which the agent's own are kept. */
export function MacroHost() {
  const picker = useInterface((state) => state.picker);
  const dialog = useInterface((state) => state.dialog);
  const any = useInterface((state) => targetsOf(state).length > 0);
  const mayUndo = useInterface((state) => state.lastMacro !== null);
  const anyDone = useInterface((state) => state.lastDone.length > 0);
  const undo = useUndoMacro();
  useRememberDone();
  useCommand('go.macros', () => show({ dialog: 'macros' }));
  useCommand(
    'macro.fromLast',
    () => show({ dialog: 'macro-from-last' }),
    () => anyDone,
  );
  useCommand(
    'macro.run',
    () => show({ picker: 'macro', macroAt: null }),
    () => any,
  );
  useCommand(
    'macro.undo',
    () => void undo(),
    () => mayUndo,
  );
  return (
    <>
      <MacrosAtHand />
      <MacroKeys />
      <Suspense>
        {picker === 'macro' ? <MacroPicker /> : null}
        {dialog === 'macros' || dialog === 'macro-from-last' ? (
          <MacrosDialog fromLast={dialog === 'macro-from-last'} />
        ) : null}
      </Suspense>
    </>
  );
}
