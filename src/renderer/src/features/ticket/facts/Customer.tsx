import { useText } from '#renderer/state/text-context.tsx';
import { useOpenExternal } from '#renderer/state/use-open-external.ts';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import styles from './Facts.module.css';
import { LocalTime } from './LocalTime.tsx';

/** Who asks: name and how to reach them. */
export function Customer({ detail: { requester, organization } }: { readonly detail: TicketDetail }) {
  const t = useText();
  const openExternal = useOpenExternal();
  const external = (target: string, words: string) => (
    <a
      href={target}
      onClick={(event) => {
        event.preventDefault();
        void openExternal(target);
      }}
    >
      {words}
    </a>
  );
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{t('ticket.facts.customer')}</h3>
      {requester === null ? (
        <p className={styles.quiet}>{t('ticket.facts.noCustomer')}</p>
      ) : (
        <>
          <p className={styles.person}>{requester.name}</p>
          <dl className={styles.list}>
            {requester.email === null ? null : (
              <>
                <dt>{t('ticket.facts.email')}</dt>
                <dd className={styles.value}>{external(`mailto:${requester.email}`, requester.email)}</dd>
              </>
            )}
            {requester.phone === null ? null : (
              <>
                <dt>{t('ticket.facts.phone')}</dt>
                <dd className={styles.value}>
                  {external(`tel:${requester.phone.replace(/[^\d+]/g, '')}`, requester.phone)}
                </dd>
              </>
            )}
            {organization === null ? null : (
              <>
                <dt>{t('ticket.facts.organization')}</dt>
                <dd className={styles.value}>{organization.name}</dd>
              </>
            )}
            {requester.timeZone === null ? null : <LocalTime timeZone={requester.timeZone} />}
            {requester.notes === null || requester.notes === '' ? null : (
              <>
                <dt>{t('ticket.facts.notes')}</dt>
                <dd className={styles.value}>{requester.notes}</dd>
              </>
            )}
          </dl>
        </>
      )}
    </section>
  );
}
