import { lazy, Suspense } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { useMacrosWithKeys } from '#renderer/state/keyed-macros.ts';
import { targetsOf } from '#renderer/state/selection.ts';
import { macroCommandId } from '#shared/commands/macro-commands.ts';

const RunByKey = lazy(async () => ({ default: (await import('./RunByKey.tsx')).RunByKey }));

/** The keys that the agent has given macros. A press that comes before what runs them waits for it. */
export function MacroKeys() {
  const ids = useMacrosWithKeys();
  const any = useInterface((state) => targetsOf(state).length > 0);
  if (ids.length === 0) return null;
  return (
    <>
      {ids.map((id) => (
        <MacroKey key={id} macroId={id} any={any} />
      ))}
      <Suspense>
        <RunByKey />
      </Suspense>
    </>
  );
}

function MacroKey({ macroId, any }: { readonly macroId: string; readonly any: boolean }): null {
  useCommand(
    macroCommandId(macroId),
    () => show({ macroByKey: { macroId, ticketIds: targetsOf(useInterface.getState()) } }),
    () => any,
  );
  return null;
}
