import { useId, useState } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import form from '#renderer/ui/Form.module.css';
import { hoursText, readHours } from '#shared/metrics/hours-text.ts';
import type { Settings } from '#shared/settings/settings.ts';
import styles from '../SettingsDialog.module.css';

type Week = Settings['metrics']['businessHours'];
/** A Monday, to name weekdays by. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Business hours, a day on each line as text. What cannot be read changes nothing, and says so. */
export function HoursFields({ week, onWeek }: { readonly week: Week; readonly onWeek: (week: Week) => void }) {
  const t = useText();
  const id = useId();
  const [texts, setTexts] = useState(() => week.map(hoursText));
  const type = (day: number, text: string): void => {
    setTexts((before) => before.with(day, text));
    const hours = readHours(text);
    if (hours) onWeek(week.with(day, hours));
  };
  return (
    <fieldset className={styles.row} aria-describedby={`${id}-hint`}>
      <legend className={styles.label}>{t('settings.figures.hours')}</legend>
      <div className={styles.days}>
        {texts.map((text, day) => {
          const isBad = readHours(text) === null;
          const name = t.intl.formatDate(MONDAY + day * DAY_MS, { weekday: 'long', timeZone: 'UTC' });
          return (
            <label key={name} className={styles.day}>
              <span>{name}</span>
              <input
                type="text"
                className={form.input}
                value={text}
                placeholder={t('settings.figures.hours.closed')}
                aria-invalid={isBad}
                aria-describedby={isBad ? `${id}-problem` : undefined}
                onChange={({ target }) => type(day, target.value)}
              />
            </label>
          );
        })}
        <p id={`${id}-problem`} role="alert" className={form.problem}>
          {texts.some((text) => readHours(text) === null) ? t('settings.figures.hours.problem') : ''}
        </p>
        <p id={`${id}-hint`} className={styles.quiet}>
          {t('settings.figures.hours.hint')}
        </p>
      </div>
    </fieldset>
  );
}
