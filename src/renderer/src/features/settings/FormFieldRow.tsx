import { type ReactNode, useId } from 'react';
import type { FormField } from '#shared/domain/account.ts';
import { english, type TextKey } from '#shared/i18n/catalogue.ts';
import { useText } from '../../state/text-context.tsx';
import styles from './AccountForm.module.css';
import type { Sentences } from './failure-text.ts';
import { SentencesBox } from './Sentences.tsx';

const isText = (key: string): key is TextKey => key in english;

/** A labelled control with what explains it under it. */
export function LabelledRow({
  id,
  label,
  hint,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.control}>
        {children}
        {hint ? (
          <p className={styles.quiet} id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** One field of a connector's form. Its texts are `accounts.<connector>.<field>`, with `.hint`, `Warning` and choices where there are any. */
export function FormFieldRow({
  connectorId,
  field,
  value,
  first,
  kept,
  missing,
  problem,
  onChange,
}: {
  readonly connectorId: string;
  readonly field: FormField;
  readonly value: string;
  readonly first: boolean;
  /** The secret that was given before stays when this is left empty. */
  readonly kept: boolean;
  readonly missing: boolean;
  readonly problem: Sentences | null;
  readonly onChange: (value: string) => void;
}) {
  const t = useText();
  const id = useId();
  const key = `accounts.${connectorId}.${field.name}`;
  const label = isText(key) ? t(key) : field.name;
  const hintKey = `${key}.hint`;
  const hint = kept ? t('accounts.secret.kept') : isText(hintKey) ? t(hintKey) : null;
  const warningKey = `${key}Warning`;
  const common = {
    id,
    name: field.name,
    required: field.required && !kept,
    autoFocus: first,
    'aria-invalid': missing || problem !== null,
    'aria-describedby':
      [hint && `${id}-hint`, (missing || problem) && `${id}-problem`, isText(warningKey) && `${id}-warning`]
        .filter(Boolean)
        .join(' ') || undefined,
  };
  return (
    <LabelledRow id={id} label={label} hint={hint}>
      {field.kind === 'choice' ? (
        <select {...common} className={styles.input} value={value} onChange={(event) => onChange(event.target.value)}>
          {field.choices.map((choice) => {
            const choiceKey = `${key}.${choice}`;
            return (
              <option key={choice} value={choice}>
                {isText(choiceKey) ? t(choiceKey) : choice}
              </option>
            );
          })}
        </select>
      ) : (
        <input
          {...common}
          className={styles.input}
          type={field.kind === 'secret' ? 'password' : 'text'}
          inputMode={field.kind === 'url' ? 'url' : undefined}
          autoComplete={field.kind === 'secret' ? 'new-password' : 'off'}
          autoCapitalize="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {isText(warningKey) ? (
        <p className={styles.warning} id={`${id}-warning`}>
          {t(warningKey)}
        </p>
      ) : null}
      {missing ? (
        <p className={styles.missing} id={`${id}-problem`}>
          {t('accounts.missing', { field: label })}
        </p>
      ) : null}
      {problem && !missing ? <SentencesBox id={`${id}-problem`} sentences={problem} /> : null}
    </LabelledRow>
  );
}
