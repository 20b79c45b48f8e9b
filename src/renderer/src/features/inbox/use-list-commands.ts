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
}: {
  readonly rows: RowWindowState;
  readonly rowWindow: WatchedRows;
  readonly focusIndex: number;
  readonly goTo: (index: number, open: boolean) => void;
}): void {
  const isOpen = (): boolean => useInterface.getState().openTicketId !== null;
  const any = (): boolean => rows.total > 0;
  const last = rows.total - 1;
  const next = (count: number): number => {
    const { openTicketId } = useInterface.getState();
    // The open ticket has left the list and the bar already stands on the one after it.
    const gone = openTicketId !== null && placeOf(rows.held, openTicketId) < 0;
    return Math.min(last, focusIndex + (gone ? count - 1 : count));
  };

  useCommand('list.next', (count) => goTo(next(count), isOpen()), any);
  useCommand('list.previous', (count) => goTo(Math.max(0, focusIndex - count), isOpen()), any);
  useCommand('list.first', () => goTo(0, isOpen()), any);
  useCommand('list.last', () => goTo(last, isOpen()), any);
  useCommand('list.open', () => goTo(focusIndex, true), any);
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
