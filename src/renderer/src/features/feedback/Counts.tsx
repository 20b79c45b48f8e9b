import { useText } from '#renderer/state/text-context.tsx';
import form from '#renderer/ui/Form.module.css';
import type { FeedbackCounts } from '#shared/feedback/count-feedback.ts';
import { HOW_OFTEN, SEVERITIES } from '#shared/feedback/feedback.ts';
import styles from './Feedback.module.css';

/** How many there are, how bad and how often; the worst first. */
export function Counts({ counts, total }: { readonly counts: FeedbackCounts; readonly total: number }) {
  const t = useText();
  const line = (parts: readonly string[]): string => parts.join(' · ');
  const part = (name: string, count: number): string => t('feedback.count', { name, count });
  return (
    <div className={`${form.hint} ${styles.counts}`} role="group" aria-label={t('feedback.counts')}>
      <span>{t('feedback.total', { count: total, different: counts.byWhat.length })}</span>
      <span>
        {line(SEVERITIES.toReversed().map((one) => part(t(`feedback.severity.${one}`), counts.bySeverity[one])))}
      </span>
      <span>
        {line(HOW_OFTEN.toReversed().map((one) => part(t(`feedback.howOften.${one}`), counts.byHowOften[one])))}
      </span>
    </div>
  );
}
