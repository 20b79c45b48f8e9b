import { useId } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { LabelledRow } from '../FormFieldRow.tsx';
import styles from '../SettingsDialog.module.css';
import { useSettingsPart } from '../use-settings-part.ts';
import { HolidaysField } from './HolidaysField.tsx';
import { HoursFields } from './HoursFields.tsx';
import { ShiftFields } from './ShiftFields.tsx';

/** Minutes of work without a pause after which one is proposed. */
const BREAKS = [45, 60, 90, 120] as const;

/** What the agent's figures are measured by, and what of them is always in sight. Everything takes effect at once. */
export function FigureSettings() {
  const t = useText();
  const id = useId();
  const { part: metrics, change, isRefused } = useSettingsPart('metrics');
  const { breakAfterMinutes } = metrics;
  const breaks =
    breakAfterMinutes === null || BREAKS.some((minutes) => minutes === breakAfterMinutes)
      ? BREAKS
      : [...BREAKS, breakAfterMinutes].toSorted((one, other) => one - other);
  return (
    <div className={styles.settings}>
      <p role="alert" className={styles.refused}>
        {isRefused ? t('settings.notSaved') : ''}
      </p>
      <LabelledRow id={`${id}-strip`} label={t('settings.figures.strip')} hint={t('settings.figures.strip.hint')}>
        <input
          id={`${id}-strip`}
          className={styles.checkbox}
          type="checkbox"
          aria-describedby={`${id}-strip-hint`}
          checked={metrics.strip}
          onChange={({ target }) => change({ strip: target.checked })}
        />
      </LabelledRow>
      <LabelledRow id={`${id}-break`} label={t('settings.figures.break')} hint={t('settings.figures.break.hint')}>
        <select
          id={`${id}-break`}
          className={styles.select}
          aria-describedby={`${id}-break-hint`}
          value={breakAfterMinutes ?? ''}
          onChange={({ target }) => change({ breakAfterMinutes: target.value === '' ? null : Number(target.value) })}
        >
          <option value="">{t('settings.figures.break.never')}</option>
          {breaks.map((minutes) => (
            <option key={minutes} value={minutes}>
              {t('settings.figures.break.after', { minutes })}
            </option>
          ))}
        </select>
      </LabelledRow>
      <ShiftFields shift={metrics.shift} onShift={(shift) => change({ shift })} />
      <HoursFields week={metrics.businessHours} onWeek={(businessHours) => change({ businessHours })} />
      <HolidaysField holidays={metrics.holidays} onHolidays={(holidays) => change({ holidays })} />
    </div>
  );
}
