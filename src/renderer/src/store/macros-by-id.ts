import { accountOf } from '#shared/domain/ids.ts';
import { ownMacroId } from '#shared/macros/macro.ts';
import type { MacroById, MacrosById } from './desk-own.ts';
import { mayRun } from './find-macros.ts';
import type { SearchedMacro } from './searched-macros.ts';
import type { StoreContext } from './store-context.ts';

/** Those of these macros that there are, in this order, each with whether it may be run on the tickets. */
export function macrosById(context: StoreContext, { ids, ticketIds }: MacrosById): readonly MacroById[] {
  const { own, accounts } = context;
  const accountIds = new Set(ticketIds.map(accountOf));
  const isHere = (accountId: string | null): boolean =>
    accountId === null || accountIds.size === 0 || accountIds.has(accountId);
  const shown = ({ macro, folder, name }: SearchedMacro, source: MacroById['source'], may: boolean): MacroById => ({
    macro,
    source,
    folder,
    name,
    uses: own.uses.usesAt(macro.id, context.env.now()),
    mayRun: may && isHere(macro.accountId),
  });
  const wanted = new Set(ids);
  const mine = own.macros.entries.flatMap((row) => {
    const id = ownMacroId(row);
    return wanted.has(id) ? [[id, shown(own.searchedMacros.own(row), 'mine', true)] as const] : [];
  });
  const helpdesks = ids.flatMap((id) => {
    const state = accounts.get(accountOf(id));
    const row = state?.small.macros.get(id.slice(accountOf(id).length + 1));
    if (!state || !row) return [];
    const may = row.active && mayRun(state.account.me, row.restriction);
    return [[id, shown(own.searchedMacros.helpdesk(state.account.id, row), 'helpdesk', may)] as const];
  });
  const found = new Map([...mine, ...helpdesks]);
  return ids.flatMap((id) => found.get(id) ?? []);
}
