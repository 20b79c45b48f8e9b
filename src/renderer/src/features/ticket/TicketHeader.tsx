import { ChevronDown, ExternalLink, Star } from 'lucide-react';
import { type MouseEvent, useId } from 'react';
import { RowMark, SnoozedMark } from '#renderer/features/triage/index.ts';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { useOpenExternal } from '#renderer/state/use-open-external.ts';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { ChannelMark } from '#renderer/ui/ChannelMark.tsx';
import { PriorityMark } from '#renderer/ui/PriorityMark.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { SlaMark } from '#renderer/ui/SlaMark.tsx';
import { WaitingMark } from '#renderer/ui/WaitingMark.tsx';
import { foremostTarget } from '#shared/domain/sla.ts';
import { Facts } from './facts/FactsColumn.tsx';
import styles from './TicketHeader.module.css';
import { TicketStatus } from './TicketStatus.tsx';

type FactsFold = { readonly open: boolean; readonly othersAsked: number; readonly onToggle: () => void };

/** Text that is marked keeps the menu that copies it. */
function openMenu(event: MouseEvent): void {
  if (window.getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  show({ menu: { kind: 'ticket', x: event.clientX, y: event.clientY } });
}

/** Which ticket this is; where there is no room for the facts' column, its facts as one line that opens. */
export function TicketHeader({ detail, facts }: { readonly detail: TicketDetail; readonly facts: FactsFold | null }) {
  const t = useText();
  const openExternal = useOpenExternal();
  const { ticket } = detail;
  const { url } = ticket;
  const target = foremostTarget(ticket.sla);
  return (
    <header className={styles.header} onContextMenu={openMenu}>
      <div className={styles.title}>
        <h2 className={styles.subject}>{ticket.subject === '' ? t('ticket.noSubject') : ticket.subject}</h2>
        {url ? (
          <button
            type="button"
            className={styles.outside}
            aria-label={t('ticket.openOutside')}
            title={t('ticket.openOutside')}
            onClick={() => void openExternal(url)}
          >
            <ExternalLink size={16} strokeWidth={1.5} aria-hidden="true" />
          </button>
        ) : null}
      </div>
      <div className={styles.line}>
        <span className={styles.number}>
          {ticket.number === '' ? t('ticket.undelivered') : t('ticket.number', { number: ticket.number })}
        </span>
        <TicketStatus ticket={ticket} />
        <span className={styles.requester}>{detail.requester?.name ?? t('ticket.noRequester')}</span>
        <ChannelMark channel={ticket.channel} />
        {target === null ? null : (
          <SlaMark accountId={detail.accountId} metric={target.metric} at={target.breachAt} named />
        )}
        {detail.waitingSince === null ? null : <WaitingMark accountId={detail.accountId} since={detail.waitingSince} />}
        {detail.starred ? <RowMark icon={<Star />} name={t('inbox.row.starred')} tone="star" /> : null}
        {detail.snoozed ? <SnoozedMark until={detail.snoozed.until} /> : null}
        <span className={styles.quiet}>
          <RelativeTime at={ticket.updatedAt} />
        </span>
      </div>
      {facts ? <FoldedFacts detail={detail} {...facts} /> : null}
    </header>
  );
}

function FoldedFacts({ detail, open, othersAsked, onToggle }: FactsFold & { readonly detail: TicketDetail }) {
  const t = useText();
  const panel = useId();
  const { ticket } = detail;
  return (
    <>
      <button type="button" className={styles.facts} aria-expanded={open} aria-controls={panel} onClick={onToggle}>
        <ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" className={styles.chevron} />
        <span>{detail.assignee?.name ?? t('ticket.unassigned')}</span>
        {detail.group ? <span>{detail.group.name}</span> : null}
        <PriorityMark priority={ticket.priority} withName />
        {ticket.tags.length > 0 ? <span className={styles.tags}>{ticket.tags.join(', ')}</span> : null}
        <span className="visually-hidden">{t('ticket.facts')}</span>
      </button>
      <div id={panel} className={styles.panel} hidden={!open}>
        {open ? <Facts detail={detail} othersAsked={othersAsked} /> : null}
      </div>
    </>
  );
}
