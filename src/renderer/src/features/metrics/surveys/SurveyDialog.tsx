import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import form from '#renderer/ui/Form.module.css';
import { Labelled } from '#renderer/ui/Labelled.tsx';
import { Modal } from '#renderer/ui/Modal.tsx';
import { SURVEY_KINDS, type SurveyKind } from '#shared/surveys/survey-file.ts';
import { SurveyPreview } from './SurveyPreview.tsx';
import { SurveysKept } from './SurveysKept.tsx';

const close = (): void => show({ dialog: null });

/** Takes answers of a survey tool from a file, once it is said what that would do. */
export function SurveyDialog() {
  const t = useText();
  const desk = useDesk();
  const client = useQueryClient();
  const first = useRef<HTMLSelectElement>(null);
  const accounts = useDeskState((state) => state.accounts) ?? [];
  const [accountId, setAccountId] = useState(accounts[0]?.id ?? '');
  const [kind, setKind] = useState<SurveyKind>('nps');
  const [file, setFile] = useState<File | null>(null);
  const key = ['surveys-kept', accountId];
  const { data: kept } = useQuery({ queryKey: key, queryFn: () => desk.surveysKept(accountId) });
  const changed = (): void => void client.invalidateQueries({ queryKey: key });
  return (
    <Modal title={t('metrics.survey.title')} startAt={first} onClose={close}>
      <div className={form.form}>
        <p className={form.hint}>{t('metrics.survey.intro')}</p>
        <Labelled label={t('metrics.survey.kind')}>
          {(control) => (
            <Choice
              {...control}
              ref={first}
              value={kind}
              options={SURVEY_KINDS.map((value) => ({ value, name: t(`metrics.survey.kind.${value}`) }))}
              onChange={setKind}
            />
          )}
        </Labelled>
        {accounts.length > 1 ? (
          <Labelled label={t('metrics.survey.account')}>
            {(control) => (
              <Choice
                {...control}
                value={accountId}
                options={accounts.map(({ id, label }) => ({ value: id, name: label }))}
                onChange={setAccountId}
              />
            )}
          </Labelled>
        ) : null}
        <div>
          <FileButton
            label={t(file === null ? 'metrics.survey.choose' : 'metrics.survey.other')}
            accept=".csv,text/csv"
            onFile={setFile}
          />
        </div>
        {kept?.ok ? <SurveysKept accountId={accountId} kept={kept.value} onChange={changed} /> : null}
        {file === null ? null : (
          <SurveyPreview
            // What the file means is another thing for each of them, and when something else is kept.
            key={`${accountId} ${kind} ${file.name} ${file.lastModified} ${kept?.ok ? kept.value.nps + kept.value.effort : ''}`}
            file={file}
            kind={kind}
            accountId={accountId}
            onDone={close}
          />
        )}
      </div>
    </Modal>
  );
}
