import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react';
import { dayOf, startOfDay } from '#shared/metrics/day-of.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import { useCommands } from '../../../commands/use-command.tsx';
import { useDesk } from '../../../state/desk-context.tsx';
import { useDeskState } from '../../../state/desk-state.ts';
import { standingQuery } from '../../../state/queries.ts';
import { useText } from '../../../state/text-context.tsx';
import { SlaMark } from '../../../ui/SlaMark.tsx';
import { useTicker } from '../../../ui/ticker.tsx';
import styles from './StandingStrip.module.css';

const GoalToday = lazy(async () => ({ default: (await import('../../metrics/index.ts')).GoalToday }));

/** A quiet line over the list: how many wait for the agent, what is promised next, and how the day goes. */
export function StandingStrip() {
  const t = useText();
  const registry = useCommands();
  const desk = useDesk();
  const { goals } = useDeskState((state) => state.settings.metrics);
  const { data } = useQuery(standingQuery(desk, useToday()));
  const solved = data && data.solved > 0 ? t('inbox.strip.solved', { count: data.solved }) : '';
  return (
    <div className={styles.strip} role="group" aria-label={t('inbox.strip.label')}>
      {data ? (
        <button type="button" className={styles.action} onClick={() => registry.run('go.mine', 'button')}>
          {t('inbox.strip.waiting', { count: data.waitingForMe })}
        </button>
      ) : null}
      {data?.nextSla?.slaMetric ? (
        <button
          type="button"
          className={styles.action}
          onClick={() => registry.run('go.promise', 'button')}
          title={`#${data.nextSla.number} ${data.nextSla.subject}`}
        >
          <SlaMark accountId={data.nextSla.accountId} metric={data.nextSla.slaMetric} at={data.nextSla.slaAt} named />
          <span className="visually-hidden">{t('inbox.strip.of', { number: data.nextSla.number })}</span>
        </button>
      ) : null}
      <span className={styles.day} data-tabular>
        {/* Without a goal nothing is asked: the first question about figures has every ticket read. */}
        {Object.keys(goals).length > 0 ? (
          <Suspense fallback={solved}>
            <GoalToday />
          </Suspense>
        ) : (
          solved
        )}
      </span>
    </div>
  );
}

/** When today began here, UTC ms. */
function useToday(): number {
  const { now, subscribe } = useTicker();
  const zone = useMemo(() => zoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return useSyncExternalStore(subscribe, () => startOfDay(zone, dayOf(zone, now())));
}
