import { useId, useState } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import form from '#renderer/ui/Form.module.css';
import { dayNamed, dayText } from '#shared/metrics/day-of.ts';
import { LabelledRow } from '../FormFieldRow.tsx';
import styles from '../SettingsDialog.module.css';

/** Closed days, a date on each line. Lines that are no date change nothing, and the first is named. */
export function HolidaysField({
  holidays,
  onHolidays,
}: {
  readonly holidays: readonly string[];
  readonly onHolidays: (holidays: readonly string[]) => void;
}) {
  const t = useText();
  const id = useId();
  const [began] = useState(holidays.join('\n'));
  const [wrong, setWrong] = useState('');
  const type = (text: string): void => {
    const lines = text.split(/[\n,;]/).map((line) => line.trim());
    setWrong(lines.find((line) => line !== '' && !isDate(line)) ?? '');
    onHolidays([...new Set(lines.filter(isDate))].sort());
  };
  return (
    <LabelledRow id={id} label={t('settings.figures.holidays')} hint={t('settings.figures.holidays.hint')}>
      <textarea
        id={id}
        className={styles.area}
        rows={3}
        spellCheck={false}
        placeholder="2026-12-25"
        aria-describedby={`${id}-hint ${id}-problem`}
        aria-invalid={wrong !== ''}
        defaultValue={began}
        onChange={({ target }) => type(target.value)}
      />
      <p id={`${id}-problem`} role="alert" className={form.problem}>
        {wrong === '' ? '' : t('settings.figures.holidays.problem', { line: wrong })}
      </p>
    </LabelledRow>
  );
}

const isDate = (text: string): boolean => {
  const day = dayNamed(text);
  return Number.isFinite(day) && dayText(day) === text;
};
