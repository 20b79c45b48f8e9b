import type { TicketId } from '#shared/domain/ids.ts';
import { type InterfaceState, show, useInterface } from './interface-state.ts';
import { stepped, type Visit, visited } from './visits.ts';

const visitOf = ({ place, viewId, query, openTicketId }: InterfaceState): Visit => ({
  place,
  viewId,
  query,
  ticketId: openTicketId,
});

/** How long a ticket is open before it counts as visited rather than passed over, in ms. */
const STAYS_MS = 900;

/** Notes where the agent goes while the window lives. `opened` is told of every ticket that they stay on. */
export function followVisits(opened: (id: TicketId) => void): () => void {
  let stays = 0;
  let since = Number.NEGATIVE_INFINITY;
  const note = (state: InterfaceState): void => {
    const history = visited(state.history, visitOf(state), performance.now() - since < STAYS_MS);
    if (history === state.history) return;
    // Typing over the list goes nowhere.
    if (history.ahead !== state.history.ahead) since = performance.now();
    show({ history });
  };
  note(useInterface.getState());
  const stop = useInterface.subscribe((state, before) => {
    note(state);
    const id = state.openTicketId;
    if (id === before.openTicketId) return;
    window.clearTimeout(stays);
    if (id !== null) stays = window.setTimeout(() => opened(id), STAYS_MS);
  });
  return () => {
    window.clearTimeout(stays);
    stop();
  };
}

export function step(way: 'back' | 'forward'): void {
  const stepTo = stepped(useInterface.getState().history, way);
  if (!stepTo) return;
  const { to, past, ahead } = stepTo;
  show({
    history: { past, ahead },
    place: to.place,
    viewId: to.viewId,
    query: to.query,
    openTicketId: to.ticketId,
    ...(to.ticketId === null ? { composer: null } : { focusedTicketId: to.ticketId }),
    newTicket: false,
  });
}
