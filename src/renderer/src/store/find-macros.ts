import type { Account } from '#shared/domain/account.ts';
import { type AccountId, accountOf } from '#shared/domain/ids.ts';
import { isOwnMacro, type Restriction } from '#shared/macros/macro.ts';
import { bestOf } from './best-of.ts';
import { compareFound, type Found } from './compare-found.ts';
import type { MacroChoice, MacroQuery } from './desk-own.ts';
import type { SearchedMacro } from './searched-macros.ts';
import type { StoreContext } from './store-context.ts';
import { ticketFacets } from './ticket-facets.ts';
import { NOWHERE, wantedWords } from './word-table.ts';

/**
 * Macros that may be run here, the agent's own and the helpdesks', that have every word typed at the beginning of one of theirs:
 * by whether they have them in the name, in the folder or in the description, then by use, then by title.
 */
export function findMacros(context: StoreContext, { ticketIds, text, limit }: MacroQuery): readonly MacroChoice[] {
  const { own, env } = context;
  const macros = macrosFor(context, ticketIds);
  const parts = own.searchedMacros.find(wantedWords(text));
  const rank = own.uses.rankerFor(ticketFacets(context, ticketIds));
  const found: Found<SearchedMacro>[] = [];
  for (const item of macros) {
    const fit = parts[item.thing] ?? NOWHERE;
    if (fit !== NOWHERE) found.push({ item, fit, use: rank(item.macro.id), title: item.title });
  }
  return bestOf(found, limit, compareFound).map(({ item: { macro, folder, name } }) => ({
    macro,
    source: isOwnMacro(macro) ? 'mine' : 'helpdesk',
    folder,
    name,
    uses: own.uses.usesAt(macro.id, env.now()),
  }));
}

/** Of the tickets' accounts, and of all accounts where there are no tickets; only what a helpdesk lets this agent run. */
function macrosFor({ own, accounts }: StoreContext, ticketIds: MacroQuery['ticketIds']): readonly SearchedMacro[] {
  const accountIds = new Set(ticketIds.map(accountOf));
  const isHere = (id: AccountId): boolean => accountIds.size === 0 || accountIds.has(id);
  const macros: SearchedMacro[] = [];
  for (const macro of own.macros.entries)
    if (macro.accountId === null || isHere(macro.accountId)) macros.push(own.searchedMacros.own(macro));
  for (const { account, small } of accounts.values()) {
    if (!isHere(account.id)) continue;
    for (const row of small.macros.values())
      if (row.active && mayRun(account.me, row.restriction)) macros.push(own.searchedMacros.helpdesk(account.id, row));
  }
  return macros;
}

export const mayRun = (me: Account['me'], restriction: Restriction | null): boolean =>
  restriction === null ||
  restriction.agentIds.includes(me.remoteId) ||
  restriction.groupIds.some((id) => me.groupIds.includes(id));
