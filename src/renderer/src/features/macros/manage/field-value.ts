import type { TicketField } from '#shared/domain/desk.ts';
import type { FieldValue } from '#shared/domain/ticket.ts';

/** What a field is set to before anything is chosen for it: a tick is set, everything else is emptied. */
export function begunValue(field: Pick<TicketField, 'type'> | undefined): FieldValue {
  if (field?.type === 'checkbox') return true;
  return field?.type === 'multiselect' ? [] : null;
}

/** What is typed for a field, as the field keeps it; nothing typed empties it. */
export function typedValue({ type }: Pick<TicketField, 'type'>, typed: string): FieldValue {
  if (typed === '') return null;
  return type === 'number' && Number.isFinite(Number(typed)) ? Number(typed) : typed;
}
