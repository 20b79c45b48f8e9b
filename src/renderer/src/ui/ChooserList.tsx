import { type ReactNode, useRef } from 'react';
import styles from './ChooserPanel.module.css';
import { ChooserRow, placeOfRow } from './ChooserRow.tsx';
import { useRowsInPage } from './use-rows-in-page.ts';

export type ChooserGroup<Item> = { readonly label: string; readonly items: readonly Item[] };

/** The least height of a row. */
const ROW_PX = 32;

type Props<Item> = {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly ChooserGroup<Item>[];
  /** The most that it takes, in px. */
  readonly height: number;
  /** What the list is of. */
  readonly text: string;
  /** The row that is pointed at; -1 for none. */
  readonly at: number;
  /** How often the arrows have moved there. */
  readonly moves: number;
  readonly keyOf: (item: Item) => string;
  readonly row: (item: Item, place: number) => ReactNode;
  readonly isBarred: (item: Item) => boolean;
  readonly onPoint: (place: number) => void;
  readonly onChoose: (place: number) => void;
};

export const chooserRowId = (listId: string, place: number): string => `${listId}-${place}`;

/** The list of a chooser. The field above keeps the focus and says which row it points at. */
export function ChooserList<Item>(props: Props<Item>) {
  const { id, label, groups, height, text, at, moves, keyOf, row, isBarred, onPoint, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const total = groups.reduce((sum, { items }) => sum + items.length, 0);
  const fit = Math.ceil(height / ROW_PX);
  const { count, onScroll } = useRowsInPage(list, { total, fit, text, at, moves });

  let from = 0;
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      className={styles.list}
      onScroll={onScroll}
      // The field must not lose the focus to it.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={({ target }) => {
        const place = placeOfRow(target);
        if (place !== null && place !== at) onPoint(place);
      }}
      onClick={({ target }) => {
        const place = placeOfRow(target);
        if (place !== null) onChoose(place);
      }}
    >
      {groups.map((group) => {
        const first = from;
        from += group.items.length;
        const shown = group.items.slice(0, Math.max(0, count - first));
        return shown.length === 0 ? null : (
          <Group key={group.label} id={`${id}-of-${first}`} label={group.label}>
            {shown.map((item, index) => (
              <ChooserRow
                key={keyOf(item)}
                id={chooserRowId(id, first + index)}
                item={item}
                place={first + index}
                total={total}
                row={row}
                isPointed={first + index === at}
                isBarred={isBarred(item)}
              />
            ))}
          </Group>
        );
      })}
      {/* As high as what is not in the page yet, so that the scroll bar tells how much there is. */}
      {count < total ? <div role="presentation" style={{ height: (total - count) * ROW_PX }} /> : null}
    </div>
  );
}

function Group({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ReactNode }) {
  if (label === '') return <div className={styles.group}>{children}</div>;
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <div id={id} className={styles.heading}>
        {label}
      </div>
      {children}
    </div>
  );
}
