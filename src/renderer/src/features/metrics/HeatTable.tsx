import type { CSSProperties } from 'react';
import { cellOf, type HeatMap } from '#shared/metrics/heat-map.ts';
import { useText } from '../../state/text-context.tsx';
import type { FigureId } from '../../store/desk-metrics.ts';
import styles from './FigurePage.module.css';
import { metaOf } from './figure-meta.ts';
import { lengthText } from './figure-words.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** A Monday, by UTC. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** When in the week it came about: numbers in a table, shaded by how large they are. */
export function HeatTable({
  id,
  heat: { counts, sums },
  weekStart,
}: {
  readonly id: FigureId;
  readonly heat: HeatMap;
  readonly weekStart: number;
}) {
  const t = useText();
  const largest = counts.reduce((most, count) => Math.max(most, count), 0);
  if (largest === 0) return null;
  const isLength = metaOf(id).unit === 'duration';
  const nameOf = (weekday: number, width: 'short' | 'long'): string =>
    t.intl.formatDate(MONDAY + weekday * DAY_MS, { weekday: width, timeZone: 'UTC' });
  const cell = (weekday: number, hour: number) => {
    const index = cellOf(weekday, hour);
    const count = counts[index] ?? 0;
    const mean = lengthText(t, (sums[index] ?? 0) / Math.max(1, count));
    return (
      <td
        key={hour}
        style={{ '--part': `${Math.round((count / largest) * 45)}%` } as CSSProperties}
        title={isLength && count > 0 ? t('metrics.heat.mean', { mean }) : undefined}
      >
        {count === 0 ? '' : t.intl.formatNumber(count)}
      </td>
    );
  };
  return (
    <section className={styles.section}>
      <h3>{t('metrics.heat.title')}</h3>
      <div className={styles.wide}>
        <table className={styles.heat} data-tabular>
          <caption className="visually-hidden">{t('metrics.heat.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('metrics.column.weekday')}</span>
              </th>
              {HOURS.map((hour) => (
                <th key={hour} scope="col">
                  {t.intl.formatNumber(hour)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: 7 }, (_, place) => (weekStart + place) % 7).map((weekday) => (
              <tr key={weekday}>
                <th scope="row">
                  <time title={nameOf(weekday, 'long')}>{nameOf(weekday, 'short')}</time>
                </th>
                {HOURS.map((hour) => cell(weekday, hour))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
