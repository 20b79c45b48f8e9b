import { useQuery } from '@tanstack/react-query';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { factsQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { DeskFacts } from '#renderer/store/desk-tickets.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import form from '#renderer/ui/Form.module.css';
import { statusChoices } from '#renderer/ui/value-names.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { MacroStep, StepOf } from '#shared/macros/macro.ts';
import { FieldValueInput } from './FieldValueInput.tsx';
import { begunValue } from './field-value.ts';

type Props<Do extends MacroStep['do']> = {
  readonly step: StepOf<Do>;
  readonly accountId: AccountId | null;
  readonly onChange: (step: MacroStep) => void;
};

/** What an account has to choose from; null until it is known, and without an account. */
export function useFacts(accountId: AccountId | null): DeskFacts | null {
  const desk = useDesk();
  const { data } = useQuery({ ...factsQuery(desk, accountId ?? ''), enabled: accountId !== null });
  return data ?? null;
}

/** A status, by the helpdesk's own name where a group has one. */
export function StatusChoice({ step, accountId, onChange }: Props<'status'>) {
  const t = useText();
  const groups = useFacts(accountId)?.groups ?? [];
  const own = groups.flatMap((group) => statusChoices(t, group)).filter((choice) => choice.own);
  const options = new Map(
    [...statusChoices(t, null), ...own].map((choice) => [
      choice.own ? `${choice.status} ${choice.name}` : choice.status,
      choice,
    ]),
  );
  return (
    <Choice
      label={t('ticket.field.status')}
      value={step.statusName === undefined ? step.status : `${step.status} ${step.statusName}`}
      options={[...options].map(([value, { name }]) => ({ value, name }))}
      onChange={(value) => {
        const choice = options.get(value);
        if (!choice) return;
        onChange({ do: 'status', status: choice.status, ...(choice.own ? { statusName: choice.name } : {}) });
      }}
    />
  );
}

export function AgentChoice({ step, accountId, onChange }: Props<'assign'>) {
  const t = useText();
  const agents = useFacts(accountId)?.agents ?? [];
  return (
    <Choice
      label={t('ticket.field.assigneeId')}
      value={step.agentId}
      options={[
        { value: null, name: t('ticket.pick.nobody') },
        ...agents.map(({ remoteId, name }) => ({ value: remoteId, name })),
      ]}
      onChange={(agentId) => onChange({ ...step, agentId })}
    />
  );
}

export function GroupChoice({ step, accountId, onChange }: Props<'group'>) {
  const t = useText();
  const groups = useFacts(accountId)?.groups ?? [];
  return (
    <Choice
      label={t('ticket.field.groupId')}
      value={step.groupId}
      options={[
        { value: null, name: t('ticket.none') },
        ...groups.map(({ remoteId, name }) => ({ value: remoteId, name })),
      ]}
      onChange={(groupId) => onChange({ ...step, groupId })}
    />
  );
}

/** A field of the helpdesk's own with what it is set to, or for a date the days from when the macro is run. */
export function FieldChoice({
  step,
  accountId,
  onChange,
  ...lacking
}: Props<'field' | 'date-field'> & { readonly 'aria-invalid': boolean; readonly 'aria-describedby': string }) {
  const t = useText();
  const fields = (useFacts(accountId)?.fields ?? []).filter(
    ({ editable, type }) => editable && (step.do === 'field' || type === 'date'),
  );
  const field = fields.find(({ remoteId }) => remoteId === step.fieldId);
  return (
    <>
      <Choice
        {...lacking}
        label={t('macros.build.field')}
        value={step.fieldId}
        options={[
          { value: '', name: t('macros.build.chooseField') },
          ...fields.map(({ remoteId, title }) => ({ value: remoteId, name: title })),
        ]}
        onChange={(fieldId) => {
          const chosen = fields.find(({ remoteId }) => remoteId === fieldId);
          onChange(step.do === 'field' ? { ...step, fieldId, value: begunValue(chosen) } : { ...step, fieldId });
        }}
      />
      {step.do === 'date-field' ? (
        <label className={form.labelled}>
          {t('macros.build.inDays')}
          <input
            type="number"
            step={1}
            className={form.input}
            value={step.inDays}
            onChange={({ target: { valueAsNumber: days } }) => {
              if (Number.isInteger(days)) onChange({ ...step, inDays: days });
            }}
          />
        </label>
      ) : field ? (
        <FieldValueInput field={field} value={step.value} onChange={(value) => onChange({ ...step, value })} />
      ) : null}
    </>
  );
}
