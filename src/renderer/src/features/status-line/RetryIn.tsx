import { useSyncExternalStore } from 'react';
import type { Text } from '#shared/i18n/text.ts';
import { useText } from '../../state/text-context.tsx';
import { useTicker } from '../../ui/ticker.tsx';
import styles from './StatusLine.module.css';

/** When main tries again; `at` UTC ms. Not read out each time it changes. */
export function RetryIn({ at }: { readonly at: number }) {
  const t = useText();
  const ticker = useTicker();
  const wait = useSyncExternalStore(ticker.subscribe, () => waitWords(t, at - ticker.now()));
  return (
    <span className={styles.quiet} aria-live="off">
      {t('app.line.retry', { wait })}
    </span>
  );
}

const waitWords = (t: Text, ms: number): string =>
  t.intl.formatNumber(Math.max(1, Math.ceil(ms / (ms < 60_000 ? 1_000 : 60_000))), {
    style: 'unit',
    unit: ms < 60_000 ? 'second' : 'minute',
    unitDisplay: 'short',
  });
