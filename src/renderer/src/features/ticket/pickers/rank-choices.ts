import type { Choice } from './picker-choices.ts';

/** Those whose name begins with what was typed, then those that contain it; all of them while nothing is. */
export function rankChoices(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = fold(text.trim());
  if (wanted === '') return choices;
  const begins = (name: string): boolean =>
    fold(name)
      .split(/[\s._-]+/)
      .some((word) => word.startsWith(wanted)) || fold(name).startsWith(wanted);
  const found = choices.filter(({ name }) => fold(name).includes(wanted));
  return [...found.filter(({ name }) => begins(name)), ...found.filter(({ name }) => !begins(name))];
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('đ', 'd');
