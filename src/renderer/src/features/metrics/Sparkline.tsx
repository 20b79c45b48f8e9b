import type { SeriesPoint } from '../../store/desk-metrics.ts';
import { linesOf } from './chart-lines.ts';
import styles from './FiguresPanel.module.css';

const WIDTH = 72;
const HEIGHT = 20;

/** How a figure went, as a hint only: the same is on its page in full. */
export function Sparkline({ series }: { readonly series: readonly SeriesPoint[] }) {
  const values = series.map(({ value }) => value);
  // A value by itself went nowhere.
  const isKnown = values.filter((value) => value !== null).length > 1;
  const { paths, dots } = linesOf(isKnown ? values : [], { width: WIDTH, height: HEIGHT, inset: 2 });
  return (
    <svg className={styles.spark} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
      {dots.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="1.5" />
      ))}
    </svg>
  );
}
