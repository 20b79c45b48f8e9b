import { type KeyboardEvent, useState } from 'react';
import { chordsOf } from '#renderer/commands/chord.ts';
import { useKeys } from '#renderer/commands/use-key-dispatch.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { MacroChoice } from '#renderer/store/desk-own.ts';
import { withDigit } from '#shared/commands/macro-digits.ts';

/** Mod and a digit give that digit to the macro with the bar, or take it away; `given` says what came of it. */
export function useGiveDigit() {
  const t = useText();
  const desk = useDesk();
  const { mac } = useKeys();
  const choices = useDeskState((state) => state.settings.keys);
  const [given, setGiven] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent, shown: MacroChoice | null): void => {
    const digit = chordsOf(event.nativeEvent, mac).flatMap((chord) => /^Mod\+([1-9])$/.exec(chord)?.[1] ?? [])[0];
    if (digit === undefined || shown === null) return;
    event.preventDefault();
    if (event.repeat) return;
    const digits = withDigit(choices.digits, shown.macro.id, Number(digit));
    const isGiven = digits[shown.macro.id] !== undefined;
    void desk.saveSettings({ keys: { ...choices, digits } }).then((saved) => {
      const said = isGiven ? 'macros.digit.given' : 'macros.digit.taken';
      setGiven(saved.ok ? t(said, { macro: shown.name, digit }) : t('macros.digit.notKept'));
    });
  };
  return { given, onKeyDown };
}
