import type { AccountId } from '#shared/domain/ids.ts';
import { CHANNELS, PRIORITIES, STATUSES, TICKET_TYPES } from '#shared/domain/ticket.ts';
import { type Condition, PENDING_STATES } from '#shared/domain/view.ts';
import type { Text } from '#shared/i18n/text.ts';
import { useText } from '../../state/text-context.tsx';
import form from '../../ui/Form.module.css';
import { CustomValue } from './CustomValue.tsx';
import { NamesField } from './NamesField.tsx';
import { SpanField } from './SpanField.tsx';
import { Ticks } from './Ticks.tsx';

type ValueFieldProps = {
  readonly condition: Condition;
  readonly accountId: AccountId | null;
  readonly describedBy: string;
  readonly onChange: (condition: Condition) => void;
};

/** What a condition compares with: ticks for a few known values, names to choose from, words, a span or a day. */
export function ValueField({ condition, accountId, describedBy, onChange }: ValueFieldProps) {
  const t = useText();
  switch (condition.field) {
    case 'status':
      return (
        <Ticks
          known={STATUSES}
          nameOf={(one) => t(`app.status.${one}`)}
          values={condition.values}
          onChange={(values) => onChange({ ...condition, values })}
        />
      );
    case 'priority':
      return (
        <Ticks
          known={[...PRIORITIES.toReversed(), null]}
          nameOf={(one) => (one === null ? t('inbox.build.none') : t(`ticket.event.priority.${one}`))}
          values={condition.values}
          onChange={(values) => onChange({ ...condition, values })}
        />
      );
    case 'type':
      return (
        <Ticks
          known={[...TICKET_TYPES, null]}
          nameOf={(one) => (one === null ? t('inbox.build.none') : t(`ticket.type.${one}`))}
          values={condition.values}
          onChange={(values) => onChange({ ...condition, values })}
        />
      );
    case 'channel':
      return (
        <Ticks
          known={CHANNELS}
          nameOf={(one) => t(`app.channel.${one}`)}
          values={condition.values}
          onChange={(values) => onChange({ ...condition, values })}
        />
      );
    case 'outbox':
      return (
        <Ticks
          known={PENDING_STATES}
          nameOf={(one) => t(`inbox.row.pending.${one}`)}
          values={condition.values}
          onChange={(values) => onChange({ ...condition, values })}
        />
      );
    case 'assignee':
    case 'requester':
    case 'group':
    case 'organization':
    case 'tag':
    case 'statusName':
      return (
        <NamesField
          asked={ASKED[condition.field]}
          keywords={keywordsOf(t, condition.field)}
          values={condition.values}
          accountId={accountId}
          describedBy={describedBy}
          onChange={(values) => onChange(withNames(condition, values))}
        />
      );
    case 'subject':
    case 'text':
      return (
        <input
          className={form.input}
          aria-label={t('inbox.build.words')}
          aria-describedby={describedBy}
          value={condition.contains}
          onChange={({ target }) => onChange({ ...condition, contains: target.value })}
        />
      );
    case 'created':
    case 'updated':
    case 'solved':
      return 'since' in condition ? (
        <input
          type="date"
          className={form.input}
          aria-label={t('inbox.build.day')}
          value={dayOf(condition.since)}
          onChange={({ target }) => {
            const since = Date.parse(`${target.value}T00:00`);
            if (!Number.isNaN(since)) onChange({ ...condition, since });
          }}
        />
      ) : (
        <SpanField ms={condition.withinMs} onChange={(withinMs) => onChange({ ...condition, withinMs })} />
      );
    case 'waiting':
      return <SpanField ms={condition.longerMs} onChange={(longerMs) => onChange({ ...condition, longerMs })} />;
    case 'custom':
      return <CustomValue condition={condition} accountId={accountId} describedBy={describedBy} onChange={onChange} />;
    default:
      return null;
  }
}

type Named = Extract<Condition, { readonly field: keyof typeof ASKED }>;

/** Under which name a field is typed. */
const ASKED = {
  assignee: 'assignee',
  requester: 'from',
  group: 'group',
  organization: 'org',
  tag: 'tag',
  statusName: 'status-name',
} as const;

/** Nobody and nothing are no names of a status. */
const withNames = (condition: Named, values: readonly (string | null)[]): Condition =>
  condition.field === 'statusName'
    ? { ...condition, values: values.filter((value) => value !== null) }
    : { ...condition, values };

function keywordsOf(
  t: Text,
  field: Named['field'],
): readonly { readonly value: string | null; readonly label: string }[] {
  const none = { value: null, label: t(field === 'assignee' ? 'inbox.build.nobody' : 'inbox.build.none') };
  switch (field) {
    case 'assignee':
    case 'requester':
      return [{ value: 'me', label: t('inbox.build.me') }, none];
    case 'group':
      return [{ value: 'mine', label: t('inbox.build.mine') }, none];
    case 'statusName':
      return [];
    default:
      return [none];
  }
}

/** The day where the agent is, as a field for days has it. */
function dayOf(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toJSON().slice(0, 10);
}
