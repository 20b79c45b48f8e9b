import type { Condition } from '#shared/domain/view.ts';

export type ConditionField = Condition['field'];

/** In the order in which they are offered. */
export const CONDITION_FIELDS = [
  'status',
  'assignee',
  'group',
  'priority',
  'tag',
  'requester',
  'organization',
  'waiting',
  'waits',
  'created',
  'updated',
  'solved',
  'unread',
  'starred',
  'snoozed',
  'subject',
  'text',
  'type',
  'channel',
  'statusName',
  'draft',
  'outbox',
  'custom',
] as const satisfies readonly ConditionField[];

export type Operator =
  | 'is'
  | 'isNot'
  | 'contains'
  | 'containsNot'
  | 'yes'
  | 'no'
  | 'within'
  | 'longerAgo'
  | 'since'
  | 'before'
  | 'longer'
  | 'shorter'
  | 'above'
  | 'atMost'
  | 'below'
  | 'atLeast'
  | 'from'
  | 'earlier';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How a field may be asked about. */
export function operatorsOf(field: ConditionField): readonly Operator[] {
  switch (field) {
    case 'subject':
    case 'text':
      return ['contains', 'containsNot'];
    case 'created':
    case 'updated':
    case 'solved':
      return ['within', 'longerAgo', 'since', 'before'];
    case 'waiting':
      return ['longer', 'shorter'];
    case 'waits':
    case 'unread':
    case 'starred':
    case 'snoozed':
    case 'draft':
      return ['yes', 'no'];
    case 'custom':
      return ['is', 'isNot', 'above', 'atMost', 'below', 'atLeast', 'from', 'earlier'];
    default:
      return ['is', 'isNot'];
  }
}

export function operatorOf(condition: Condition): Operator {
  const { is } = condition;
  if ('values' in condition) return is ? 'is' : 'isNot';
  if ('contains' in condition) return is ? 'contains' : 'containsNot';
  if ('withinMs' in condition) return is ? 'within' : 'longerAgo';
  if ('since' in condition) return is ? 'since' : 'before';
  if ('longerMs' in condition) return is ? 'longer' : 'shorter';
  if ('above' in condition) return is ? 'above' : 'atMost';
  if ('below' in condition) return is ? 'below' : 'atLeast';
  if ('from' in condition) return is ? 'from' : 'earlier';
  return is ? 'yes' : 'no';
}

/** What a field is first asked; some of it has no value yet. `now` is UTC ms. */
export function begun(field: ConditionField, now: number): Condition {
  switch (field) {
    case 'subject':
    case 'text':
      return { field, is: true, contains: '' };
    case 'created':
    case 'updated':
    case 'solved':
      return withOperator({ field, is: true, withinMs: 7 * DAY_MS }, 'within', now);
    case 'waiting':
      return { field, is: true, longerMs: 2 * HOUR_MS };
    case 'waits':
    case 'unread':
    case 'starred':
    case 'snoozed':
    case 'draft':
      return { field, is: true };
    case 'custom':
      return { field, id: '', is: true, values: [] };
    case 'status':
      return { field, is: true, values: [] };
    case 'outbox':
      return { field, is: true, values: [] };
    default:
      return { field, is: true, values: [] };
  }
}

/** The same asked in another way; the value stays where it still means something. */
export function withOperator(condition: Condition, operator: Operator, now: number): Condition {
  const is = ['is', 'contains', 'yes', 'within', 'since', 'longer', 'above', 'below', 'from'].includes(operator);
  const { field } = condition;
  if (field === 'created' || field === 'updated' || field === 'solved') {
    if (operator === 'within' || operator === 'longerAgo')
      return { field, is, withinMs: 'withinMs' in condition ? condition.withinMs : 7 * DAY_MS };
    return { field, is, since: 'since' in condition ? condition.since : midnightBefore(now) };
  }
  if (field !== 'custom') return { ...condition, is };
  const { id } = condition;
  const number = 'above' in condition ? condition.above : 'below' in condition ? condition.below : 0;
  switch (operator) {
    case 'above':
    case 'atMost':
      return { field, id, is, above: number };
    case 'below':
    case 'atLeast':
      return { field, id, is, below: number };
    case 'from':
    case 'earlier':
      return { field, id, is, from: 'from' in condition ? condition.from : new Date(now).toJSON().slice(0, 10) };
    default:
      return { field, id, is, values: 'values' in condition ? condition.values : [] };
  }
}

function midnightBefore(now: number): number {
  const day = new Date(now);
  return day.setHours(0, 0, 0, 0);
}
