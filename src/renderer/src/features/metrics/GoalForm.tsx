import { type FormEvent, useState } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { Figure } from '../../store/desk-metrics.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import form from '../../ui/Form.module.css';
import styles from './FigurePage.module.css';
import { metaOf } from './figure-meta.ts';

const SIZES = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
type LengthUnit = keyof typeof SIZES;
const LENGTH_UNITS = ['minute', 'hour', 'day'] as const;

/** The agent's own goal for a figure, where one way is better. */
export function GoalForm({ figure: { id }, goal }: { readonly figure: Figure; readonly goal: number | undefined }) {
  const t = useText();
  const desk = useDesk();
  const metrics = useDeskState((state) => state.settings.metrics);
  const { unit, better } = metaOf(id);
  const isLength = unit === 'duration';
  const [lengthUnit, setLengthUnit] = useState<LengthUnit>(() => largestFor(goal));
  const size = isLength ? SIZES[lengthUnit] : unit === 'share' ? 0.01 : 1;
  const [text, setText] = useState(() => (goal === undefined ? '' : String(Math.round((goal / size) * 100) / 100)));
  const [problem, setProblem] = useState(false);
  if (better === null) return null;

  const save = async (value: number | undefined): Promise<void> => {
    const { [id]: _, ...others } = metrics.goals;
    const goals = value === undefined ? others : { ...others, [id]: value };
    const saved = await desk.saveSettings({ metrics: { ...metrics, goals } });
    setProblem(!saved.ok);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && value >= 0) void save(value * size);
  };
  return (
    <form className={styles.goal} onSubmit={onSubmit}>
      <label>
        {t(better === 'lower' ? 'metrics.goal.atMost' : 'metrics.goal.atLeast')}{' '}
        <input
          type="number"
          min="0"
          step="any"
          className={`${form.input} ${styles.amount}`}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {isLength ? (
        <Choice
          label={t('metrics.goal.unit')}
          value={lengthUnit}
          options={LENGTH_UNITS.map((value) => ({ value, name: t(`metrics.goal.unit.${value}`) }))}
          onChange={setLengthUnit}
        />
      ) : unit === 'share' ? (
        <span>{t('metrics.goal.percent')}</span>
      ) : unit === 'count' ? (
        <span>{t('metrics.goal.eachDay')}</span>
      ) : null}
      <Button type="submit">{t('metrics.goal.set')}</Button>
      {goal === undefined ? null : (
        <Button
          look="quiet"
          onClick={() => {
            setText('');
            void save(undefined);
          }}
        >
          {t('metrics.goal.remove')}
        </Button>
      )}
      <span role="status">{problem ? t('metrics.goal.failed') : ''}</span>
    </form>
  );
}

/** The largest unit in which a goal is a whole number, or the smallest. */
const largestFor = (goal: number | undefined): LengthUnit =>
  LENGTH_UNITS.toReversed().find((unit) => goal !== undefined && goal > 0 && goal % SIZES[unit] === 0) ?? 'minute';
