import type { RefObject } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { targetsOf } from '#renderer/state/selection.ts';
import { useText } from '#renderer/state/text-context.tsx';

/** Macros are run on tickets that are there: asked for from within a form, one would be run on the ticket behind it. */
export function useNoMacros(form: RefObject<HTMLElement | null>): void {
  const t = useText();
  const isWithin = (): boolean => form.current?.contains(document.activeElement) ?? false;
  useCommand(
    'macro.run',
    () => show(isWithin() ? { told: { sentence: t('composer.new.noMacros') } } : { picker: 'macro' }),
    () => isWithin() || targetsOf(useInterface.getState()).length > 0,
  );
}
