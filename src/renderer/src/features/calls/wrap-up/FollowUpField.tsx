import { useId, useMemo } from 'react';
import { snoozeWords, wakeTime } from '#renderer/features/triage/index.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import form from '#renderer/ui/Form.module.css';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { parseSnoozeTime, presetTime, SNOOZE_PRESETS } from '#shared/mine/snooze-time.ts';
import styles from './WrapUp.module.css';

type Props = {
  readonly text: string;
  /** What the text means, UTC ms; null for what is no time. */
  readonly at: number | null;
  readonly problem: 'followUp' | 'followUpTicket' | null;
  readonly disabled: boolean;
  readonly onChange: (text: string, at: number | null) => void;
};

/** When to call back or to look again: the times of snoozing, proposed or typed. */
export function FollowUpField({ text, at, problem, disabled, onChange }: Props) {
  const t = useText();
  const { now } = useTicker();
  const id = useId();
  const words = useMemo(() => snoozeWords(t.locale), [t.locale]);
  const isTime = at !== null && text.trim() !== '';
  const note = problem
    ? t(`calls.wrap.missing.${problem}`)
    : isTime
      ? t('calls.wrap.followUp.until', { when: wakeTime(t, at, now()) })
      : '';
  return (
    <div className={styles.group}>
      <label className={styles.legend} htmlFor={id}>
        {t('calls.wrap.followUp')}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className={form.input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          placeholder={t('calls.wrap.followUp.hint')}
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => onChange(target.value, parseSnoozeTime(target.value, now(), words))}
        />
        {SNOOZE_PRESETS.map((preset) => {
          const proposed = presetTime(preset, now());
          const name = t(`triage.snooze.${preset}`);
          return proposed === null ? null : (
            <Button
              key={preset}
              look="quiet"
              disabled={disabled}
              aria-pressed={text === name}
              onClick={() => (text === name ? onChange('', null) : onChange(name, proposed))}
            >
              {name}
            </Button>
          );
        })}
      </div>
      <p id={`${id}-note`} className={problem ? styles.missing : styles.hint} role={problem ? undefined : 'status'}>
        {note}
      </p>
    </div>
  );
}
