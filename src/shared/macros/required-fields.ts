import type { FieldValue } from '../domain/ticket.ts';
import type { TicketChanges } from '../outbox/action.ts';
import { isDone } from '../outbox/overlay.ts';
import type { MacroContext } from './plan.ts';

/** Titles of the fields without which the ticket may not be solved, should these changes solve it. */
export function requiredButEmpty(
  changes: TicketChanges,
  { ticket, fields }: Pick<MacroContext, 'ticket' | 'fields'>,
): readonly string[] {
  if (changes.status !== 'solved' || isDone(ticket.status)) return [];
  const after = { ...ticket.fields, ...changes.fields };
  return fields.flatMap((field) => (field.required && isEmpty(after[field.remoteId]) ? [field.title] : []));
}

/** A checkbox that is required must be ticked. */
const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);
