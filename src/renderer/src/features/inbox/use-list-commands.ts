import { useCommand } from '../../commands/use-command.tsx';
import { show, useInterface } from '../../state/interface-state.ts';
import { placeOf } from './held-rows.ts';
import type { RowWindowState } from './row-window.ts';
import type { WatchedRows } from './use-row-window.ts';
import { useTicketShortcuts } from './use-ticket-shortcuts.ts';

/** Moving through the list by key. While a ticket is open, the next one opens as the bar reaches it. */
export function useListCommands({
  rows,
  rowWindow,
  focusIndex,
  goTo,
  early,
}: {
  readonly rows: RowWindowState;
  readonly rowWindow: WatchedRows;
  readonly focusIndex: number;
  readonly goTo: (index: number, open: boolean) => void;
  /** Where the bar will stand, while rows are on their way; null once they are there. */
  readonly early: (() => number) | null;
}): void {
  const isOpen = (): boolean => useInterface.getState().openTicketId !== null;
  const any = (): boolean => rows.total > 0;
  const anyToCome = (): boolean => early !== null || any();
  const last = rows.total - 1;
  const here = (): number => (early ? early() : focusIndex);
  const next = (count: number): number => {
    if (early) return early() + count;
    const { openTicketId } = useInterface.getState();
    // The open ticket has left the list and the bar already stands on the one after it.
    const gone = openTicketId !== null && placeOf(rows.held, openTicketId) < 0;
    return Math.min(last, focusIndex + (gone ? count - 1 : count));
  };

  useCommand('list.next', (count) => goTo(next(count), isOpen()), anyToCome);
  useCommand('list.previous', (count) => goTo(Math.max(0, here() - count), isOpen()), anyToCome);
  useCommand('list.first', () => goTo(0, isOpen()), anyToCome);
  useCommand('list.last', () => goTo(last, isOpen()), any);
  useCommand('list.open', () => goTo(here(), true), anyToCome);
  useCommand(
    'list.showNew',
    () => {
      void rowWindow.refresh().then(() => {
        if (isOpen()) return;
        show({ focusedTicketId: null });
        goTo(0, false);
      });
    },
    () => rows.waiting > 0,
  );
  useTicketShortcuts(rows.held.get(focusIndex)?.id ?? null);
}
