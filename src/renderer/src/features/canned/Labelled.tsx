import { type RefObject, useId } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import type { TextKey } from '#shared/i18n/catalogue.ts';
import styles from './Canned.module.css';

/** A field of one line with its name over it, and under it what is wrong with it or what it is for. */
export function Labelled({
  label,
  hint,
  problem,
  value,
  maxLength,
  input,
  onChange,
  onBlur,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly problem: TextKey | undefined;
  readonly value: string;
  readonly maxLength?: number | undefined;
  readonly input?: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
}) {
  const t = useText();
  const id = useId();
  const note = problem ? t(problem) : hint;
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        className={styles.input}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={({ target }) => onChange(target.value)}
        onBlur={onBlur}
      />
      {note === undefined ? null : (
        <p id={`${id}-note`} className={problem ? styles.problem : styles.quiet}>
          {note}
        </p>
      )}
    </div>
  );
}
