import { PANE_LIMITS } from '#renderer/frame-layout.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { PaneSeparator } from '#renderer/ui/PaneSeparator.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { usePaneWidths } from '#renderer/use-pane-widths.ts';
import { Customer } from './Customer.tsx';
import styles from './Facts.module.css';
import { Links } from './Links.tsx';
import { OtherTickets } from './OtherTickets.tsx';
import { Promises } from './Promises.tsx';
import { Ratings } from './Ratings.tsx';
import { TicketFacts } from './TicketFacts.tsx';

export type FactsProps = {
  readonly detail: TicketDetail;
  /** Grows whenever the agent asks to go to the customer's other tickets. */
  readonly othersAsked: number;
};

/** What is known of the ticket and its customer, at the right of the conversation. */
export function FactsColumn({ detail, othersAsked }: FactsProps) {
  const t = useText();
  const widths = usePaneWidths();
  return (
    <>
      <PaneSeparator
        label={t('app.resize.facts')}
        width={widths.facts}
        {...PANE_LIMITS.facts}
        reverse
        onResize={(facts) => widths.resize({ facts })}
        onDone={(facts) => widths.keep({ facts })}
      />
      <aside className={styles.column} style={{ width: widths.facts }} aria-label={t('ticket.facts')}>
        <Facts detail={detail} othersAsked={othersAsked} />
      </aside>
    </>
  );
}

export function Facts({ detail, othersAsked }: FactsProps) {
  const t = useText();
  const { ticket } = detail;
  return (
    <div className={styles.facts}>
      <TicketFacts detail={detail} />
      <Promises detail={detail} />
      <Links detail={detail} />
      <Customer detail={detail} />
      <OtherTickets detail={detail} asked={othersAsked} />
      <Ratings ratings={detail.ratings} />
      <section className={styles.group}>
        <h3 className={styles.heading}>{t('ticket.facts.dates')}</h3>
        <dl className={styles.list}>
          <dt>{t('ticket.field.created')}</dt>
          <dd>
            <RelativeTime at={ticket.createdAt} />
          </dd>
          <dt>{t('ticket.field.updated')}</dt>
          <dd>
            <RelativeTime at={ticket.updatedAt} />
          </dd>
          {ticket.solvedAt === null ? null : (
            <>
              <dt>{t('ticket.field.solved')}</dt>
              <dd>
                <RelativeTime at={ticket.solvedAt} />
              </dd>
            </>
          )}
        </dl>
      </section>
    </div>
  );
}
