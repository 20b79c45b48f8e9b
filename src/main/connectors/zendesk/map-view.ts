import type { HelpdeskView } from '#shared/domain/desk.ts';
import {
  PRIORITIES,
  type Priority,
  STATUSES,
  type Status,
  TICKET_TYPES,
  type TicketType,
} from '#shared/domain/ticket.ts';
import type { Condition, ViewQuery } from '#shared/domain/view.ts';
import type { WireCondition, WireView } from './wire.ts';

const HOUR_MS = 3_600_000;
const IS: Readonly<Record<string, boolean>> = {
  is: true,
  is_not: false,
  includes: true,
  not_includes: false,
  value: true,
};

const valuesOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(asText) : [asText(value)]);

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);

/** The part of an ordered list that an operator names, as what the field must be; null when it says something else. */
function ranged<Value extends string>(
  order: readonly Value[],
  operator: string,
  values: readonly string[],
): { readonly is: boolean; readonly values: readonly (Value | null)[] } | null {
  const at = (value: string) => order.findIndex((each) => each === value);
  const known = values.map((value) => (value === '' ? null : order[at(value)]));
  if (known.some((value) => value === undefined)) return null;
  const is = IS[operator];
  if (is !== undefined) return { is, values: known as readonly (Value | null)[] };
  const pivot = at(values[0] ?? '');
  if (pivot < 0) return null;
  if (operator === 'less_than') return { is: true, values: order.slice(0, pivot) };
  if (operator === 'greater_than') return { is: true, values: order.slice(pivot + 1) };
  return null;
}

/** One of Zendesk's conditions as ours; null when ours cannot say it. */
export function toCondition({ field, operator, value }: WireCondition): Condition | null {
  const values = valuesOf(value);
  const is = IS[operator];
  if (field === 'status') {
    const found = ranged<Status>(
      STATUSES,
      operator,
      values.map((each) => (each === 'hold' ? 'on-hold' : each)),
    );
    const statuses = found?.values.filter((each) => each !== null) ?? [];
    return found && statuses.length === found.values.length ? { field, is: found.is, values: statuses } : null;
  }
  if (field === 'priority') {
    const found = ranged<Priority>(PRIORITIES, operator, values);
    return found && { field, ...found };
  }
  if (field === 'type' || field === 'ticket_type_id') {
    const found = is === undefined ? null : ranged<TicketType>(TICKET_TYPES, operator, values);
    return found && { field: 'type', ...found };
  }
  if (field === 'assignee_id' || field === 'requester_id') {
    if (is === undefined || values.some((each) => !/^(current_user|\d*)$/.test(each))) return null;
    const people = values.map((each) => (each === 'current_user' ? 'me' : each === '' ? null : each));
    return { field: field === 'assignee_id' ? 'assignee' : 'requester', is, values: people };
  }
  if (field === 'group_id') {
    if (is === undefined || values.some((each) => !/^(current_groups|\d*)$/.test(each))) return null;
    return { field: 'group', is, values: values.map((each) => (each === 'current_groups' ? 'mine' : each || null)) };
  }
  if (field === 'current_tags') {
    const tags = values.flatMap((each) => each.split(/[\s,]+/)).filter((tag) => tag !== '');
    return is === undefined || tags.length === 0 ? null : { field: 'tag', is, values: tags };
  }
  if (field === 'updated_at' || field === 'created_at') {
    const hours = Number(values[0]);
    if (!(hours > 0) || (operator !== 'less_than' && operator !== 'greater_than')) return null;
    return {
      field: field === 'updated_at' ? 'updated' : 'created',
      is: operator === 'less_than',
      withinMs: hours * HOUR_MS,
    };
  }
  return null;
}

const SORTS: Readonly<Record<string, ViewQuery['sort']['by']>> = {
  updated: 'updated',
  updated_at: 'updated',
  created: 'created',
  created_at: 'created',
  nice_id: 'created',
  priority: 'priority',
};

export function toView(wire: WireView): HelpdeskView {
  const convert = (conditions: readonly WireCondition[]) => conditions.map(toCondition);
  const all = convert(wire.conditions?.all ?? []);
  const any = convert(wire.conditions?.any ?? []);
  const known = (list: readonly (Condition | null)[]): list is readonly Condition[] => !list.includes(null);
  return {
    remoteId: String(wire.id),
    title: wire.title,
    position: wire.position ?? 0,
    query:
      wire.conditions && known(all) && known(any)
        ? {
            all,
            any,
            sort: {
              by: SORTS[wire.execution?.sort_by ?? ''] ?? 'updated',
              descending: wire.execution?.sort_order !== 'asc',
            },
          }
        : null,
  };
}
