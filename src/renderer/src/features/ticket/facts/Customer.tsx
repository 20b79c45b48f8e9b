import { useText } from '#renderer/state/text-context.tsx';
import { useDial } from '#renderer/state/use-dial.ts';
import { useFollowLink } from '#renderer/state/use-follow-link.ts';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { dialablesOf } from '#shared/calls/dialable.ts';
import styles from './Facts.module.css';
import { LocalTime } from './LocalTime.tsx';

/** Who asks: name and how to reach them. */
export function Customer({ detail: { id, accountId, requester, organization } }: { readonly detail: TicketDetail }) {
  const t = useText();
  const follow = useFollowLink();
  const dial = useDial();
  const link = (target: string, words: string, open: () => void) => (
    <a
      href={target}
      onClick={(event) => {
        event.preventDefault();
        open();
      }}
    >
      {words}
    </a>
  );
  const call = (number: string): void => {
    if (requester === null) return;
    const { name, remoteId: personRemoteId } = requester;
    void dial({ number, name, accountId, personRemoteId, ticketId: id });
  };
  const numbers = requester === null ? [] : dialablesOf(requester);
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
                <dd className={styles.value}>
                  {link(`mailto:${requester.email}`, requester.email, () => void follow(`mailto:${requester.email}`))}
                </dd>
              </>
            )}
            {requester.phone === null && numbers.length === 0 ? null : (
              <>
                <dt>{t('ticket.facts.phone')}</dt>
                <dd className={styles.value}>
                  {numbers.length === 0
                    ? requester.phone
                    : numbers.map(({ number, written }) => (
                        <p key={number}>{link(`tel:${number}`, written, () => call(number))}</p>
                      ))}
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
