import { Check } from 'lucide-react';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { SlaMark } from '#renderer/ui/SlaMark.tsx';
import styles from './Facts.module.css';

/** Everything that was promised of the ticket, and how it stands. */
export function Promises({ detail: { accountId, ticket } }: { readonly detail: TicketDetail }) {
  const t = useText();
  if (ticket.sla.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{t('ticket.facts.promises')}</h3>
      <dl className={styles.list}>
        {ticket.sla.map(({ metric, stage, breachAt, policy }) => {
          const name = t(`app.sla.${metric}`);
          return (
            <div key={metric} className={styles.pair}>
              <dt title={policy ?? name}>{name}</dt>
              <dd>
                {stage === 'met' ? (
                  <span className={styles.met}>
                    <Check size={14} strokeWidth={1.5} aria-hidden="true" />
                    {t('app.sla.met')}
                  </span>
                ) : (
                  <SlaMark accountId={accountId} metric={metric} at={stage === 'paused' ? null : breachAt} />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
