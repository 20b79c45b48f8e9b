import { Target } from 'lucide-react';
import { useText } from '../../state/text-context.tsx';
import type { Figure } from '../../store/desk-metrics.ts';
import styles from './ChangeText.module.css';
import { isGoalMet, valueText } from './figure-words.ts';

/** The agent's own goal, and whether it is met. */
export function GoalText({ figure, goal }: { readonly figure: Figure; readonly goal: number | undefined }) {
  const t = useText();
  if (goal === undefined) return null;
  const met = isGoalMet(figure, goal);
  const said = met === null ? 'metrics.goal.only' : met ? 'metrics.goal.met' : 'metrics.goal.unmet';
  return (
    <span className={styles.goal}>
      <Target aria-hidden="true" />
      {t(said, { goal: valueText(t, figure.id, goal) })}
    </span>
  );
}
