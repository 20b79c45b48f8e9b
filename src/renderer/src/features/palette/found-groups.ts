import type { TextKey } from '#shared/i18n/catalogue.ts';
import { foldWords } from '../../ui/fold-words.ts';

type Found<Item> = { readonly label: TextKey | ''; readonly items: readonly Item[] };

/**
 * Commands and macros that were found, the likeliest first: commands that have every word typed at the beginning of one of theirs, then
 * macros, which are found by whole beginnings only, then commands that just have the letters. Macros come a moment later than commands:
 * the first of those stays where it is.
 */
export function foundGroups<Command, Macro>(
  commands: readonly Command[],
  macros: readonly Macro[],
  text: string,
  wordsOf: (command: Command) => string,
): readonly Found<Command | Macro>[] {
  if (macros.length === 0) return [{ label: '', items: commands }];
  const typed = foldWords(text).split(/\s+/).filter(Boolean);
  const begins = (command: Command): boolean => {
    const words = foldWords(wordsOf(command)).split(/[^\p{L}\p{N}]+/u);
    return typed.every((one) => words.some((word) => word.startsWith(one)));
  };
  return [
    { label: '', items: commands.filter(begins) },
    { label: 'app.keys.group.macros', items: macros },
    { label: 'app.palette.more', items: commands.filter((command) => !begins(command)) },
  ];
}
