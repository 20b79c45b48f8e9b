import type { RefObject } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { FilterField } from '#renderer/ui/FilterField.tsx';
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
  return (
    <FilterField
      field={field}
      text={text}
      label={t('calls.log.search')}
      onText={onText}
      onLeave={() => field.current?.blur()}
    >
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
    </FilterField>
  );
}
