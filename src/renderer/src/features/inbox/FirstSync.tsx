import { useShallow } from 'zustand/react/shallow';
import { useDeskState } from '../../state/desk-state.ts';
import { useText } from '../../state/text-context.tsx';
import styles from './FirstSync.module.css';
import { firstSyncOf } from './first-sync.ts';

/** A thin bar with counts while the first sync runs, over all accounts that are at it. */
export function FirstSync() {
  const t = useText();
  const progress = useDeskState(useShallow((state) => firstSyncOf(Object.values(state.health))));
  if (progress.running === false) return null;
  const { done, total } = progress;
  const words = t(total === null ? 'inbox.progress.counts' : 'inbox.progress.countsOf', {
    done: t.intl.formatNumber(done),
    ...(total === null ? {} : { total: t.intl.formatNumber(total) }),
  });
  const part = total === null ? null : Math.min(1, done / Math.max(1, total));
  return (
    <div className={styles.sync}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t('inbox.progress')}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total === null ? undefined : done}
        aria-valuetext={words}
      >
        <div className={styles.bar} style={{ transform: `scaleX(${part ?? 0.12})` }} />
      </div>
      <p className={styles.words} aria-hidden="true">
        <span>{t('inbox.progress')}</span>
        <span data-tabular>{words}</span>
      </p>
    </div>
  );
}
