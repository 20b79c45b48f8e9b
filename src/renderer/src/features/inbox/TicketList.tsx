import { useQuery } from '@tanstack/react-query';
import { type MouseEvent, useCallback, useEffect, useRef } from 'react';
import { typedViewId } from '#shared/views/typed-view.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { viewsQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { useColumns } from './columns/use-columns.ts';
import { FirstSync } from './FirstSync.tsx';
import { ListEmpty } from './ListEmpty.tsx';
import { ListHeader } from './ListHeader.tsx';
import { ListLines } from './ListLines.tsx';
import { QueryBox } from './query/QueryBox.tsx';
import { useQueryBox } from './query/use-query-box.ts';
import type { RowWindowState } from './row-window.ts';
import { StandingStrip } from './strip/StandingStrip.tsx';
import styles from './TicketList.module.css';
import { rowDomId, type TicketRowProps } from './TicketRow.tsx';
import { useAdvance } from './use-advance.ts';
import { useFirstRows } from './use-first-rows.ts';
import { useFocusedIndex } from './use-focused-index.ts';
import { useLines } from './use-lines.ts';
import { useListCommands } from './use-list-commands.ts';
import { useOutside } from './use-outside.ts';
import { useReadAhead } from './use-read-ahead.ts';
import { useRowHeight } from './use-row-height.ts';
import { isForeign, useRowWindow } from './use-row-window.ts';
import { useSelectionCommands } from './use-selection-commands.ts';
import { viewTitle } from './view-title.ts';

/** Rows of another view are seen until those of this one come, and no command is for them; moving is for those that come. */
const nothingToDo = (shown: RowWindowState): RowWindowState => ({ ...shown, held: new Map(), total: 0 });

/** The tickets of the chosen view, or of what is typed over it. */
export function TicketList({ narrow }: { readonly narrow: boolean }) {
  const t = useText();
  const desk = useDesk();
  const viewId = useInterface((state) => state.viewId);
  const query = useInterface((state) => state.query);
  const sort = useInterface((state) => state.sort);
  const openId = useInterface((state) => state.openTicketId);
  const selected = useInterface((state) => state.selected);
  const view = useQuery(viewsQuery(desk)).data?.find(({ id }) => id === viewId);
  const listedId = query === null ? viewId : typedViewId(view?.accountId ?? null, query);
  const columns = useColumns(view);
  const outside = useOutside(listedId, selected);
  const hasStrip = useDeskState((state) => state.settings.metrics.strip);
  const filling = useDeskState((state) =>
    Object.values(state.health).some(({ complete }) => !complete.includes('tickets')),
  );
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const box = useQueryBox(viewId, query);

  const mayFlow = (): boolean => filling && openId === null && (scroller.current?.scrollTop ?? 0) === 0;
  const [shown, rowWindow] = useRowWindow({ viewId, listedId, sort, columns }, mayFlow);
  useFirstRows(shown, listedId, sort);
  const { lines, items, height, scrollTo } = useLines(scroller, shown, rowHeight);
  const isComing = isForeign(shown, { viewId, sort });
  const rows = isComing ? nothingToDo(shown) : shown;
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 30];
  const [firstRow, lastRow] = [lines.rowAt(first), lines.rowAt(last)];
  useEffect(() => rowWindow.see(firstRow, lastRow), [rowWindow, firstRow, lastRow]);
  // What is asked anew is shown from its first row on.
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [listedId, sort]);

  const { focusIndex, remember, early } = useFocusedIndex(rows, { viewId: listedId, sort }, scrollTo);
  const goTo = useCallback(
    (index: number, openToo: boolean) => {
      const now = rowWindow.get();
      const isEarly = isForeign(now, { viewId, sort });
      if (!isEarly) scrollTo(index);
      remember(index, openToo, isEarly);
      const row = isEarly ? undefined : now.held.get(index);
      // A row that is not here yet gets the bar, and is opened, when it comes.
      if (!row) return show({ focusedTicketId: null });
      show({ focusedTicketId: row.id, ...(openToo ? { openTicketId: row.id, newTicket: false } : {}) });
    },
    [scrollTo, remember, rowWindow, viewId, sort],
  );
  useListCommands({ rows, rowWindow, focusIndex, goTo, early: isComing ? early : null });
  useAdvance(viewId, rowWindow, goTo, () => scroller.current?.focus({ preventScroll: true }));
  useReadAhead(rows, focusIndex);

  const onMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const row = event.target instanceof Element ? event.target.closest('[aria-posinset]') : null;
    // By its key it comes to the list itself, and means the row with the bar.
    if (row) goTo(Number(row.getAttribute('aria-posinset')) - 1, openId !== null);
    show({ menu: { kind: 'ticket', x: event.clientX, y: event.clientY } });
  };
  const tick = useSelectionCommands({ rows, view: { viewId: listedId, sort }, focusIndex, goTo });
  const onPress = useCallback<TicketRowProps['onPress']>(
    (index, { shiftKey, ctrlKey, metaKey }) => {
      if (shiftKey) tick(index, 'range');
      else if (ctrlKey || metaKey) tick(index, 'one');
      else goTo(index, true);
    },
    [goTo, tick],
  );
  // Scrolled out of sight it is not in the page, and cannot be named.
  const inPage = focusIndex >= firstRow && focusIndex <= lastRow;
  const focusedRow = inPage ? rows.held.get(focusIndex) : undefined;
  const title = view ? viewTitle(t, view) : '';
  const empty = rows.ready && rows.total === 0;

  return (
    <>
      <ListHeader
        title={title}
        filtered={box.filtered}
        count={rows.total}
        accountId={view?.accountId ?? null}
        complete={view?.complete ?? true}
        ticked={selected.size}
        outside={outside}
        narrow={narrow}
      />
      {hasStrip ? <StandingStrip /> : null}
      {query === null ? null : (
        <QueryBox
          text={query}
          accountId={view?.accountId ?? null}
          input={box.input}
          onLeave={() => (scroller.current ? scroller.current.focus() : box.input.current?.blur())}
        />
      )}
      <FirstSync />
      {rows.waiting > 0 ? (
        <div className={styles.waiting} role="status">
          <CommandButton command="list.showNew" look="quiet" label={t('inbox.list.new', { count: rows.waiting })} />
        </div>
      ) : null}
      {empty ? (
        <ListEmpty view={view} filtered={box.filtered} />
      ) : (
        <div
          ref={scroller}
          className={styles.scroller}
          role="listbox"
          onContextMenu={onMenu}
          tabIndex={0}
          aria-multiselectable="true"
          aria-label={t(box.filtered ? 'inbox.list.filtered' : 'inbox.list.label', { view: title })}
          aria-busy={!rows.ready}
          aria-activedescendant={focusedRow ? rowDomId(focusedRow.id) : undefined}
        >
          <div role="presentation" className={styles.canvas} style={{ height }}>
            <ListLines
              rows={shown}
              lines={lines}
              items={items}
              focusIndex={focusIndex}
              openId={openId}
              selected={selected}
              onPress={onPress}
            />
          </div>
        </div>
      )}
    </>
  );
}
