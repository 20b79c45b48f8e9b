import { AlarmClock, Check, CircleAlert, CircleHelp, Clock, PenLine, SkipForward, Star } from 'lucide-react';
import { memo } from 'react';
import { useText } from '../../state/text-context.tsx';
import type { TicketHeader } from '../../store/desk-views.ts';
import { ChannelMark } from '../../ui/ChannelMark.tsx';
import { PriorityMark } from '../../ui/PriorityMark.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { SlaMark } from '../../ui/SlaMark.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { signOf } from '../../ui/sign-of.ts';
import { WaitingMark } from '../../ui/WaitingMark.tsx';
import { RowMark, SnoozedMark } from '../triage/index.ts';
import { Cells } from './columns/Cells.tsx';
import styles from './TicketRow.module.css';

export type TicketRowProps = {
  readonly row: TicketHeader;
  readonly index: number;
  readonly total: number;
  /** px from the top of the list. */
  readonly top: number;
  readonly focused: boolean;
  readonly open: boolean;
  readonly selected: boolean;
  readonly onPress: (index: number, event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>) => void;
};

export const rowDomId = (ticketId: string): string => `ticket-row-${ticketId}`;

/** One ticket in the list: who and when, what about, how it stands. */
export const TicketRow = memo(function TicketRow(props: TicketRowProps) {
  const { row, index, total, top, focused, open, selected, onPress } = props;
  const t = useText();
  return (
    <div
      id={rowDomId(row.id)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-current={open || undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={styles.row}
      data-focused={focused || undefined}
      data-open={open || undefined}
      data-selected={selected || undefined}
      data-unread={row.unread || undefined}
      style={{ top }}
      onClick={(event) => onPress(index, event)}
    >
      <span className={styles.status}>
        {selected ? <Check className={styles.check} size={16} strokeWidth={2} aria-hidden="true" /> : null}
        <StatusMark status={row.status} />
      </span>
      {row.unread ? <span className="visually-hidden">{t('inbox.row.unread')}</span> : null}
      <span className={styles.who}>{row.requesterName || t('inbox.row.nobody')}</span>
      {row.cells.length === 0 ? null : (
        <span className={styles.cells}>
          <Cells row={row} />
        </span>
      )}
      <span className={styles.what}>
        <span className={styles.subject}>{row.subject || t('inbox.row.noSubject')}</span>
        <span className={styles.preview}>{row.preview}</span>
      </span>
      <span className={styles.side}>
        <span className={styles.marks}>
          {row.woken ? <RowMark icon={<AlarmClock />} name={t('inbox.row.woken')} tone="accent" /> : null}
          {row.snoozed ? <SnoozedMark until={row.snoozed.until} /> : null}
          {row.skipped === null ? null : (
            <RowMark icon={<SkipForward />} name={t('inbox.row.skipped', { reason: row.skipped })} />
          )}
          {row.starred ? <RowMark icon={<Star />} name={t('inbox.row.starred')} tone="star" /> : null}
          {row.hasDraft ? <DraftMark /> : null}
          {row.pending ? <PendingMark pending={row.pending} /> : null}
          {row.priority === 'urgent' || row.priority === 'high' ? <PriorityMark priority={row.priority} /> : null}
          <ChannelMark channel={row.channel} />
        </span>
        <RelativeTime at={row.updatedAt} className={styles.age} />
      </span>
      <span className={styles.due}>
        <Due row={row} />
      </span>
    </div>
  );
});

/** What was promised, or else how long somebody waits: one of the two, so that rows stay calm. */
function Due({ row: { accountId, slaMetric, slaAt, waitingSince, cells } }: Pick<TicketRowProps, 'row'>) {
  // Where a column says it, it need not be said twice.
  if (cells.some(({ column }) => column === 'sla' || column === 'waiting')) return null;
  if (slaMetric !== null) return <SlaMark accountId={accountId} metric={slaMetric} at={slaAt} />;
  return waitingSince === null ? null : <WaitingMark accountId={accountId} since={waitingSince} />;
}

function DraftMark() {
  const t = useText();
  return (
    <span className={styles.draft} {...signOf(t('inbox.row.draft'))}>
      <PenLine size={14} strokeWidth={1.5} aria-hidden="true" />
    </span>
  );
}

const PENDING_ICONS = {
  queued: Clock,
  sending: Clock,
  held: CircleAlert,
  rejected: CircleAlert,
  unknown: CircleHelp,
} as const;

function PendingMark({ pending }: { readonly pending: NonNullable<TicketHeader['pending']> }) {
  const t = useText();
  const Icon = PENDING_ICONS[pending];
  const name = t(`inbox.row.pending.${pending}`);
  return (
    <span className={styles.pending} data-state={pending} {...signOf(name)}>
      <Icon size={14} strokeWidth={1.5} aria-hidden="true" />
    </span>
  );
}
