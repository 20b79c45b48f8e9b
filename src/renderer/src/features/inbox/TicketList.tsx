import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Menu } from 'lucide-react';
import { type MouseEvent, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { viewsQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { FirstSync } from './FirstSync.tsx';
import { ListEmpty } from './ListEmpty.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { SortMenu } from './SortMenu.tsx';
import styles from './TicketList.module.css';
import { rowDomId, TicketRow, type TicketRowProps } from './TicketRow.tsx';
import { useAdvance } from './use-advance.ts';
import { useFocusedIndex } from './use-focused-index.ts';
import { useListCommands } from './use-list-commands.ts';
import { useOutside } from './use-outside.ts';
import { useRowHeight } from './use-row-height.ts';
import { useRowWindow } from './use-row-window.ts';
import { useSelectionCommands } from './use-selection-commands.ts';
import { viewTitle } from './view-title.ts';

/** The tickets of the chosen view. */
export function TicketList({ narrow }: { readonly narrow: boolean }) {
  const t = useText();
  const desk = useDesk();
  const viewId = useInterface((state) => state.viewId);
  const sort = useInterface((state) => state.sort);
  const openId = useInterface((state) => state.openTicketId);
  const selected = useInterface((state) => state.selected);
  const outside = useOutside(viewId, selected);
  const view = useQuery(viewsQuery(desk)).data?.find(({ id }) => id === viewId);
  const filling = useDeskState((state) =>
    Object.values(state.health).some(({ complete }) => !complete.includes('tickets')),
  );
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();

  const mayFlow = (): boolean => filling && openId === null && (scroller.current?.scrollTop ?? 0) === 0;
  const [rows, rowWindow] = useRowWindow(viewId, sort, mayFlow);
  // oxlint-disable-next-line react/incompatible-library -- it warns the React compiler, which does not run here.
  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 30];
  useEffect(() => rowWindow.see(first, last), [rowWindow, first, last]);

  const scrollTo = useCallback(
    (index: number) => {
      const [from, height] = [virtualizer.scrollOffset ?? 0, virtualizer.scrollRect?.height ?? 0];
      const top = index * rowHeight;
      // In sight already: to ask the virtualizer would lay the page out and go on looking for frames.
      if (height > 0 && top >= from && top + rowHeight <= from + height) return;
      virtualizer.scrollToIndex(index, { align: 'auto' });
    },
    [virtualizer, rowHeight],
  );
  const { focusIndex, remember } = useFocusedIndex(rows, { viewId, sort }, scrollTo);
  const goTo = useCallback(
    (index: number, openToo: boolean) => {
      scrollTo(index);
      remember(index, openToo);
      const row = rowWindow.get().held.get(index);
      // A row that is not here yet gets the bar, and is opened, when it comes.
      if (!row) return show({ focusedTicketId: null });
      show({ focusedTicketId: row.id, ...(openToo ? { openTicketId: row.id, newTicket: false } : {}) });
    },
    [scrollTo, remember, rowWindow],
  );
  useListCommands({ rows, rowWindow, focusIndex, goTo });
  useAdvance(viewId, rowWindow, goTo);

  const onMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const row = event.target instanceof Element ? event.target.closest('[aria-posinset]') : null;
    // By its key it comes to the list itself, and means the row with the bar.
    if (row) goTo(Number(row.getAttribute('aria-posinset')) - 1, openId !== null);
    show({ menu: { kind: 'ticket', x: event.clientX, y: event.clientY } });
  };
  const tick = useSelectionCommands({ rows, view: { viewId, sort }, focusIndex, goTo });
  const onPress = useCallback<TicketRowProps['onPress']>(
    (index, { shiftKey, ctrlKey, metaKey }) => {
      if (shiftKey) tick(index, 'range');
      else if (ctrlKey || metaKey) tick(index, 'one');
      else goTo(index, true);
    },
    [goTo, tick],
  );
  // Scrolled out of sight it is not in the page, and cannot be named.
  const focusedRow = items.some(({ index }) => index === focusIndex) ? rows.held.get(focusIndex) : undefined;
  const title = view ? viewTitle(t, view) : '';
  const empty = rows.ready && rows.total === 0;

  return (
    <>
      <header className={styles.header}>
        {narrow ? <CommandButton command="app.views" look="icon" icon={<Menu />} /> : null}
        <h1 className={selected.size > 0 ? 'visually-hidden' : styles.title}>{title}</h1>
        {selected.size > 0 ? (
          <SelectionBar count={selected.size} outside={outside} />
        ) : (
          <>
            <span className={styles.count} data-tabular>
              {rows.total > 0 ? t.intl.formatNumber(rows.total) : ''}
              {rows.total > 0 && view && !view.complete ? '+' : ''}
            </span>
            <SortMenu />
          </>
        )}
      </header>
      <FirstSync />
      {rows.waiting > 0 ? (
        <div className={styles.waiting} role="status">
          <CommandButton command="list.showNew" look="quiet" label={t('inbox.list.new', { count: rows.waiting })} />
        </div>
      ) : null}
      {empty ? (
        <ListEmpty view={view} />
      ) : (
        <div
          ref={scroller}
          className={styles.scroller}
          role="listbox"
          onContextMenu={onMenu}
          tabIndex={0}
          aria-multiselectable="true"
          aria-label={t('inbox.list.label', { view: title })}
          aria-busy={!rows.ready}
          aria-activedescendant={focusedRow ? rowDomId(focusedRow.id) : undefined}
        >
          <div role="presentation" className={styles.canvas} style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const row = rows.held.get(item.index);
              return row ? (
                <TicketRow
                  key={row.id}
                  row={row}
                  index={item.index}
                  total={rows.total}
                  top={item.start}
                  focused={item.index === focusIndex}
                  open={row.id === openId}
                  selected={selected.has(row.id)}
                  onPress={onPress}
                />
              ) : (
                <div
                  key={item.key}
                  role="presentation"
                  className={styles.blank}
                  style={{ transform: `translateY(${item.start}px)` }}
                />
              );
            })}
          </div>
        </div>
      )}
    </>
  );
}
