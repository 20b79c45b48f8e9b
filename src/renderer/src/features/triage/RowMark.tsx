import { AlarmClock } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useText } from '../../state/text-context.tsx';
import { signOf } from '../../ui/sign-of.ts';
import { useTicker } from '../../ui/ticker.tsx';
import styles from './RowMark.module.css';
import { wakeTime } from './wake-time.ts';

/** A small sign in a row, with its name for those who do not see it. */
export function RowMark({
  icon,
  name,
  tone,
}: {
  readonly icon: ReactNode;
  readonly name: string;
  readonly tone?: 'accent' | 'star';
}) {
  return (
    <span className={styles.mark} data-tone={tone} {...signOf(name)}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
    </span>
  );
}

/** When a snoozed ticket is back; `until` null: when its customer answers. */
export function SnoozedMark({ until }: { readonly until: number | null }) {
  const t = useText();
  const ticker = useTicker();
  const when = useSyncExternalStore(ticker.subscribe, () => (until === null ? '' : wakeTime(t, until, ticker.now())));
  const name = until === null ? t('inbox.row.snoozedUntilAnswer') : t('inbox.row.snoozed', { when });
  return (
    <span className={styles.mark} {...signOf(name)}>
      <span className={styles.icon} aria-hidden="true">
        <AlarmClock />
        {when}
      </span>
    </span>
  );
}
