import { useText } from '../../state/text-context.tsx';
import type { FigureId, MetricDetail } from '../../store/desk-metrics.ts';
import { Bar } from './Bar.tsx';
import styles from './FigurePage.module.css';
import { metaOf } from './figure-meta.ts';
import { lengthText, valueText } from './figure-words.ts';

/** How the values lie: a table whose rows are drawn as well. */
export function Distribution({
  id,
  histogram,
}: {
  readonly id: FigureId;
  readonly histogram: MetricDetail['histogram'];
}) {
  const t = useText();
  const largest = Math.max(0, ...histogram.map(({ count }) => count));
  if (largest === 0) return null;
  const { unit } = metaOf(id);
  // What a backlog is spread over is how old its tickets are.
  const say = (value: number): string =>
    unit === 'duration' || unit === 'interval' ? lengthText(t, value) : valueText(t, id, value);
  const words = ({ from, until }: MetricDetail['histogram'][number]): string =>
    Number.isFinite(until)
      ? t('metrics.spread.between', { from: say(from), until: say(until) })
      : t('metrics.spread.from', { from: say(from) });
  return (
    <section className={styles.section}>
      <h3>{t('metrics.spread.title')}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(id === 'backlog' ? 'metrics.column.age' : 'metrics.column.value')}</th>
            <th scope="col" colSpan={2}>
              {t('metrics.column.count')}
            </th>
          </tr>
        </thead>
        <tbody data-tabular>
          {histogram.map((bin) => (
            <tr key={bin.from}>
              <th scope="row">{words(bin)}</th>
              <td>{t.intl.formatNumber(bin.count)}</td>
              <td className={styles.bars} aria-hidden="true">
                <Bar part={bin.count / largest} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
