import { useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { SurveyProblem } from '#renderer/store/desk-surveys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import form from '#renderer/ui/Form.module.css';
import type { AccountId } from '#shared/domain/ids.ts';
import { type SurveyDryRun, type SurveyFile, type SurveyKind, scaleOf } from '#shared/surveys/survey-file.ts';
import styles from './Surveys.module.css';

/** In bytes: a hundred thousand answers are smaller. */
const LARGEST = 16_777_216;
/** As many as one reads; the rest are counted. */
const LISTED = 50;

type Problem = SurveyProblem | 'too-large' | 'not-kept';

/** What importing a file would do, told before it is done. */
export function SurveyPreview({
  file,
  kind,
  accountId,
  onDone,
}: {
  readonly file: File;
  readonly kind: SurveyKind;
  readonly accountId: AccountId;
  readonly onDone: () => void;
}) {
  const t = useText();
  const desk = useDesk();
  const [read, setRead] = useState<{ readonly survey: SurveyFile; readonly dryRun: SurveyDryRun } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    let isShown = true;
    const look = async (): Promise<void> => {
      if (file.size > LARGEST) return setProblem('too-large');
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const survey = { accountId, kind, text: await file.text(), zone };
      const answer = await desk.readSurvey(survey).catch(() => ({ ok: false, error: 'no-link' }) as const);
      if (!isShown) return;
      if (answer.ok) setRead({ survey, dryRun: answer.value });
      else setProblem(answer.error);
    };
    void look();
    return () => {
      isShown = false;
    };
  }, [file, kind, accountId, desk]);
  useEffect(() => button.current?.focus(), [read]);

  const take = async (survey: SurveyFile): Promise<void> => {
    setBusy(true);
    const taken = await desk.importSurvey(survey).catch(() => ({ ok: false, error: 'no-link' }) as const);
    setBusy(false);
    if (!taken.ok) return setProblem(taken.error);
    show({ told: { sentence: t('metrics.survey.done', { count: taken.value }) } });
    onDone();
  };
  const count = read ? read.dryRun.answers + read.dryRun.unanswered : 0;

  return (
    <>
      <p role="status" className={styles.counts}>
        {read
          ? t('metrics.survey.counts', {
              answers: read.dryRun.answers,
              unanswered: read.dryRun.unanswered,
              same: read.dryRun.same,
              leftOut: read.dryRun.leftOut.length,
            })
          : problem === null
            ? t('metrics.survey.reading')
            : null}
      </p>
      {read ? <Details dryRun={read.dryRun} kind={kind} count={count} /> : null}
      <div className={form.foot}>
        {problem === null ? null : (
          <p role="alert" className={form.problem}>
            {t(`metrics.survey.problem.${problem}`)}
          </p>
        )}
        {read && count > 0 ? (
          <Button ref={button} look="primary" disabled={busy} onClick={() => void take(read.survey)}>
            {t('metrics.survey.take', { count })}
          </Button>
        ) : null}
        <Button {...(count > 0 ? {} : { ref: button })} keys="Escape" onClick={onDone}>
          {t('metrics.survey.close')}
        </Button>
      </div>
    </>
  );
}

function Details({
  dryRun: { from, until, withTicket, leftOut },
  kind,
  count,
}: {
  readonly dryRun: SurveyDryRun;
  readonly kind: SurveyKind;
  readonly count: number;
}) {
  const t = useText();
  return (
    <>
      {from === null || until === null ? null : (
        <p className={styles.counts}>
          {t('metrics.survey.span', {
            days: t.intl.formatDateTimeRange(from, until, { dateStyle: 'medium' }),
            withTicket,
            count,
          })}
        </p>
      )}
      {leftOut.length === 0 ? null : (
        <section aria-label={t('metrics.survey.leftOut')}>
          <h3 className={styles.heading}>{t('metrics.survey.leftOut')}</h3>
          <ul className={styles.lines}>
            {leftOut.slice(0, LISTED).map(({ line, why, cell }) => (
              <li key={line}>
                {t(`metrics.survey.leftOut.${why}`, { line, cell, isEmpty: String(cell === ''), ...scaleOf(kind) })}
              </li>
            ))}
            {leftOut.length > LISTED ? <li>{t('metrics.survey.more', { count: leftOut.length - LISTED })}</li> : null}
          </ul>
        </section>
      )}
    </>
  );
}
