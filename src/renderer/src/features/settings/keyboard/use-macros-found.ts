import { useQuery } from '@tanstack/react-query';
import { allKeysOf } from '#shared/commands/change-keys.ts';
import { macroCommandId } from '#shared/commands/macro-commands.ts';
import { keyLabels } from '../../../commands/key-label.ts';
import { useKeys } from '../../../commands/use-key-dispatch.tsx';
import { useDesk } from '../../../state/desk-context.tsx';
import { useDeskState } from '../../../state/desk-state.ts';
import { useKeyedMacros, useMacrosWithKeys } from '../../../state/keyed-macros.ts';
import { macrosQuery } from '../../../state/queries.ts';
import { useText } from '../../../state/text-context.tsx';
import type { MacroChoice } from '../../../store/desk-own.ts';
import { rankByWords } from '../../../ui/rank-by-words.ts';

/** There may be thousands: the others are found by a letter more. */
const LISTED = 20;

type MacroTitle = { readonly id: string; readonly title: string };

/** Macros to give keys: those that have some, also of macros that are not there, and those that the words find. */
export function useMacrosFound(text: string): readonly MacroTitle[] {
  const t = useText();
  const desk = useDesk();
  const { mac } = useKeys();
  const keysOf = allKeysOf(useDeskState((state) => state.settings.keys));
  const there = useKeyedMacros();
  const query = { ticketIds: [], text, limit: LISTED };
  const found = useQuery({ ...macrosQuery(desk, query), enabled: text.trim() !== '' }).data ?? [];
  const withKeys = useMacrosWithKeys().map((id): MacroTitle => {
    const choice = there.find(({ macro }) => macro.id === id);
    return { id, title: choice ? titleOf(choice) : t('macros.key.gone') };
  });
  const keyed = rankByWords(withKeys, text, ({ id, title }) =>
    [title, ...keysOf(macroCommandId(id)).map((key) => keyLabels(key, mac).join(' '))].join(' '),
  );
  const others = text.trim() === '' ? [] : found.map((choice) => ({ id: choice.macro.id, title: titleOf(choice) }));
  return [...keyed, ...others.filter(({ id }) => withKeys.every((one) => one.id !== id))];
}

const titleOf = ({ folder, name }: MacroChoice): string => [...folder, name].join(' › ');
