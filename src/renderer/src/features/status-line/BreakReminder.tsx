import { Coffee } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { isOnLine } from '#shared/calls/call.ts';
import { useCommand, useCommands } from '../../commands/use-command.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { useText } from '../../state/text-context.tsx';
import { useTicker } from '../../ui/ticker.tsx';
import styles from './StatusLine.module.css';
import { type Work, worked, workedFor } from './worked-since.ts';

const MINUTE_MS = 60_000;

/** Proposes a pause, where the agent wants that: in the status line only, not during a call, and gone with the pause. */
export function BreakReminder() {
  const afterMinutes = useDeskState((state) => state.settings.metrics.breakAfterMinutes);
  return afterMinutes === null ? null : <Reminder afterMs={afterMinutes * MINUTE_MS} />;
}

function Reminder({ afterMs }: { readonly afterMs: number }) {
  const t = useText();
  const registry = useCommands();
  const ticker = useTicker();
  const work = useRef<Work | null>(null);
  const isInCall = useDeskState((state) => state.calls.some((call) => isOnLine(call) && call.answeredAt !== null));
  /** The stretch of work for which the agent does not want it again. */
  const [passedOver, setPassedOver] = useState(0);
  useEffect(() => {
    const note = (): void => {
      work.current = worked(work.current, ticker.now());
    };
    // Talking is work without a key.
    const stop = isInCall ? ticker.subscribe(note) : () => undefined;
    window.addEventListener('keydown', note, { capture: true, passive: true });
    window.addEventListener('pointerdown', note, { capture: true, passive: true });
    return () => {
      stop();
      window.removeEventListener('keydown', note, { capture: true });
      window.removeEventListener('pointerdown', note, { capture: true });
    };
  }, [ticker, isInCall]);
  const minutes = useSyncExternalStore(ticker.subscribe, () => {
    const ms = workedFor(work.current, ticker.now());
    return ms >= afterMs ? Math.floor(ms / MINUTE_MS / 5) * 5 : 0;
  });
  const isShown = minutes > 0 && !isInCall && work.current?.since !== passedOver;
  useCommand(
    'app.breakLater',
    () => setPassedOver(work.current?.since ?? 0),
    () => isShown,
  );
  if (!isShown) return null;
  return (
    <span className={styles.remark}>
      <Coffee size={14} strokeWidth={1.5} aria-hidden="true" />
      <span>{t('app.line.break', { minutes })}</span>
      <button type="button" className={styles.action} onClick={() => registry.run('app.breakLater', 'button')}>
        {t('app.line.break.later')}
      </button>
    </span>
  );
}
