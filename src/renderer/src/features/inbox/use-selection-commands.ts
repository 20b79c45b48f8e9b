import { useCallback, useEffect } from 'react';
import { useCommand } from '../../commands/use-command.tsx';
import { useDesk, useDeskEvent } from '../../state/desk-context.tsx';
import { useInterface } from '../../state/interface-state.ts';
import { extended, kept, select, selectNone, toggled, withAll } from '../../state/selection.ts';
import type { DeskEvent } from '../../store/desk-api.ts';
import type { RowsRequest } from '../../store/desk-views.ts';
import { placeOf, rowAt } from './held-rows.ts';
import type { RowWindowState } from './row-window.ts';

type Parts = {
  readonly rows: RowWindowState;
  readonly view: Pick<RowsRequest, 'viewId' | 'sort'>;
  readonly focusIndex: number;
  readonly goTo: (index: number, open: boolean) => void;
};

/** How a press on a row ticks: this one, or all from the row with the bar to this one. */
export type Ticking = 'one' | 'range';

/** Ticking rows by key and by press. What is ticked belongs to its view and stays while rows come, go and move. */
export function useSelectionCommands({ rows, view, focusIndex, goTo }: Parts): (index: number, how: Ticking) => void {
  const desk = useDesk();
  const { viewId, sort } = view;
  const focusedId = rowAt(rows.held, focusIndex)?.id;
  const any = (): boolean => rows.total > 0;

  useCommand('list.select', () => focusedId !== undefined && select((before) => toggled(before, focusedId)), any);
  const extend =
    (by: 1 | -1) =>
    (count: number): void => {
      let at = focusIndex;
      for (let step = 0; step < count; step += 1) {
        const [here, next] = [rowAt(rows.held, at)?.id, rowAt(rows.held, at + by)?.id];
        if (here === undefined) break;
        select((before) => (next === undefined ? withAll(before, [here]) : extended(before, here, next)));
        if (next === undefined) break;
        at += by;
      }
      if (at !== focusIndex) goTo(at, false);
    };
  useCommand('list.extendDown', extend(1), any);
  useCommand('list.extendUp', extend(-1), any);
  useCommand(
    'list.selectAll',
    () => void desk.idsOf({ viewId, sort }).then((ids) => select((before) => withAll(before, ids))),
    any,
  );
  useCommand('list.selectNone', selectNone, () => useInterface.getState().selected.size > 0);

  // Another view, another errand; what is typed over one is the same errand.
  const errand = useInterface((state) => state.viewId);
  useEffect(() => selectNone, [errand]);
  useDeskEvent(useCallback((event) => void dropGone(desk, event), [desk]));

  return useCallback(
    (index, how) => {
      const id = rowAt(rows.held, index)?.id;
      if (id === undefined) return;
      if (how === 'one') select((before) => toggled(before, id));
      else {
        const from = placeOf(rows.held, useInterface.getState().focusedTicketId);
        const [low, high] = from < 0 ? [index, index] : [Math.min(from, index), Math.max(from, index)];
        const between = Array.from({ length: high - low + 1 }, (_, at) => rowAt(rows.held, low + at)?.id);
        select((before) =>
          withAll(
            before,
            between.filter((one) => one !== undefined),
          ),
        );
      }
      goTo(index, false);
    },
    [rows, goTo],
  );
}

/** A ticket that is in no list any more is not ticked either. */
async function dropGone(desk: ReturnType<typeof useDesk>, event: DeskEvent): Promise<void> {
  if (event.type !== 'changed' || !event.views) return;
  const { selected } = useInterface.getState();
  const { ticketIds } = event;
  if (selected.size === 0 || (ticketIds !== 'all' && !ticketIds.some((id) => selected.has(id)))) return;
  const present = new Set((await desk.selected([...selected])).map(({ id }) => id));
  const asked = selected;
  // Ticked meanwhile is not among what was asked about.
  select((now) => kept(now, new Set([...present, ...[...now.selected].filter((id) => !asked.has(id))])));
}
