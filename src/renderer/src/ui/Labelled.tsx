import { type ReactNode, useId } from 'react';
import form from './Form.module.css';

/** What a control takes from what stands around it. */
type Control = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
};

/** A control with its name over it, and under it what is wrong with it, or else what it is for. */
export function Labelled({
  label,
  hint,
  problem = null,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly children: (control: Control) => ReactNode;
}) {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={form.labelled}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': problem !== null,
        'aria-describedby': note === undefined ? undefined : `${id}-note`,
      })}
      {note === undefined ? null : (
        <p id={`${id}-note`} className={problem === null ? form.hint : form.problem}>
          {note}
        </p>
      )}
    </div>
  );
}
