import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { isMacroCommand, macroIdOf, type RunnableId } from '#shared/commands/macro-commands.ts';
import type { MacroById } from '../store/desk-own.ts';
import { useDesk } from './desk-context.tsx';
import { useDeskState } from './desk-state.ts';
import { macrosByIdQuery } from './queries.ts';
import { useText } from './text-context.tsx';

const NOWHERE: readonly never[] = [];

/** Ids of the macros that have a key. */
export function useMacrosWithKeys(): readonly string[] {
  const own = useDeskState((state) => state.settings.keys.own);
  return useMemo(() => Object.keys(own).flatMap((id) => macroIdOf(id) ?? []), [own]);
}

/** The macros that have a key or a digit, as far as they are there. */
export function useKeyedMacros(): readonly MacroById[] {
  const desk = useDesk();
  const withKeys = useMacrosWithKeys();
  const digits = useDeskState((state) => state.settings.keys.digits);
  const ids = useMemo(() => [...new Set([...withKeys, ...Object.keys(digits)])], [withKeys, digits]);
  return useQuery(macrosByIdQuery(desk, { ids, ticketIds: NOWHERE })).data ?? NOWHERE;
}

/** What a command is called, or a macro that has a key. */
export function useCommandName(): (id: RunnableId) => string {
  const t = useText();
  const macros = useKeyedMacros();
  return useCallback(
    (id) =>
      isMacroCommand(id)
        ? (macros.find(({ macro }) => macro.id === macroIdOf(id))?.name ?? t('macros.key.gone'))
        : t(`commands.${id}`),
    [macros, t],
  );
}
