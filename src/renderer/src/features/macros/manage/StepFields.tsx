import { useText } from '#renderer/state/text-context.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import form from '#renderer/ui/Form.module.css';
import { priorityName, typeName } from '#renderer/ui/value-names.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import { PRIORITIES, TICKET_TYPES } from '#shared/domain/ticket.ts';
import type { MacroStep } from '#shared/macros/macro.ts';
import { ADVANCES } from '#shared/settings/settings.ts';
import { AgentsField } from './AgentsField.tsx';
import { AgentChoice, FieldChoice, GroupChoice, StatusChoice } from './DeskChoices.tsx';
import { TagsField } from './TagsField.tsx';
import { WriteFields } from './WriteFields.tsx';

export type StepFieldsProps = {
  readonly step: MacroStep;
  readonly accountId: AccountId | null;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly onChange: (step: MacroStep) => void;
};

/** What a step is done with, by the kind of step. */
export function StepFields({ step, accountId, invalid, describedBy, onChange }: StepFieldsProps) {
  const t = useText();
  const lacking = { 'aria-invalid': invalid, 'aria-describedby': describedBy };
  switch (step.do) {
    case 'status':
      return <StatusChoice step={step} accountId={accountId} onChange={onChange} />;
    case 'priority':
      return (
        <Choice
          label={t('ticket.field.priority')}
          value={step.priority}
          options={[...PRIORITIES, null].map((value) => ({ value, name: priorityName(t, value) }))}
          onChange={(priority) => onChange({ ...step, priority })}
        />
      );
    case 'type':
      return (
        <Choice
          label={t('ticket.field.type')}
          value={step.type}
          options={[...TICKET_TYPES, null].map((value) => ({ value, name: typeName(t, value) }))}
          onChange={(type) => onChange({ ...step, type })}
        />
      );
    case 'then':
      return (
        <Choice
          label={t('macros.step.then')}
          value={step.what}
          options={ADVANCES.map((value) => ({ value, name: t(`inbox.then.${value}`) }))}
          onChange={(what) => onChange({ ...step, what })}
        />
      );
    case 'assign':
      return <AgentChoice step={step} accountId={accountId} onChange={onChange} />;
    case 'group':
      return <GroupChoice step={step} accountId={accountId} onChange={onChange} />;
    case 'field':
    case 'date-field':
      return <FieldChoice step={step} accountId={accountId} {...lacking} onChange={onChange} />;
    case 'tags':
      return (
        <>
          <TagsField
            label={t('macros.build.tagsAdded')}
            tags={step.added}
            {...lacking}
            onChange={(added) => onChange({ ...step, added })}
          />
          <TagsField
            label={t('macros.build.tagsRemoved')}
            tags={step.removed}
            {...lacking}
            onChange={(removed) => onChange({ ...step, removed })}
          />
        </>
      );
    case 'followers':
      return (
        <>
          <AgentsField
            label={t('macros.build.followersAdded')}
            ids={step.added}
            accountId={accountId}
            {...lacking}
            onChange={(added) => onChange({ ...step, added })}
          />
          <AgentsField
            label={t('macros.build.followersRemoved')}
            ids={step.removed}
            accountId={accountId}
            {...lacking}
            onChange={(removed) => onChange({ ...step, removed })}
          />
        </>
      );
    case 'set-tags':
      return (
        <TagsField
          label={t('macros.build.tagsSet')}
          tags={step.tags}
          {...lacking}
          onChange={(tags) => onChange({ ...step, tags })}
        />
      );
    case 'write':
      return <WriteFields step={step} {...lacking} onChange={onChange} />;
    case 'subject':
      return (
        <input
          className={form.input}
          aria-label={t('ticket.field.subject')}
          {...lacking}
          value={step.text}
          onChange={({ target }) => onChange({ ...step, text: target.value })}
        />
      );
    case 'snooze':
      return (
        <input
          className={form.input}
          aria-label={t('macros.snooze')}
          {...lacking}
          placeholder={t('macros.build.until')}
          value={step.until}
          onChange={({ target }) => onChange({ ...step, until: target.value })}
        />
      );
    case 'attach':
      return <p>{step.files.map(({ name }) => name).join(', ')}</p>;
    case 'unknown':
      return <p>{t('macros.problem.unknown-step', { field: step.field })}</p>;
    case 'assign-me':
    case 'my-group':
    case 'follow-me':
    case 'unfollow-me':
    case 'send':
      return <p>{t(`macros.build.about.${step.do}`)}</p>;
  }
}
