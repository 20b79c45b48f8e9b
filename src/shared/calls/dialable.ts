import type { Person } from '../domain/desk.ts';
import { type NumberText, numbersIn } from './number-texts.ts';

/** A number to call, and how it is written. */
export type Dialable = { readonly number: string; readonly written: string };

/** What is dialled for a number: without the zero that only callers from inside the country dial, letters as on a keypad. */
export const dialled = ({ digits, withoutTrunk, lettersDialled, extension }: NumberText): string =>
  (withoutTrunk ?? lettersDialled ?? digits) + (extension === null ? '' : `;ext=${extension}`);

/** Every number of a field, which may hold several. */
export const dialablesIn = (text: string): readonly Dialable[] =>
  numbersIn(text).map((number) => ({
    number: dialled(number),
    written: number.written + (number.extension === null ? '' : ` #${number.extension}`),
  }));

/** The numbers at which somebody can be called, each once. */
export function dialablesOf({ phone, otherPhones = [] }: Pick<Person, 'phone' | 'otherPhones'>): readonly Dialable[] {
  const all = [phone ?? '', ...otherPhones].flatMap(dialablesIn);
  return [...new Map(all.map((one) => [one.number, one])).values()];
}
