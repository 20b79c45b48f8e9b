import { AlarmClock, CirclePause, Timer } from 'lucide-react';
import { memo } from 'react';
import type { AccountId } from '#shared/domain/ids.ts';
import type { SlaMetric } from '#shared/domain/sla.ts';
import { useText } from '../state/text-context.tsx';
import { exactTime } from './age.ts';
import { countdown, pressureOf } from './countdown.ts';
import styles from './SlaMark.module.css';
import { signOf } from './sign-of.ts';
import { useServerTime } from './use-server-time.ts';

type Props = {
  readonly accountId: AccountId;
  readonly metric: SlaMetric;
  /** When it is missed, UTC ms; null while it is paused. */
  readonly at: number | null;
  /** With the promise's name, as in "Next reply in 1h 20m". */
  readonly named?: boolean;
};

/** How long until a promise is missed, or since when it has been; a pause sign while its clock stands. */
export const SlaMark = memo(function SlaMark({ accountId, metric, at, named = false }: Props) {
  const t = useText();
  const name = t(`app.sla.${metric}`);
  const pressure = useServerTime(accountId, (now) => (at === null ? 'far' : pressureOf(at - now)));
  const words = useServerTime(accountId, (now) => {
    if (at === null) return named ? t('app.sla.paused', { name }) : '';
    const left = countdown(t, at - now);
    return named ? t('app.sla.left', { name, left }) : left;
  });
  const exact = at === null ? t('app.sla.paused', { name }) : t('app.sla.until', { name, time: exactTime(t, at) });
  const Icon = at === null ? CirclePause : pressure === 'late' ? AlarmClock : Timer;
  return (
    <span
      className={styles.mark}
      data-pressure={pressure}
      {...signOf(pressure === 'late' ? `${exact} ${t('app.sla.missed')}` : exact)}
      title={exact}
    >
      <Icon size={14} strokeWidth={1.5} aria-hidden="true" />
      <time aria-hidden="true" dateTime={at === null ? undefined : new Date(at).toISOString()}>
        {words}
      </time>
    </span>
  );
});
