import { useEffect, useRef } from 'react';
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
 * nowhere; unless the agent has gone somewhere else meanwhile.
 */
export function useAdvance(viewId: string, rowWindow: WatchedRows, goTo: (index: number, open: boolean) => void): void {
  const mode = useAdvanceOf(viewId);
  const latest = useRef({ mode, rowWindow, goTo });
  useEffect(() => {
    latest.current = { mode, rowWindow, goTo };
  });
  useEffect(
    () =>
      useInterface.subscribe(({ handled }, before) => {
        if (!handled || handled === before.handled) return;
        const { openTicketId } = useInterface.getState();
        const id = ticketAtHand(useInterface.getState());
        const { held, of } = latest.current.rowWindow.get();
        if (of.errand !== viewId) return;
        const at = placeOf(held, id);
        const then = handled.advance ?? latest.current.mode;
        if (id === null || at < 0 || !handled.ids.includes(id) || then === 'stay') return;
        const opens = openTicketId !== null && then === 'next';
        const following = nextToHandle(held, at, new Set(handled.ids));
        if (!opens) show({ openTicketId: null, composer: null });
        if (following >= 0) latest.current.goTo(following, opens);
        else if (opens) show({ openTicketId: null, composer: null });
      }),
    [viewId],
  );
}
