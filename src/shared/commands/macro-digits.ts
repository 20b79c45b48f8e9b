import { accountOf } from '../domain/ids.ts';
import { isOwnMacro } from '../macros/macro.ts';

/** Digits by macro: with one of them the picker runs it, wherever use would list it. */
export type MacroDigits = Readonly<Record<string, number>>;

/**
 * Gives a macro a digit, or takes it away where it has that one. Those that have it so far lose it; only macros of two helpdesks, which
 * never meet on a ticket, may have the same.
 */
export function withDigit(digits: MacroDigits, macroId: string, digit: number): MacroDigits {
  const others = Object.entries(digits).filter(
    ([other, taken]) => other !== macroId && (taken !== digit || !mayMeet(other, macroId)),
  );
  return Object.fromEntries(digits[macroId] === digit ? others : [...others, [macroId, digit]]);
}

const mayMeet = (one: string, other: string): boolean =>
  isOwnMacro({ id: one }) || isOwnMacro({ id: other }) || accountOf(one) === accountOf(other);
