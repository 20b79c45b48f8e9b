import { useText } from '#renderer/state/text-context.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import type { Feedback } from '#shared/feedback/feedback.ts';
import styles from './Feedback.module.css';

/** `times`: how often the same was said, at the first of those; null at the others. */
export function FeedbackRow({ entry, times }: { readonly entry: Feedback; readonly times: number | null }) {
  const t = useText();
  const { at, what, quote, severity, howOften, ticketNumber } = entry;
  return (
    <>
      <span className={styles.times} data-tabular>
        {times === null ? null : t('feedback.times.count', { count: times })}
      </span>
      <span className={styles.what}>{what}</span>
      <span className={styles.quote}>{quote}</span>
      <span className={styles.aside}>{t(`feedback.severity.${severity}`)}</span>
      <span className={styles.aside}>{t(`feedback.howOften.${howOften}`)}</span>
      <span className={styles.aside} data-tabular>
        {ticketNumber === '' ? '–' : `#${ticketNumber}`}
      </span>
      <RelativeTime at={at} className={styles.aside} />
    </>
  );
}
