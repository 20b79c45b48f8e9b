import { useCallback, useEffect, useRef } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { show, useInterface } from '../../state/interface-state.ts';
import type { RowsRequest } from '../../store/desk-views.ts';
import { placeOf } from './held-rows.ts';
import type { RowWindowState } from './row-window.ts';

type Place = { readonly id: string | null; readonly index: number; readonly open?: boolean; readonly early?: boolean };

/**
 * Where the bar is. It stays with its ticket; when that row leaves, the one in its place inherits it; a ticket focused from
 * elsewhere (the search) is looked up in the view and brought into sight.
 */
export function useFocusedIndex(
  rows: RowWindowState,
  { viewId, sort }: Pick<RowsRequest, 'viewId' | 'sort'>,
  scrollTo: (index: number) => void,
) {
  const desk = useDesk();
  const id = useInterface((state) => state.focusedTicketId);
  const last = useRef<Place>({ id: null, index: 0 });
  const found = placeOf(rows.held, id);
  const focusIndex = found >= 0 ? found : Math.max(0, Math.min(last.current.index, rows.total - 1));
  const heir = rows.held.get(focusIndex)?.id;
  const ready = rows.ready;

  // In another list the bar begins at the first row.
  useEffect(() => {
    last.current = { id: null, index: 0 };
  }, [viewId]);
  useEffect(() => {
    // What is held is not what is asked for any more.
    if (!ready) return;
    if (found >= 0) {
      // A call or the search may have gone to a row that is here and out of sight.
      if (last.current.id !== id) scrollTo(found);
      last.current = { id, index: found };
    } else if (heir !== undefined && (id === null || last.current.id === id)) {
      // In the place of the one that left: what the agent looks at stays where it is.
      last.current = { ...last.current, id: heir };
      show({ focusedTicketId: heir, ...(last.current.open ? { openTicketId: heir, newTicket: false } : {}) });
    }
  }, [ready, found, id, heir, scrollTo]);
  // Where the agent went before there were rows is brought into sight with them.
  useEffect(() => {
    if (ready && last.current.early) scrollTo(focusIndex);
  }, [ready, focusIndex, scrollTo]);

  const isOpen = useInterface((state) => state.openTicketId === state.focusedTicketId);
  useEffect(() => {
    if (!ready || id === null || last.current.id === id) return;
    let current = true;
    void desk.locate({ viewId, sort, ticketId: id }).then((index) => {
      if (!current) return;
      // Nothing may be done to a ticket that is neither here nor open: the bar is on another one.
      if (index < 0) {
        if (!isOpen) show({ focusedTicketId: null });
        return;
      }
      last.current = { id, index };
      scrollTo(index);
    });
    return () => {
      current = false;
    };
  }, [desk, viewId, sort, id, isOpen, ready, scrollTo]);

  const remember = useCallback((index: number, open: boolean, early: boolean) => {
    last.current = { id: null, index, open, early };
  }, []);
  /** Where the bar will stand when rows come. */
  const early = useCallback(() => last.current.index, []);
  return { focusIndex, remember, early };
}
