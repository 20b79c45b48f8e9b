import { useText } from '../../state/text-context.tsx';
import form from '../../ui/Form.module.css';
import styles from './ViewBuilder.module.css';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A number and its unit. `ms` is a span. */
export function SpanField({ ms, onChange }: { readonly ms: number; readonly onChange: (ms: number) => void }) {
  const t = useText();
  const [unit, size] = UNITS.find(([, one]) => ms % one === 0) ?? ['minute', 60_000];
  const amount = Math.max(1, Math.round(ms / size));
  return (
    <span className={styles.span}>
      <input
        type="number"
        className={`${form.input} ${styles.number}`}
        aria-label={t('inbox.build.amount')}
        min={1}
        max={9_999}
        value={amount}
        onChange={({ target }) => {
          const next = Math.round(target.valueAsNumber);
          if (next >= 1 && next <= 9_999) onChange(next * size);
        }}
      />
      <select
        className={form.select}
        aria-label={t('inbox.build.unit')}
        value={unit}
        onChange={({ target }) => {
          const next = UNITS.find(([name]) => name === target.value);
          if (next) onChange(amount * next[1]);
        }}
      >
        {UNITS.toReversed().map(([name]) => (
          <option key={name} value={name}>
            {t(`inbox.build.unit.${name}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
