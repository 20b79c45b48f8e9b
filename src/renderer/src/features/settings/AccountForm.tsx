import { type FormEvent, useId, useRef, useState } from 'react';
import type { Account, ConnectorForm, Identity } from '#shared/domain/account.ts';
import { type Failure, reasonOf } from '#shared/domain/failure.ts';
import type { TextKey } from '#shared/i18n/catalogue.ts';
import type { Text } from '#shared/i18n/text.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useText } from '../../state/text-context.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './AccountForm.module.css';
import {
  draftOf,
  type FormValues,
  fieldOfFailure,
  initialValues,
  missingFields,
  noLink,
  visibleFields,
} from './account-form.ts';
import { FormFieldRow, LabelledRow } from './FormFieldRow.tsx';
import { failureText, problemText, reasonText, type Sentences } from './failure-text.ts';
import { SentencesBox } from './Sentences.tsx';

type Outcome =
  | { readonly name: 'none' }
  | { readonly name: 'busy'; readonly doing: 'test' | 'save' }
  | { readonly name: 'known'; readonly me: Identity }
  /** `field` is what it is about; null shows it under the form. */
  | { readonly name: 'problem'; readonly field: string | null; readonly sentences: Sentences };

/** Asks what a connector needs, shows who the helpdesk says we are, and saves. Errors stand beside their field. */
export function AccountForm({
  form,
  account,
  onDone,
}: {
  readonly form: ConnectorForm;
  /** Null adds one. */
  readonly account: Account | null;
  readonly onDone: () => void;
}) {
  const t = useText();
  const desk = useDesk();
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<FormValues>(() => initialValues(form, account));
  const [label, setLabel] = useState(account?.label ?? '');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [outcome, setOutcome] = useState<Outcome>({ name: 'none' });
  const busy = outcome.name === 'busy';

  const focusField = (name: string | null): void => {
    const field = name === null ? null : element.current?.elements.namedItem(name);
    if (field instanceof HTMLElement) field.focus();
  };
  const showProblem = (failure: Failure | 'no-link'): void => {
    if (failure === 'no-link') return setOutcome({ name: 'problem', field: null, sentences: problemText(t, failure) });
    const field = fieldOfFailure(form, values, failure);
    setOutcome({ name: 'problem', field, sentences: sentencesOf(t, failure) });
    focusField(field);
  };
  const isComplete = (): boolean => {
    const lacking = missingFields(form, values, account);
    setMissing(lacking);
    focusField(lacking[0] ?? null);
    return lacking.length === 0;
  };

  const test = async (): Promise<void> => {
    if (!isComplete()) return;
    setOutcome({ name: 'busy', doing: 'test' });
    const tested = await desk.testAccount(draftOf(form, values, label, account)).catch(noLink);
    if (tested.ok) setOutcome({ name: 'known', me: tested.value });
    else showProblem(tested.error);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !isComplete()) return;
    setOutcome({ name: 'busy', doing: 'save' });
    const saved = await desk.saveAccount(draftOf(form, values, label, account)).catch(noLink);
    if (saved.ok) onDone();
    else showProblem(saved.error);
  };

  return (
    <form ref={element} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
      <p className={styles.quiet}>{t(`accounts.${form.connectorId}.about` as TextKey)}</p>
      {visibleFields(form, values).map((field, index) => (
        <FormFieldRow
          key={field.name}
          connectorId={form.connectorId}
          field={field}
          value={values[field.name] ?? ''}
          first={index === 0}
          kept={
            account !== null && field.kind === 'secret' && !missingFields(form, values, account).includes(field.name)
          }
          missing={missing.includes(field.name)}
          problem={outcome.name === 'problem' && outcome.field === field.name ? outcome.sentences : null}
          onChange={(value) => {
            setValues({ ...values, [field.name]: value });
            setMissing(missing.filter((name) => name !== field.name));
            if (!busy) setOutcome({ name: 'none' });
          }}
        />
      ))}
      <LabelledRow id={`${id}-label`} label={t('accounts.label')} hint={t('accounts.label.hint')}>
        <input
          id={`${id}-label`}
          className={styles.input}
          value={label}
          autoComplete="off"
          onChange={(event) => setLabel(event.target.value)}
        />
      </LabelledRow>
      {outcome.name === 'problem' && outcome.field === null ? <SentencesBox sentences={outcome.sentences} /> : null}
      <p className={styles.outcome} role="status">
        {outcome.name === 'busy' ? t(`accounts.busy.${outcome.doing}`) : null}
        {outcome.name === 'known'
          ? t(outcome.me.administrator ? 'accounts.known.administrator' : 'accounts.known', {
              name: outcome.me.name,
              email: outcome.me.email ?? outcome.me.remoteId,
            })
          : null}
      </p>
      <div className={styles.buttons}>
        <Button look="quiet" onClick={onDone}>
          {t('accounts.back')}
        </Button>
        <Button disabled={busy} onClick={() => void test()}>
          {t('accounts.test')}
        </Button>
        <Button look="primary" type="submit" disabled={busy} keys="Enter">
          {t('accounts.save')}
        </Button>
      </div>
    </form>
  );
}

/** A value that our own check refused is no answer of the helpdesk, and another user is not this account. */
function sentencesOf(t: Text, failure: Failure): Sentences {
  const sentences = failureText(t, failure, 'sign-in');
  if (failure.code !== 'rejected') return sentences;
  const anotherUser = reasonOf(failure, 'another-user');
  if (anotherUser)
    return { ...sentences, what: reasonText(t, anotherUser), next: t('accounts.problem.anotherUserNext') };
  const setting = reasonOf(failure, 'setting');
  return setting ? { ...sentences, what: reasonText(t, setting), next: t('accounts.problem.valueNext') } : sentences;
}
