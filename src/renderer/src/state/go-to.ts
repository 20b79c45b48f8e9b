import { type InterfaceState, show, useInterface } from './interface-state.ts';

/** Where there is room for one pane only. */
export const ONE_PANE = '(max-width: 759.9px)';

/**
 * Shows a place. What is open stays beside it, and makes way where there is room for one pane only. In another view the bar
 * begins at the first row, unless what is open is in that one too.
 */
export function goTo(place: InterfaceState['place'], more: Partial<InterfaceState> = {}): void {
  const inTheWay = window.matchMedia(ONE_PANE).matches ? { openTicketId: null, openArticle: null, composer: null } : {};
  const { viewId, openTicketId } = { ...useInterface.getState(), ...inTheWay };
  const bar = more.viewId === undefined || more.viewId === viewId ? {} : { focusedTicketId: openTicketId };
  show({ place, viewsOnTop: false, newTicket: false, ...bar, ...inTheWay, ...more });
}
