import { useId, useState } from 'react';
import { DAY_MS } from '#shared/metrics/day-of.ts';
import { nameKey } from '#shared/metrics/measures/index.ts';
import type { Zone } from '#shared/metrics/zone.ts';
import { useText } from '../../state/text-context.tsx';
import type { Figure } from '../../store/desk-metrics.ts';
import { Button } from '../../ui/Button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { linesOf } from './chart-lines.ts';
import styles from './FigurePage.module.css';
import { metaOf } from './figure-meta.ts';
import { valueText } from './figure-words.ts';
import { createTimeWords } from './time-words.ts';
import { trendPng } from './trend-png.ts';

const WIDTH = 640;
const HEIGHT = 140;
const FIELD = { width: WIDTH, height: HEIGHT, inset: 6 };

/** How a figure went over its range: as a line, and the same in a table, which screen readers get in any case. */
export function Trend({
  figure: { id, series },
  goal,
  zone,
}: {
  readonly figure: Figure;
  readonly goal: number | undefined;
  readonly zone: Zone;
}) {
  const t = useText();
  const [asTable, setAsTable] = useState(false);
  const tableId = useId();
  const when = createTimeWords(t, series, zone);
  const values = series.map(({ value }) => value);
  const largest = Math.max(0, ...values.map((value) => value ?? 0));
  if (largest === 0) return null;
  // A goal far off would press the line flat, and one for a day says nothing about hours or weeks.
  const step = (series[1]?.at ?? 0) - (series[0]?.at ?? 0);
  const fits = metaOf(id).unit !== 'count' || Math.round(step / DAY_MS) === 1;
  const showsGoal = fits && goal !== undefined && goal > 0 && goal <= 3 * largest;
  const { paths, dots, points, top } = linesOf(values, { ...FIELD, top: Math.max(largest, showsGoal ? goal : 0) });
  const goalY = showsGoal ? HEIGHT - FIELD.inset - (goal / top) * (HEIGHT - 2 * FIELD.inset) : 0;
  const marks = series.length > 2 ? [0, Math.floor(series.length / 2), series.length - 1] : [...series.keys()];
  const times = marks.flatMap((place) => series[place]?.at ?? []);
  const savePicture = async (): Promise<void> => {
    const title = t(nameKey(id));
    const png = await trendPng({ title, values, top: valueText(t, id, largest), times: times.map(when) });
    if (png) saveFile(`${id}.png`, { mimeType: 'image/png', bytes: png });
  };
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <h3>{t('metrics.trend.title')}</h3>
        <Button look="quiet" onClick={() => void savePicture()}>
          {t('metrics.trend.save')}
        </Button>
        <Button look="quiet" aria-expanded={asTable} aria-controls={tableId} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'metrics.trend.hideTable' : 'metrics.trend.showTable')}
        </Button>
      </div>
      <div className={styles.chart} aria-hidden="true">
        <time className={styles.top}>{valueText(t, id, top)}</time>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.lines}>
          <path className={styles.axis} d={`M0 ${HEIGHT - FIELD.inset}H${WIDTH}M0 ${FIELD.inset}H${WIDTH}`} />
          {showsGoal ? <path className={styles.goalLine} d={`M0 ${goalY}H${WIDTH}`} /> : null}
          {paths.map((path) => (
            <path key={path} className={styles.line} d={path} />
          ))}
          {dots.map(({ x, y }) => (
            <circle key={x} className={styles.dot} cx={x} cy={y} r="3" />
          ))}
          {points.map((point, index) => {
            const at = series[index]?.at;
            return point && at !== undefined ? (
              <circle key={at} className={styles.hover} cx={point.x} cy={point.y} r="9">
                <title>
                  {t('metrics.trend.point', { when: when(at), value: valueText(t, id, series[index]?.value ?? 0) })}
                </title>
              </circle>
            ) : null;
          })}
        </svg>
        <p className={styles.times}>
          {times.map((at) => (
            <time key={at}>{when(at)}</time>
          ))}
        </p>
      </div>
      <div id={tableId} className={asTable ? undefined : 'visually-hidden'}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('metrics.trend.caption', { name: t(nameKey(id)) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('metrics.column.when')}</th>
              <th scope="col">{t('metrics.column.value')}</th>
              <th scope="col">{t('metrics.column.count')}</th>
            </tr>
          </thead>
          <tbody data-tabular>
            {series.map(({ at, value, count }) => (
              <tr key={at}>
                <th scope="row">
                  <time dateTime={new Date(at).toISOString()}>{when(at)}</time>
                </th>
                <td>{value === null ? t('metrics.noValue') : <time>{valueText(t, id, value)}</time>}</td>
                <td>{t.intl.formatNumber(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
