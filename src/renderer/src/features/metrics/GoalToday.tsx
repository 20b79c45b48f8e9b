import { useQuery } from '@tanstack/react-query';
import { nameKey } from '#shared/metrics/measures/index.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { TODAY_OF_MINE } from '../../state/figures-choice.ts';
import { metricsQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import styles from './ChangeText.module.css';
import { isGoalMet, valueText } from './figure-words.ts';
import { useAsked } from './use-figures.ts';

/** How today stands against a goal of the agent's own: of the tickets solved, or else the first that has one. */
export function GoalToday() {
  const t = useText();
  const desk = useDesk();
  const goals = useDeskState((state) => state.settings.metrics.goals);
  const { query } = useAsked(TODAY_OF_MINE);
  const { data } = useQuery(metricsQuery(desk, query));
  const wanted = data?.figures.filter(({ id }) => goals[id] !== undefined) ?? [];
  const figure = wanted.find(({ id }) => id === 'solved') ?? wanted[0];
  const goal = figure && goals[figure.id];
  if (!figure || goal === undefined || figure.now.value === null) return null;
  const { id } = figure;
  const words = {
    name: t(nameKey(id)),
    value: valueText(t, id, figure.now.value),
    goal: valueText(t, id, goal),
  };
  const met = isGoalMet(figure, goal, 'day');
  const said = t(met === true ? 'metrics.today.met' : 'metrics.today.goal', words);
  return (
    <span className={styles.today} title={said} data-tabular>
      {said}
    </span>
  );
}
