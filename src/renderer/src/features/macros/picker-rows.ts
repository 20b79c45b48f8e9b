import type { MacroById, MacroChoice } from '#renderer/store/desk-own.ts';
import type { MacroDigits } from '#shared/commands/macro-digits.ts';

export type PickerRow = MacroChoice & { readonly digit: number | null };

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * Macros as the picker lists them while nothing is typed: by their digits, then by use. A digit that the agent has given is that
 * macro's and no other's, also where it cannot be run and is left out: it always means the same. The others go to what is used most.
 * `at` is the one that the picker was opened at, which stands first.
 */
export function pickerRows(
  best: readonly MacroChoice[],
  {
    digits,
    known,
    at,
  }: { readonly digits: MacroDigits; readonly known: readonly MacroById[]; readonly at: string | null },
): readonly PickerRow[] {
  const given = known.filter((choice) => choice.mayRun && digits[idOf(choice)] !== undefined);
  const free = best.filter((choice) => digits[idOf(choice)] === undefined);
  const reserved = new Set(Object.values(digits));
  const rows: PickerRow[] = [];
  let taken = 0;
  for (const digit of DIGITS) {
    const choice = given.find((one) => digits[idOf(one)] === digit) ?? (reserved.has(digit) ? null : free[taken++]);
    if (choice) rows.push({ ...choice, digit });
  }
  // Tickets of two helpdesks may have two macros for one digit.
  const others = [...given.filter((one) => !rows.some((row) => idOf(row) === idOf(one))), ...free.slice(taken)];
  const all = [...rows, ...others.map((choice) => ({ ...choice, digit: null }))];
  const first = known.find((choice) => idOf(choice) === at);
  if (!first) return all;
  const digit = all.find((row) => idOf(row) === at)?.digit ?? null;
  return [{ ...first, digit }, ...all.filter((row) => idOf(row) !== at)];
}

/** The same rows, in the order that they have, once the agent has given digits `now` that were others before. */
export const withDigitsNow = (
  rows: readonly PickerRow[],
  before: MacroDigits,
  now: MacroDigits,
): readonly PickerRow[] => {
  if (before === now) return rows;
  const reserved = new Set(Object.values(now));
  return rows.map((row) => {
    const byUse = before[idOf(row)] === undefined && row.digit !== null && !reserved.has(row.digit) ? row.digit : null;
    return { ...row, digit: now[idOf(row)] ?? byUse };
  });
};

const idOf = ({ macro }: MacroChoice): string => macro.id;
