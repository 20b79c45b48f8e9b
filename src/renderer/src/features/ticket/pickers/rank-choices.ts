import { foldWords } from '#renderer/ui/fold-words.ts';
import type { Choice } from './picker-choices.ts';

/** Those whose name begins with what was typed, then those that contain it; all of them while nothing is. */
export function rankChoices(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = foldWords(text.trim());
  if (wanted === '') return choices;
  const begins = (name: string): boolean =>
    foldWords(name)
      .split(/[\s._-]+/)
      .some((word) => word.startsWith(wanted)) || foldWords(name).startsWith(wanted);
  const found = choices.filter(({ name }) => foldWords(name).includes(wanted));
  return [...found.filter(({ name }) => begins(name)), ...found.filter(({ name }) => !begins(name))];
}
