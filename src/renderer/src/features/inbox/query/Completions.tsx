import { useEffect, useRef } from 'react';
import { useText } from '../../../state/text-context.tsx';
import type { QueryCompletion } from '../../../store/desk-views.ts';
import { fieldHint } from './field-hint.ts';
import styles from './QueryBox.module.css';

export const optionId = (id: string, index: number): string => `${id}-option-${index}`;

/** What may stand at the caret, under a field that keeps the focus: `id` is the field's, `highlighted` what its arrows are on. */
export function Completions({
  id,
  options,
  highlighted,
  onChoose,
}: {
  readonly id: string;
  readonly options: readonly QueryCompletion[];
  readonly highlighted: number;
  readonly onChoose: (index: number) => void;
}) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (highlighted >= 0) list.current?.children[highlighted]?.scrollIntoView({ block: 'nearest' });
  }, [highlighted]);
  return (
    <div
      ref={list}
      id={`${id}-options`}
      className={styles.popup}
      role="listbox"
      tabIndex={-1}
      aria-label={t('inbox.query.completions')}
      // A press here must not take the focus from the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        <div
          key={`${option.label} ${option.detail}`}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === highlighted}
          className={styles.option}
          onClick={() => onChoose(index)}
        >
          <span className={styles.name}>{option.label}</span>
          <span className={styles.detail}>{option.detail || fieldHint(t, option)}</span>
        </div>
      ))}
    </div>
  );
}
