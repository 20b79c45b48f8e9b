import type { Group, TicketField } from '#shared/domain/desk.ts';
import {
  type FieldValue,
  type Priority,
  STATUSES,
  type Status,
  statusSchema,
  type Ticket,
  type TicketType,
} from '#shared/domain/ticket.ts';
import type { Text } from '#shared/i18n/text.ts';

/** What a status is called: the helpdesk's own word where it has one of its own, ours otherwise. */
export const statusName = (t: Text, ticket: Pick<Ticket, 'status' | 'statusName'>): string =>
  ticket.statusName === ticket.status || ticket.statusName === ''
    ? t(`app.status.${ticket.status}`)
    : ticket.statusName;

export const priorityName = (t: Text, priority: Priority | null): string =>
  priority === null ? t('ticket.none') : t(`app.priority.${priority}`);

export const typeName = (t: Text, type: TicketType | null): string =>
  type === null ? t('ticket.none') : t(`ticket.type.${type}`);

/** What a value of one of the helpdesk's own fields is called: an option by its label, a tick as yes or no. */
export function fieldValueName(t: Text, value: FieldValue, field: Pick<TicketField, 'options'> | null): string {
  const nameOf = (one: string): string => field?.options.find((option) => option.value === one)?.label ?? one;
  if (value === null || value === '') return t('ticket.none');
  if (typeof value === 'boolean') return t(value ? 'ticket.facts.checked' : 'ticket.facts.unchecked');
  return Array.isArray(value) ? value.map(nameOf).join(', ') : nameOf(String(value));
}

/** `own`: the name is the helpdesk's and is written back with the status. */
export type StatusChoice = { readonly status: Status; readonly name: string; readonly own: boolean };

/** Statuses that tickets of a group may be set to: the group's own where it has them. Nobody sets a ticket to `new`. */
export function statusChoices(t: Text, group: Group | null): readonly StatusChoice[] {
  const own = (group?.statusNames ?? []).flatMap(({ name, status }) => {
    const parsed = statusSchema.safeParse(status);
    return parsed.success ? [{ status: parsed.data, name, own: true }] : [];
  });
  if (own.length > 0) return own;
  return STATUSES.filter((status) => status !== 'new' && status !== 'closed').map((status) => ({
    status,
    name: t(`app.status.${status}`),
    own: false,
  }));
}
