import { BellOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useCommands } from '../../commands/use-command.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { useText } from '../../state/text-context.tsx';
import { useTicker } from '../../ui/ticker.tsx';
import styles from './StatusLine.module.css';

/** Until when nothing notifies, and the way out. */
export function DoNotDisturb() {
  const t = useText();
  const registry = useCommands();
  const ticker = useTicker();
  const until = useDeskState((state) => state.settings.doNotDisturbUntil);
  const isOn = useSyncExternalStore(ticker.subscribe, () => ticker.now() < until);
  if (!isOn) return null;
  return (
    <span className={styles.remark}>
      <BellOff size={14} strokeWidth={1.5} aria-hidden="true" />
      <span>{t('app.line.quietUntil', { time: t.intl.formatTime(until, { timeStyle: 'short' }) })}</span>
      <button type="button" className={styles.action} onClick={() => registry.run('app.doNotDisturb', 'button')}>
        {t('app.line.notifyAgain')}
      </button>
    </span>
  );
}
