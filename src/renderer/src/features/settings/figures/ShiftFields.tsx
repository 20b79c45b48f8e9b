import { useId, useState } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import form from '#renderer/ui/Form.module.css';
import { clockText, minutesOf } from '#shared/metrics/hours-text.ts';
import type { Shift } from '#shared/metrics/range.ts';
import { LabelledRow } from '../FormFieldRow.tsx';
import styles from '../SettingsDialog.module.css';

const DAY_MINUTES = 24 * 60;

/** When the agent's shift begins and ends; past midnight it ends on the next day. Without both there is none. */
export function ShiftFields({
  shift,
  onShift,
}: {
  readonly shift: Shift | null;
  readonly onShift: (shift: Shift | null) => void;
}) {
  const t = useText();
  const id = useId();
  const [times, setTimes] = useState({
    from: shift ? clockText(shift.from) : '',
    until: shift ? clockText(shift.from + shift.minutes) : '',
  });
  const set = (part: Partial<typeof times>): void => {
    const next = { ...times, ...part };
    setTimes(next);
    const [from, until] = [minutesOf(next.from), minutesOf(next.until)];
    const minutes = (until - from + DAY_MINUTES) % DAY_MINUTES;
    onShift(minutes >= 15 ? { from, minutes } : null);
  };
  return (
    <LabelledRow id={`${id}-from`} label={t('settings.figures.shift')} hint={t('settings.figures.shift.hint')}>
      <span className={styles.times}>
        {(['from', 'until'] as const).map((end) => (
          <input
            key={end}
            id={`${id}-${end}`}
            type="time"
            className={form.input}
            aria-label={t(`settings.figures.shift.${end}`)}
            aria-describedby={`${id}-from-hint`}
            value={times[end]}
            onChange={({ target }) => set({ [end]: target.value })}
          />
        ))}
      </span>
    </LabelledRow>
  );
}
