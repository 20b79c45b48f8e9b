import { useRef } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '#renderer/state/text-context.tsx';
import { useRowsInPage } from '#renderer/ui/use-rows-in-page.ts';
import styles from './CaretList.module.css';
import type { CaretItem, OpenList } from './use-caret-list.ts';

type Props = {
  readonly list: OpenList;
  readonly id: string;
  readonly optionId: (item: CaretItem) => string | undefined;
  readonly onTake: (item: CaretItem) => void;
};

/** What the list is high for, as its style has it. */
const LIST_PX = 264;

/** What may be put in at the caret, below it or, where there is no room, above. The text field keeps the focus. */
export function CaretList({ list, id, optionId, onTake }: Props) {
  const t = useText();
  const rows = useRef<HTMLDivElement>(null);
  const { source, trigger, place, items, active, moves } = list;
  const shown = { total: items.length, fit: countIn(items, LIST_PX), text: trigger.query, at: active, moves };
  const { count, onScroll } = useRowsInPage(rows, shown);
  const above = place.bottom > window.innerHeight / 2;
  const style = {
    left: Math.max(8, Math.min(place.x, window.innerWidth - 328)),
    ...(above ? { bottom: window.innerHeight - place.top + 4 } : { top: place.bottom + 4 }),
  };
  return createPortal(
    <div className={styles.box} style={style}>
      <div ref={rows} id={id} role="listbox" aria-label={source.label} className={styles.list} onScroll={onScroll}>
        {items.slice(0, count).map((item, index) => (
          <div
            key={item.id}
            id={optionId(item)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // Not every row of a long list is in the page.
            aria-posinset={index + 1}
            aria-setsize={items.length}
            className={styles.item}
            // The field must not lose the focus to it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(item)}
          >
            {item.row}
          </div>
        ))}
      </div>
      {source.remark ? <p className={styles.remark}>{source.remark}</p> : null}
      <p className="visually-hidden" role="status">
        {t('composer.list.found', { count: items.length })} {source.remark}
      </p>
    </div>,
    document.body,
  );
}

/** How many of the first come into so many px, the last perhaps in part. */
function countIn(items: readonly CaretItem[], px: number): number {
  let [count, height] = [0, 0];
  for (; count < items.length && height < px; count++) height += items[count]?.height ?? 0;
  return count;
}
