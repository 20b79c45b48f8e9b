import { type InterfaceState, show, useInterface } from './interface-state.ts';

/** Where there is room for one pane only. */
export const ONE_PANE = '(max-width: 759.9px)';

/**
 * Shows a place. What is open stays beside it, and makes way where there is room for one pane only. In another view, or in what is
 * newly asked of this one, the bar begins at the first row, unless what is open is in that one too. Going to a view shows it as it
 * is, without what was typed over the list.
 */
export function goTo(place: InterfaceState['place'], more: Partial<InterfaceState> = {}): void {
  const inTheWay = window.matchMedia(ONE_PANE).matches ? { openTicketId: null, openArticle: null, composer: null } : {};
  const { viewId, query, openTicketId } = { ...useInterface.getState(), ...inTheWay };
  const stays = more.viewId === undefined ? query : null;
  const typed = more.query === undefined ? stays : more.query;
  const lists = { viewId: more.viewId ?? viewId, query: typed };
  const bar = lists.viewId === viewId && typed === query ? {} : { focusedTicketId: openTicketId };
  show({ place, viewsOnTop: false, newTicket: false, ...bar, ...inTheWay, ...more, query: typed });
}

/** Types over the list; null shows the view as it is again. */
export function typeQuery(query: string | null): void {
  const before = useInterface.getState();
  if (before.query === query) return;
  // Letters that change nothing about what is asked leave the bar where it is.
  const same = before.query !== null && query !== null && before.query.trim() === query.trim();
  // Typed last, it counts more than what was chosen in the menu before.
  const sort = sorts(query) && !sorts(before.query) ? { sort: null } : {};
  show({ query, ...sort, ...(same ? {} : { focusedTicketId: before.openTicketId }) });
}

const sorts = (query: string | null): boolean => /(?:^|\s)(?:sort|order):/i.test(query ?? '');
