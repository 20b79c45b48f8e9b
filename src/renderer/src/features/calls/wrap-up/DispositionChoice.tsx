import { useId } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import styles from './WrapUp.module.css';

type Props = {
  readonly dispositions: readonly string[];
  readonly value: string;
  readonly required: boolean;
  readonly isMissing: boolean;
  readonly disabled: boolean;
  readonly onChoose: (disposition: string) => void;
};

/** How a call ended: one of a list, by arrows or by its digit while the list has the focus. */
export function DispositionChoice({ dispositions, value, required, isMissing, disabled, onChoose }: Props) {
  const t = useText();
  const name = useId();
  // One that was chosen before the list was changed stays.
  const all = value === '' || dispositions.includes(value) ? dispositions : [...dispositions, value];
  return (
    <fieldset
      className={styles.group}
      disabled={disabled}
      role="radiogroup"
      aria-labelledby={`${name}-legend`}
      aria-required={required}
      aria-invalid={isMissing}
      aria-describedby={isMissing ? `${name}-missing` : undefined}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const chosen = /^[1-9]$/.test(event.key) ? all[Number(event.key) - 1] : undefined;
        const isClear = (event.key === 'Backspace' || event.key === 'Delete') && !required;
        if (chosen === undefined && !isClear) return;
        event.preventDefault();
        onChoose(chosen ?? '');
        const inputs = event.currentTarget.querySelectorAll<HTMLInputElement>('input');
        if (chosen !== undefined) inputs[all.indexOf(chosen)]?.focus();
      }}
    >
      <legend id={`${name}-legend`} className={styles.legend}>
        {t(required ? 'calls.wrap.disposition.required' : 'calls.wrap.disposition')}
      </legend>
      <div className={styles.chips}>
        {all.map((one, index) => (
          <label key={one} className={styles.chip}>
            <input
              type="radio"
              name={name}
              checked={value === one}
              aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
              onChange={() => onChoose(one)}
            />
            {index < 9 ? (
              <span className={styles.digit} aria-hidden="true">
                {index + 1}
              </span>
            ) : null}
            <span>{one}</span>
          </label>
        ))}
      </div>
      {isMissing ? (
        <p id={`${name}-missing`} className={styles.missing}>
          {t('calls.wrap.missing.disposition')}
        </p>
      ) : null}
    </fieldset>
  );
}
