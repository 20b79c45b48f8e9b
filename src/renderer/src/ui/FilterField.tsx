import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import styles from './FilterField.module.css';

/** By which key one goes from the words to the list below them. */
export type LeftBy = 'Escape' | 'ArrowDown' | 'Enter';

/** Words that narrow down the list below. Escape takes them back; where there are none it leaves, as Arrow down and Enter do. */
export function FilterField({
  field,
  text,
  label,
  onText,
  onLeave,
  children,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly label: string;
  readonly onText: (text: string) => void;
  readonly onLeave: (by: LeftBy) => void;
  /** What else narrows it down, beside the words. */
  readonly children?: ReactNode;
}) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key !== 'Escape' && key !== 'ArrowDown' && key !== 'Enter') return;
    event.preventDefault();
    if (key === 'Escape' && text !== '') onText('');
    else onLeave(key);
  };
  return (
    <div className={styles.filter}>
      <input
        ref={field}
        type="text"
        value={text}
        placeholder={label}
        aria-label={label}
        className={styles.input}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={onKeyDown}
      />
      {children}
    </div>
  );
}
