import { useText } from '#renderer/state/text-context.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import type { Rating } from '#shared/domain/desk.ts';
import styles from './Facts.module.css';

/** What the customer said of the help they got; nothing where they were not asked. */
export function Ratings({ ratings }: { readonly ratings: readonly Rating[] }) {
  const t = useText();
  if (ratings.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{t('ticket.facts.ratings')}</h3>
      <ul>
        {ratings.map((rating) => (
          <li key={rating.remoteId} className={styles.rating} data-score={rating.score}>
            <span>
              <strong>{t(`ticket.facts.${rating.score}`)}</strong>{' '}
              <RelativeTime at={rating.updatedAt} className={styles.quiet} />
            </span>
            {rating.comment ? <q>{rating.comment}</q> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
