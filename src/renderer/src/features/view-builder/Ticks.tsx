import { useText } from '../../state/text-context.tsx';
import form from '../../ui/Form.module.css';

/** A tick for each of a few values. */
export function Ticks<Value extends string | null>({
  known,
  nameOf,
  values,
  onChange,
}: {
  readonly known: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
}) {
  const t = useText();
  return (
    <div role="group" aria-label={t('inbox.build.value')} className={form.ticks}>
      {known.map((one) => (
        <label key={one} className={form.tick}>
          <input
            type="checkbox"
            checked={values.includes(one)}
            // In the order in which they are known, whichever was ticked first.
            onChange={() => onChange(known.filter((value) => values.includes(value) !== (value === one)))}
          />
          {nameOf(one)}
        </label>
      ))}
    </div>
  );
}
