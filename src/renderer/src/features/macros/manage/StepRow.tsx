import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import form from '#renderer/ui/Form.module.css';
import type { AccountId } from '#shared/domain/ids.ts';
import type { MacroStep } from '#shared/macros/macro.ts';
import type { StepLack } from './draft.ts';
import styles from './Macros.module.css';
import { StepFields } from './StepFields.tsx';
import { begunStep, STEP_KINDS } from './step-kinds.ts';

/** One step: what it does, and with what. Alt and the arrows move it, Alt+Delete takes it out. */
export function StepRow({
  step,
  place,
  last,
  accountId,
  lack,
  onChange,
  onMove,
  onRemove,
}: {
  readonly step: MacroStep;
  /** Counted from 1, for its name. */
  readonly place: number;
  readonly last: boolean;
  readonly accountId: AccountId | null;
  readonly lack: StepLack | null;
  readonly onChange: (step: MacroStep) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}) {
  const t = useText();
  const id = useId();
  const offered = STEP_KINDS.some((kind) => kind === step.do) ? STEP_KINDS : [step.do, ...STEP_KINDS];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown' && event.key !== 'Delete') return;
    event.preventDefault();
    if (event.key === 'Delete') onRemove();
    else onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <div role="group" aria-label={t('macros.build.step', { place })} className={styles.step} onKeyDown={onKeyDown}>
      <select
        className={form.select}
        aria-label={t('macros.build.kind')}
        value={step.do}
        onChange={({ target }) => {
          const kind = STEP_KINDS.find((one) => one === target.value);
          if (kind) onChange(begunStep(kind));
        }}
      >
        {offered.map((kind) => (
          <option key={kind} value={kind}>
            {t(`macros.step.${kind}`)}
          </option>
        ))}
      </select>
      <div className={form.value}>
        <StepFields
          step={step}
          accountId={accountId}
          invalid={lack !== null}
          describedBy={`${id}-lack`}
          onChange={onChange}
        />
        <p id={`${id}-lack`} role="status" className={lack === null ? 'visually-hidden' : form.problem}>
          {lack === null ? '' : t(`macros.build.lacks.${lack}`)}
        </p>
      </div>
      <span className={styles.moves}>
        <Button look="icon" icon={<ArrowUp />} disabled={place === 1} onClick={() => onMove(-1)}>
          {t('macros.build.up', { place })}
        </Button>
        <Button look="icon" icon={<ArrowDown />} disabled={last} onClick={() => onMove(1)}>
          {t('macros.build.down', { place })}
        </Button>
        <Button look="icon" icon={<X />} onClick={onRemove}>
          {t('macros.build.remove', { place })}
        </Button>
      </span>
    </div>
  );
}
