import {
  Building2,
  CalendarPlus,
  CircleCheck,
  Hash,
  type LucideIcon,
  RefreshCw,
  Shapes,
  SquarePen,
  Tag,
  User,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { ListColumn } from '#shared/domain/list-columns.ts';
import { TICKET_TYPES } from '#shared/domain/ticket.ts';
import type { Text } from '#shared/i18n/text.ts';
import { useText } from '../../../state/text-context.tsx';
import type { TicketHeader } from '../../../store/desk-views.ts';
import { ChannelMark } from '../../../ui/ChannelMark.tsx';
import { PriorityMark } from '../../../ui/PriorityMark.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { SlaMark } from '../../../ui/SlaMark.tsx';
import { WaitingMark } from '../../../ui/WaitingMark.tsx';
import styles from './Cells.module.css';
import { columnTitle } from './column-title.ts';

type Cell = TicketHeader['cells'][number];

const ICONS: Readonly<Partial<Record<ListColumn, LucideIcon>>> = {
  assignee: User,
  group: Users,
  organization: Building2,
  tags: Tag,
  type: Shapes,
  number: Hash,
  created: CalendarPlus,
  updated: RefreshCw,
  solved: CircleCheck,
};

/** What a row shows besides what every row shows; nothing for what its ticket lacks. */
export function Cells({ row }: { readonly row: TicketHeader }) {
  const t = useText();
  return row.cells.map((cell) => {
    const shown = shownOf(t, row, cell);
    return shown === null ? null : (
      <CellOf key={cell.column} cell={cell}>
        {shown}
      </CellOf>
    );
  });
}

function CellOf({ cell: { column, name }, children }: { readonly cell: Cell; readonly children: ReactNode }) {
  const t = useText();
  const title = columnTitle(t, column, name);
  const Icon = column.startsWith('field:') ? SquarePen : ICONS[column];
  return (
    <span
      className={styles.cell}
      data-column={column}
      title={typeof children === 'string' ? `${title}: ${children}` : title}
    >
      {Icon ? <Icon className={styles.icon} size={12} strokeWidth={1.5} aria-hidden="true" /> : null}
      <span className="visually-hidden">{title}: </span>
      <span className={styles.value}>{children}</span>
    </span>
  );
}

function shownOf(t: Text, row: TicketHeader, { column, value }: Cell): ReactNode {
  switch (column) {
    case 'assignee':
      return row.assigneeName || null;
    case 'priority':
      return row.priority === null ? null : <PriorityMark priority={row.priority} withName />;
    case 'channel':
      return <ChannelMark channel={row.channel} withName />;
    case 'number':
      return row.number;
    case 'updated':
      return <RelativeTime at={row.updatedAt} />;
    case 'waiting':
      return row.waitingSince === null ? null : <WaitingMark accountId={row.accountId} since={row.waitingSince} />;
    case 'sla':
      return row.slaMetric === null ? null : (
        <SlaMark accountId={row.accountId} metric={row.slaMetric} at={row.slaAt} />
      );
    case 'type': {
      const type = TICKET_TYPES.find((one) => one === value);
      return type ? t(`ticket.type.${type}`) : null;
    }
    default:
      return typeof value === 'number' ? <RelativeTime at={value} /> : value;
  }
}
