import type { Macro as HelpdeskMacro } from '#shared/domain/desk.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import { asHelpdeskMacro } from '#shared/macros/helpdesk-macro.ts';
import { asMacro, type Macro, type OwnMacro } from '#shared/macros/macro.ts';
import { titleParts } from '#shared/macros/title-parts.ts';
import { foldText } from './fold-text.ts';
import { createWordTable } from './word-table.ts';

/** A macro as it is searched. */
export type SearchedMacro = {
  readonly macro: Macro;
  /** The title's parts: those in front, and the last. */
  readonly folder: readonly string[];
  readonly name: string;
  /** Its number in the table. */
  readonly thing: number;
  /** The whole title, folded. */
  readonly title: string;
};

/**
 * Macros as they are searched, each made when it is first asked for. Helpdesks tell all of theirs at every pull, most as they were:
 * the words of one and the same title and description are read once.
 */
export function createSearchedMacros() {
  const { add, find } = createWordTable();
  const rows = new WeakMap<HelpdeskMacro | OwnMacro, SearchedMacro>();
  const things = new Map<string, number>();

  const made = (macro: Macro): SearchedMacro => {
    const { folder, name } = titleParts(macro.title);
    const key = JSON.stringify([macro.title, macro.description]);
    const thing = things.get(key) ?? add([name, folder.join('\n'), macro.description]);
    things.set(key, thing);
    return { macro, folder, name, thing, title: foldText(macro.title) };
  };
  const once = (row: HelpdeskMacro | OwnMacro, make: () => Macro): SearchedMacro => {
    const known = rows.get(row) ?? made(make());
    rows.set(row, known);
    return known;
  };
  return {
    own: (row: OwnMacro): SearchedMacro => once(row, () => asMacro(row)),
    helpdesk: (accountId: AccountId, row: HelpdeskMacro): SearchedMacro =>
      once(row, () => asHelpdeskMacro(accountId, row)),
    find,
  };
}
export type SearchedMacros = ReturnType<typeof createSearchedMacros>;
