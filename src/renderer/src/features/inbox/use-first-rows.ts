import { useEffect } from 'react';
import { endFirstScreen, keepFirstRows } from '../../state/first-screen.ts';
import type { RowsRequest, TicketHeader } from '../../store/desk-views.ts';
import type { RowWindowState } from './row-window.ts';

/** A list that changes is kept once it has been still for so long, in ms. */
const STILL_MS = 1_000;

/** Keeps what the top of the list shows for the next start. */
export function useFirstRows(
  { ready, held, total, groups }: RowWindowState,
  viewId: string,
  sort: RowsRequest['sort'],
): void {
  useEffect(() => {
    if (!ready) return;
    endFirstScreen();
    if (total > 0 && !held.has(0)) return;
    const timer = setTimeout(() => {
      const rows: TicketHeader[] = [];
      for (let row = held.get(0); row; row = held.get(rows.length)) rows.push(row);
      keepFirstRows({ viewId, sort }, { total, groups, rows });
    }, STILL_MS);
    return () => clearTimeout(timer);
  }, [ready, held, total, groups, viewId, sort]);
}
