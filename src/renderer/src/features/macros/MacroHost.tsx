import { lazy, Suspense } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { targetsOf } from '#renderer/state/selection.ts';
import { useUndoMacro } from './use-undo-macro.ts';

const MacroPicker = lazy(async () => ({ default: (await import('./MacroPicker.tsx')).MacroPicker }));

/** Macros over what is ticked, the open ticket, or the one with the bar. */
export function MacroHost() {
  const picker = useInterface((state) => state.picker);
  const any = useInterface((state) => targetsOf(state).length > 0);
  const mayUndo = useInterface((state) => state.lastMacro !== null);
  const undo = useUndoMacro();
  useCommand(
    'macro.run',
    () => show({ picker: 'macro' }),
    () => any,
  );
  useCommand(
    'macro.undo',
    () => void undo(),
    () => mayUndo,
  );
  return picker === 'macro' ? (
    <Suspense>
      <MacroPicker />
    </Suspense>
  ) : null;
}
