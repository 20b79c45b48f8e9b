import { Target } from 'lucide-react';
import type { RangeKind } from '#shared/metrics/range.ts';
import { useText } from '../../state/text-context.tsx';
import type { Figure } from '../../store/desk-metrics.ts';
import styles from './ChangeText.module.css';
import { goalText, isGoalMet } from './figure-words.ts';

/** The agent's own goal, and whether it is met. */
export function GoalText({
  figure,
  goal,
  kind,
}: {
  readonly figure: Figure;
  readonly goal: number | undefined;
  readonly kind: RangeKind;
}) {
  const t = useText();
  if (goal === undefined) return null;
  const met = isGoalMet(figure, goal, kind);
  const said = met === null ? 'metrics.goal.only' : met ? 'metrics.goal.met' : 'metrics.goal.unmet';
  return (
    <span className={styles.goal}>
      <Target aria-hidden="true" />
      {t(said, { goal: goalText(t, figure.id, goal) })}
    </span>
  );
}
