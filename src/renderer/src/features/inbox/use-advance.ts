import { useEffect, useRef } from 'react';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Advance } from '#shared/settings/settings.ts';
import { useDeskState } from '../../state/desk-state.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { ticketAtHand } from '../../state/selection.ts';
import { nextToHandle, placeOf } from './held-rows.ts';
import type { WatchedRows } from './use-row-window.ts';

/** What follows in a view when the agent has done with a ticket. */
export const useAdvanceOf = (viewId: string): Advance =>
  useDeskState((state) => state.settings.advance[viewId] ?? 'next');

/**
 * Goes on when the agent has done with tickets: to the next one that is not among them and was not skipped, back to the list, or
 * nowhere; unless the agent has gone somewhere else meanwhile. Who was reading by key goes on by key.
 */
export function useAdvance(
  viewId: string,
  rowWindow: WatchedRows,
  goTo: (index: number, open: boolean) => void,
  focusList: () => void,
): void {
  const mode = useAdvanceOf(viewId);
  const latest = useRef({ mode, rowWindow, goTo, focusList });
  /** Where the ticket at hand stands in a list, or stood: it may leave before it is known that the agent has done with it. */
  const last = useRef<{ readonly id: TicketId; readonly at: number; readonly listId: string } | null>(null);
  useEffect(() => {
    latest.current = { mode, rowWindow, goTo, focusList };
    const id = ticketAtHand(useInterface.getState());
    const { held, of } = rowWindow.get();
    const at = placeOf(held, id);
    if (id !== null && at >= 0) last.current = { id, at, listId: of.viewId };
  });
  useEffect(
    () =>
      useInterface.subscribe(({ handled }, before) => {
        if (!handled || handled === before.handled) return;
        const { openTicketId } = useInterface.getState();
        const id = ticketAtHand(useInterface.getState());
        const { held, of } = latest.current.rowWindow.get();
        if (of.errand !== viewId) return;
        const here = placeOf(held, id);
        const stood = last.current?.id === id && last.current.listId === of.viewId ? last.current.at : -1;
        const at = here < 0 ? stood : here;
        const then = handled.advance ?? latest.current.mode;
        if (id === null || at < 0 || !handled.ids.includes(id) || then === 'stay') return;
        const opens = openTicketId !== null && then === 'next';
        const following = nextToHandle(held, at, new Set(handled.ids), here < 0);
        // What has the focus in the ticket goes with it, and the focus with that.
        const isReading = document.activeElement?.closest('[data-context="ticket"]') != null;
        const closes = !opens || following < 0;
        if (closes) show({ openTicketId: null, composer: null });
        if (following >= 0) latest.current.goTo(following, opens);
        if (!isReading) return;
        if (closes) latest.current.focusList();
        else show({ readOn: useInterface.getState().openTicketId });
      }),
    [viewId],
  );
}
