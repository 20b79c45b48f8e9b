import { PhoneForwarded, PhoneIncoming, PhoneMissed, PhoneOff, PhoneOutgoing } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import type { LoggedCall } from '#renderer/store/desk-call-log.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { rowDomId } from '#renderer/ui/use-active-row.ts';
import { type CallOutcome, outcomeOf } from '#shared/calls/call-outcome.ts';
import { timesOf } from '#shared/calls/call-times.ts';
import { clockTime } from '../clock-time.ts';
import styles from './CallLog.module.css';
import { durationInWords } from './duration.ts';

/** One call of the log: with whom and when, what came of it, how long it was, and what it was about. */
export function CallRow({
  logged: { call, person, ticket },
  active,
  onActive,
  onOpenTicket,
  children,
}: {
  readonly logged: LoggedCall;
  /** The row that the keys act on. */
  readonly active: boolean;
  readonly onActive: () => void;
  readonly onOpenTicket: () => void;
  /** What can be done with it. */
  readonly children: ReactNode;
}) {
  const t = useText();
  const outcome = outcomeOf(call);
  const { ringMs, talkMs } = timesOf(call, call.endedAt ?? call.startedAt);
  const lasted = call.answeredAt === null ? ringMs : talkMs;
  const who = person || call.name;
  return (
    <li
      id={rowDomId(call.id)}
      className={styles.row}
      data-active={active || undefined}
      data-outcome={outcome}
      aria-current={active || undefined}
      onFocus={onActive}
      onClick={onActive}
    >
      <span className={styles.mark} aria-hidden="true">
        {markOf(outcome, call.direction)}
      </span>
      <div className={styles.lines}>
        <p className={styles.line}>
          <span className={styles.who} id={whoDomId(call.id)}>
            {who || call.number || t('calls.log.withheld')}
          </span>
          {who !== '' && call.number !== '' ? (
            <span className={styles.number} data-tabular>
              {call.number}
            </span>
          ) : null}
          <RelativeTime className={styles.age} at={call.startedAt} />
        </p>
        <p className={styles.line}>
          <span className={styles.outcome}>{t(`calls.log.outcome.${outcome}.${call.direction}`)}</span>
          {call.endedAt === null ? null : (
            <span className={styles.quiet} data-tabular>
              <span aria-hidden="true">
                {call.answeredAt === null ? t('calls.log.rang', { time: clockTime(lasted) }) : clockTime(lasted)}
              </span>
              <span className="visually-hidden">
                {t(call.answeredAt === null ? 'calls.log.rang' : 'calls.log.talked', {
                  time: durationInWords(t, lasted),
                })}
              </span>
            </span>
          )}
          {call.disposition === '' ? null : <span className={styles.disposition}>{call.disposition}</span>}
          {ticket === null ? null : (
            <button type="button" className={styles.ticket} onClick={onOpenTicket}>
              {ticket.number === ''
                ? ticket.subject || t('calls.log.ticketElsewhere')
                : `#${ticket.number} ${ticket.subject}`}
            </button>
          )}
          {children}
        </p>
      </div>
    </li>
  );
}

/** Names whom a row's buttons are about. */
export const whoDomId = (callId: string): string => `${rowDomId(callId)}-who`;

function markOf(outcome: CallOutcome, direction: 'in' | 'out'): ReactNode {
  const look = { size: 16, strokeWidth: 1.5 };
  if (outcome === 'missed') return <PhoneMissed {...look} />;
  if (outcome === 'not-reached') return <PhoneOff {...look} />;
  if (outcome === 'taken-elsewhere' || outcome === 'passed-on') return <PhoneForwarded {...look} />;
  return direction === 'in' ? <PhoneIncoming {...look} /> : <PhoneOutgoing {...look} />;
}
