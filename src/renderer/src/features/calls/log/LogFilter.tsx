import type { KeyboardEvent, RefObject } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import styles from './CallLog.module.css';
import { LOG_RANGES, type LogRange } from './log-range.ts';

/** Which calls are listed: words to search for, and since when. */
export function LogFilter({
  field,
  text,
  onText,
  range,
  onRange,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly range: LogRange;
  readonly onRange: (range: LogRange) => void;
}) {
  const t = useText();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const isBack = event.key === 'Escape' && text === '';
    if (isBack || event.key === 'ArrowDown' || event.key === 'Enter') event.currentTarget.blur();
    else if (event.key === 'Escape') onText('');
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.filter}>
      <input
        ref={field}
        type="text"
        value={text}
        placeholder={t('calls.log.search')}
        aria-label={t('calls.log.search')}
        className={styles.input}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={onKeyDown}
      />
      <fieldset className={styles.ranges}>
        <legend className="visually-hidden">{t('calls.log.when')}</legend>
        {LOG_RANGES.map((value) => (
          <label key={value} className={styles.range}>
            <input
              type="radio"
              name="call-log-range"
              className="visually-hidden"
              checked={value === range}
              onChange={() => onRange(value)}
            />
            {t(`calls.log.when.${value}`)}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
