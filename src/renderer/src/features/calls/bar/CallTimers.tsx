import { useText } from '#renderer/state/text-context.tsx';
import { type Call, phaseOf } from '#shared/calls/call.ts';
import { clockTime } from '../clock-time.ts';
import { useNow } from '../use-now.ts';
import styles from './CallBar.module.css';
import { timersOf } from './timers-of.ts';

/** How long each part of a call has lasted. Not read out by itself: it would talk over everything else. */
export function CallTimers({ call }: { readonly call: Call }) {
  const t = useText();
  const [current, ...others] = timersOf(call, useNow(phaseOf(call) !== 'missed'));
  return (
    <div className={styles.timers} role="timer" data-tabular>
      <span className={styles.main}>{t('calls.bar.timer', { kind: current.kind, time: clockTime(current.ms) })}</span>
      {others.length === 0 ? null : (
        <span className={styles.below}>
          {others.map(({ kind, ms }) => t('calls.bar.timer', { kind, time: clockTime(ms) })).join(' · ')}
        </span>
      )}
    </div>
  );
}

/** The one that runs, alone. */
export function CurrentTimer({ call }: { readonly call: Call }) {
  const [current] = timersOf(call, useNow(phaseOf(call) !== 'missed'));
  return (
    <span role="timer" data-tabular>
      {clockTime(current.ms)}
    </span>
  );
}
