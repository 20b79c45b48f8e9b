import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ListColumn } from '#shared/domain/list-columns.ts';
import { useDesk, useDeskEvent } from '../../state/desk-context.tsx';
import { rowsBefore } from '../../state/first-screen.ts';
import type { DeskEvent } from '../../store/desk-api.ts';
import type { RowsRequest } from '../../store/desk-views.ts';
import { createRowWindow, type RowWindow, type RowWindowState, stateBefore } from './row-window.ts';

/** A row window that closes by itself. */
export type WatchedRows = Omit<RowWindow, 'close'>;

/**
 * The rows of a view around what is seen. `listedId` is what to list of it: the view itself, or what is typed over it; the rows held
 * stay until the answer to what was typed comes. `mayFlow` may change from render to render.
 */
export function useRowWindow(
  {
    viewId,
    listedId,
    sort,
    columns,
  }: Pick<RowsRequest, 'viewId' | 'sort'> & {
    readonly listedId: string;
    readonly columns: readonly ListColumn[];
  },
  mayFlow: () => boolean,
): readonly [RowWindowState, WatchedRows] {
  const desk = useDesk();
  const flow = useRef(mayFlow);
  useEffect(() => {
    flow.current = mayFlow;
  });
  const [rows] = useState(() => {
    const before = rowsBefore({ viewId, sort });
    const parts = { desk, view: { viewId, sort }, mayFlow: () => flow.current(), before };
    return openWhileWatched(() => createRowWindow(parts), stateBefore(before, parts.view));
  });
  useDeskEvent(useCallback((event: DeskEvent) => rows.onEvent(event), [rows]));
  const state = useSyncExternalStore(rows.subscribe, rows.get);
  useEffect(() => rows.turnTo({ viewId: listedId, sort, columns }, viewId), [rows, viewId, listedId, sort, columns]);
  // The window hears of another list only after this has been rendered.
  const isOf = state.of.viewId === listedId && state.of.sort === sort;
  return [useMemo(() => (isOf ? state : { ...state, ready: false }), [state, isOf]), rows];
}

/** Whether rows are of another view than the agent has gone to, or in another order: they are only to be looked at. */
export const isForeign = ({ of }: RowWindowState, { viewId, sort }: Pick<RowsRequest, 'viewId' | 'sort'>): boolean =>
  of.errand !== viewId || of.sort !== sort;

/** A window that asks for rows from its first listener to its last: rendering alone must not start a fetch. */
function openWhileWatched(open: () => RowWindow, unwatched: RowWindowState): WatchedRows {
  let window: RowWindow | null = null;
  let watching = 0;
  return {
    get: () => window?.get() ?? unwatched,
    subscribe(listener) {
      window ??= open();
      watching += 1;
      const leave = window.subscribe(listener);
      return () => {
        leave();
        watching -= 1;
        if (watching > 0) return;
        window?.close();
        window = null;
      };
    },
    see: (first, last) => window?.see(first, last),
    turnTo: (view, errand) => window?.turnTo(view, errand),
    refresh: () => window?.refresh() ?? Promise.resolve(),
    onEvent: (event) => window?.onEvent(event),
  };
}
