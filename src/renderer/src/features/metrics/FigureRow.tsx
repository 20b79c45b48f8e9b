import { nameKey } from '#shared/metrics/measures/index.ts';
import type { RangeKind } from '#shared/metrics/range.ts';
import { useText } from '../../state/text-context.tsx';
import type { Figure, FigureId } from '../../store/desk-metrics.ts';
import { ChangeText } from './ChangeText.tsx';
import styles from './FiguresPanel.module.css';
import { metaOf } from './figure-meta.ts';
import { lengthText, missingText, valueText } from './figure-words.ts';
import { GoalText } from './GoalText.tsx';
import { Sparkline } from './Sparkline.tsx';

export const figureDomId = (id: FigureId): string => `figure-${id}`;

/** A figure in the list: what it is, how it stands, and against before. */
export function FigureRow({
  figure,
  goal,
  kind,
  focused,
  open,
  onOpen,
}: {
  readonly figure: Figure;
  readonly goal: number | undefined;
  readonly kind: RangeKind;
  readonly focused: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  const t = useText();
  const { id, now, series } = figure;
  const missing = missingText(t, now);
  const hasMedian = metaOf(id).unit === 'duration' && now.median !== null && !now.tooFew;
  return (
    <div
      id={figureDomId(id)}
      role="option"
      tabIndex={-1}
      aria-selected={open}
      data-open={open || undefined}
      data-focused={focused || undefined}
      className={styles.row}
      onClick={onOpen}
    >
      <span className={styles.name}>{t(nameKey(id))}</span>
      <Sparkline series={series} />
      {missing === null && now.value !== null ? (
        <time className={styles.value} data-tabular>
          {valueText(t, id, now.value)}
        </time>
      ) : (
        <span className={styles.missing}>{now.tooFew && now.count > 0 ? t('metrics.few') : missing}</span>
      )}
      <span className={styles.more}>
        <ChangeText figure={figure} />
        <GoalText figure={figure} goal={goal} kind={kind} />
        {hasMedian ? <span>{t('metrics.medianOf', { value: lengthText(t, now.median) })}</span> : null}
      </span>
    </div>
  );
}
