import type { ComponentProps } from 'react';
import form from './Form.module.css';

/** One of several, each by its name. What is chosen and not among them stays, by what it is. */
export function Choice<Value extends string | null>({
  label,
  value,
  options,
  onChange,
  ...rest
}: Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'className'> & {
  /** Where no label stands over it. */
  readonly label?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly onChange: (value: Value) => void;
}) {
  const known = options.some((option) => option.value === value);
  const all = known ? options : [{ value, name: value ?? '' }, ...options];
  return (
    <select
      {...rest}
      className={form.select}
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => {
        const chosen = all.find((option) => (option.value ?? '') === target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {all.map((option) => (
        <option key={option.value ?? ''} value={option.value ?? ''}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
