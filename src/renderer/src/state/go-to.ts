import { type InterfaceState, show } from './interface-state.ts';

/** Where there is room for one pane only. */
export const ONE_PANE = '(max-width: 759.9px)';

/** Shows a place. What is open stays beside it, and makes way where there is room for one pane only. */
export function goTo(place: InterfaceState['place'], more: Partial<InterfaceState> = {}): void {
  const inTheWay = window.matchMedia(ONE_PANE).matches ? { openTicketId: null, openArticle: null, composer: null } : {};
  show({ place, viewsOnTop: false, newTicket: false, ...inTheWay, ...more });
}
