import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import form from '#renderer/ui/Form.module.css';
import type { AccountId } from '#shared/domain/ids.ts';
import {
  type DraftProblems,
  type MacroDraft,
  withAccountOf,
  withoutStep,
  withStep,
  withStepAdded,
  withStepMoved,
} from './draft.ts';
import { StepRow } from './StepRow.tsx';
import { begunStep } from './step-kinds.ts';

/** What the macro does, in its order. */
export function StepList({
  draft,
  lacks,
  suggested,
  onChange,
}: {
  readonly draft: MacroDraft;
  readonly lacks: DraftProblems['steps'];
  /** The account that people, groups and fields are chosen from where none is chosen yet. */
  readonly suggested: AccountId | null;
  readonly onChange: (draft: MacroDraft) => void;
}) {
  const t = useText();
  const box = useRef<HTMLFieldSetElement>(null);
  // The keys go on in the step that was added, or in the place of the one that was taken away.
  const focus = useRef<number | null>(null);
  const count = draft.steps.length;
  useEffect(() => {
    const at = focus.current;
    focus.current = null;
    if (at === null) return;
    const rows = box.current?.querySelectorAll<HTMLElement>(':scope > [role=group]');
    const row = rows?.[Math.min(at, count - 1)];
    (row?.querySelector<HTMLElement>('select') ?? box.current?.querySelector<HTMLElement>(':scope > button'))?.focus();
  }, [count]);
  return (
    <fieldset ref={box} className={form.group}>
      <legend className={form.legend}>{t('macros.build.steps')}</legend>
      {count > 0 ? <p className={form.hint}>{t('macros.build.stepKeys')}</p> : null}
      {draft.steps.map(({ key, step }, at) => (
        <StepRow
          key={key}
          step={step}
          place={at + 1}
          last={at === count - 1}
          accountId={draft.accountId}
          lack={lacks.get(key) ?? null}
          onChange={(next) => onChange(withAccountOf(withStep(draft, key, next), suggested))}
          onMove={(by) => onChange(withStepMoved(draft, key, by))}
          onRemove={() => {
            focus.current = at;
            onChange(withAccountOf(withoutStep(draft, key), suggested));
          }}
        />
      ))}
      <Button
        look="quiet"
        icon={<Plus />}
        onClick={() => {
          focus.current = count;
          onChange(withStepAdded(draft, begunStep('write')));
        }}
      >
        {t('macros.build.add')}
      </Button>
    </fieldset>
  );
}
