import type { VirtualItem } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';
import type { TicketId } from '#shared/domain/ids.ts';
import { useText } from '../../state/text-context.tsx';
import type { RowGroup } from '../../store/desk-views.ts';
import { GroupHeading, headingTitle } from './GroupHeading.tsx';
import type { Lines } from './headings.ts';
import type { RowWindowState } from './row-window.ts';
import styles from './TicketList.module.css';
import { TicketRow, type TicketRowProps } from './TicketRow.tsx';

type Props = {
  readonly rows: RowWindowState;
  readonly lines: Lines;
  readonly items: readonly VirtualItem[];
  readonly focusIndex: number;
  readonly openId: TicketId | null;
  readonly selected: ReadonlySet<TicketId>;
  readonly onPress: TicketRowProps['onPress'];
};

/** The rows near what is seen, under their headings where there are any. */
export function ListLines(props: Props) {
  const { lines, items, rows } = props;
  const t = useText();
  const keyOf = slotsFor(items.length);
  if (!rows.groups) return items.map((item) => <Line key={keyOf(item)} {...props} item={item} />);
  return byGroup(lines, items).map(({ group, start, members }) => {
    const title = headingTitle(t, group);
    return (
      <div key={`${group.value} ${group.start}`} role="group" aria-label={title}>
        {start === null ? null : <GroupHeading title={title} count={group.count} top={start} />}
        {members.map((item) => (
          <Line key={keyOf(item)} {...props} item={item} />
        ))}
      </div>
    );
  });
}

/**
 * A line keeps the element of the one that stood in its place, or went out of sight at the other end: to change what a row says is
 * much cheaper than to make a row.
 */
function slotsFor(drawn: number): (item: VirtualItem) => string {
  const slots = Math.max(64, 2 ** Math.ceil(Math.log2(drawn + 1)));
  return ({ index }) => `slot ${index % slots}`;
}

function Line({
  rows,
  lines,
  item,
  focusIndex,
  openId,
  selected,
  onPress,
}: Props & { readonly item: VirtualItem }): ReactNode {
  const index = lines.rowAt(item.index);
  const row = rows.held.get(index);
  if (!row) return <div role="presentation" className={styles.blank} style={{ top: item.start }} />;
  return (
    <TicketRow
      row={row}
      index={index}
      total={rows.total}
      top={item.start}
      focused={index === focusIndex}
      open={row.id === openId}
      selected={selected.has(row.id)}
      onPress={onPress}
    />
  );
}

type Gathered = {
  readonly group: RowGroup;
  /** px from the top; null while the heading is not among what is drawn. */
  start: number | null;
  readonly members: VirtualItem[];
};

function byGroup(lines: Lines, items: readonly VirtualItem[]): readonly Gathered[] {
  const gathered: Gathered[] = [];
  for (const item of items) {
    const group = lines.groupAt(item.index);
    if (!group) continue;
    if (gathered.at(-1)?.group !== group) gathered.push({ group, start: null, members: [] });
    const last = gathered.at(-1);
    if (lines.isHeading(item.index) && last) last.start = item.start;
    else last?.members.push(item);
  }
  return gathered;
}
