import { memo, type ReactNode } from 'react';
import styles from './ChooserPanel.module.css';

type Props<Item> = {
  readonly id: string;
  readonly item: Item;
  /** In the whole list, from 0. */
  readonly place: number;
  readonly total: number;
  readonly row: (item: Item, place: number) => ReactNode;
  readonly isPointed: boolean;
  readonly isBarred: boolean;
};

function Row<Item>({ id, item, place, total, row, isPointed, isBarred }: Props<Item>) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isPointed}
      aria-disabled={isBarred || undefined}
      // Not every row of a long list is in the page.
      aria-posinset={place + 1}
      aria-setsize={total}
      data-place={place}
      data-highlighted={isPointed ? '' : undefined}
      data-disabled={isBarred ? '' : undefined}
      className={styles.item}
    >
      {row(item, place)}
    </div>
  );
}

/** A row that is as it was costs a letter nothing, where its `row` is the same function. */
export const ChooserRow = memo(Row) as typeof Row;

/** The place of the row that something in a list belongs to; null where it belongs to none. */
export function placeOfRow(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
  return row?.dataset['place'] === undefined ? null : Number(row.dataset['place']);
}
