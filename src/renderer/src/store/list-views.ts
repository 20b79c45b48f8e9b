import type { AccountId } from '#shared/domain/ids.ts';
import type { ViewQuery } from '#shared/domain/view.ts';
import { listedIdOf } from '#shared/views/own-view.ts';
import { printQuery } from '#shared/views/print-query.ts';
import { typedViewOf } from '#shared/views/typed-view.ts';
import { forAccount, withAccount } from '#shared/views/view-ids.ts';
import type { AccountState } from './account-state.ts';
import { deskNames } from './desk-names.ts';
import type { ShownQuery, ViewSummary } from './desk-views.ts';
import { OWN_VIEW_NAMES, OWN_VIEWS } from './own-views.ts';
import { readQuery } from './read-query.ts';
import type { StoreContext } from './store-context.ts';

/** A view with what it asks for: ids as the agent's own views have them, over whichever accounts. */
export type View = Pick<ViewSummary, 'id' | 'title' | 'source' | 'accountId' | 'hidden' | 'columns'> & {
  readonly query: ViewQuery | null;
};

/** Holdfast's own, the agent's, the helpdesks', in the order they stand. */
export function listViews(context: StoreContext): readonly View[] {
  const { views, unreadable, hidden } = context.ownViews;
  const isHidden = (id: string): boolean => hidden.includes(id);
  const own = OWN_VIEW_NAMES.map((name): View => {
    const id = `own:${name}`;
    const title = { key: `inbox.view.${name}` };
    return { id, title, source: 'own', accountId: null, query: OWN_VIEWS[name], hidden: isHidden(id), columns: [] };
  });
  const mine = views.map(({ id, title, accountId, query, columns = [] }): View => {
    return { id: listedIdOf(id), title: { text: title }, source: 'mine', accountId, query, hidden: false, columns };
  });
  const unread = unreadable.map(({ id, title }): View => {
    const shown = title === '' ? { key: 'inbox.view.unreadable' } : { text: title };
    return {
      id: listedIdOf(id),
      title: shown,
      source: 'unreadable',
      accountId: null,
      query: null,
      hidden: false,
      columns: [],
    };
  });
  const theirs = [...context.accounts.values()].flatMap(({ account, small }) =>
    [...small.views.values()]
      .sort((a, b) => a.position - b.position || a.title.localeCompare(b.title))
      .map(({ remoteId, title, query }): View => {
        const id = `helpdesk:${account.id}:${remoteId}`;
        return {
          id,
          title: { text: title },
          source: 'helpdesk',
          accountId: account.id,
          query: query && withAccount(query, account.id),
          hidden: isHidden(id),
          columns: [],
        };
      }),
  );
  return [...own, ...mine, ...unread, ...theirs];
}

/** A view by its id, or what a typed query asks for. */
export function viewOf(context: StoreContext, id: string): View | undefined {
  const typed = typedViewOf(id);
  if (!typed) return listViews(context).find((view) => view.id === id);
  const { query } = readQuery(statesOf(context, typed.accountId), typed.text);
  return {
    id,
    title: { text: typed.text },
    source: 'mine',
    accountId: typed.accountId,
    query,
    hidden: true,
    columns: [],
  };
}

/** The accounts that a view is over. */
export const statesOf = (context: StoreContext, accountId: AccountId | null): readonly AccountState[] =>
  [...context.accounts.values()].filter((state) => accountId === null || state.account.id === accountId);

export const queryFor = (query: ViewQuery, state: AccountState): ViewQuery => forAccount(query, state.account.id);

export function shownQuery(context: StoreContext, viewId: string): ShownQuery | null {
  const view = viewOf(context, viewId);
  if (!view?.query) return null;
  const { title, accountId, query } = view;
  return { title, accountId, query, text: printQuery(deskNames(statesOf(context, accountId)).named(query)) };
}
