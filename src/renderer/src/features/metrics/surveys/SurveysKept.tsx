import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import type { SurveysKept as Kept } from '#renderer/store/desk-surveys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import form from '#renderer/ui/Form.module.css';
import type { AccountId } from '#shared/domain/ids.ts';
import styles from './Surveys.module.css';

/** What has been imported before, and how to be rid of a file that was the wrong one. */
export function SurveysKept({
  accountId,
  kept,
  onChange,
}: {
  readonly accountId: AccountId;
  readonly kept: Kept;
  readonly onChange: () => void;
}) {
  const t = useText();
  const desk = useDesk();
  const [said, setSaid] = useState<'removed' | 'no-link' | 'not-kept' | null>(null);
  const remove = async (question: keyof Kept): Promise<void> => {
    const removed = await desk
      .removeSurveys(accountId, question)
      .catch(() => ({ ok: false, error: 'no-link' }) as const);
    setSaid(removed.ok ? 'removed' : removed.error);
    onChange();
  };
  return (
    <>
      {(['nps', 'effort'] as const).map((question) =>
        kept[question] === 0 ? null : (
          <p key={question} className={styles.kept}>
            {t(`metrics.survey.kept.${question}`, { count: kept[question] })}
            <Button look="quiet" onClick={() => void remove(question)}>
              {t('metrics.survey.remove')}
            </Button>
          </p>
        ),
      )}
      <p role="status" className={`${form.hint} ${styles.said}`}>
        {said === null ? null : t(said === 'removed' ? 'metrics.survey.removed' : `metrics.survey.problem.${said}`)}
      </p>
    </>
  );
}
