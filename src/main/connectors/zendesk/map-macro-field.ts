import type { TicketField } from '#shared/domain/desk.ts';
import type { FieldValue } from '#shared/domain/ticket.ts';
import type { MacroStep } from '#shared/macros/macro.ts';

type Value = string | readonly string[] | null;

/**
 * A custom field set to what a macro's action says, which is text whatever the field's type. Null when the text is no value of that
 * type. A field that the account does not have keeps the text: whoever runs the macro is told.
 */
export function fieldStep(fieldId: string, value: Value, fields: readonly TicketField[]): MacroStep | null {
  const type = fields.find(({ remoteId }) => remoteId === fieldId)?.type ?? 'text';
  if (type === 'date') return dateStep(fieldId, value);
  const read = valueOf(type, value);
  return read === undefined ? null : { do: 'field', fieldId, value: read };
}

function valueOf(type: TicketField['type'], value: Value): FieldValue | undefined {
  const text = typeof value === 'string' ? value : (value?.join(' ') ?? '');
  if (type === 'multiselect') return typeof value === 'string' ? (value === '' ? [] : [value]) : [...(value ?? [])];
  if (type === 'checkbox') return text === 'true' ? true : text === 'false' || text === '' ? false : undefined;
  if (text === '') return null;
  if (type !== 'number') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/**
 * A day by itself, or how it is meant and the day or the number of days. The reference does not describe the second form, which
 * Zendesk's own form of a macro writes.
 */
function dateStep(fieldId: string, value: Value): MacroStep | null {
  const [how, text] = Array.isArray(value) ? value : ['specific_date', value ?? ''];
  if (how === 'days_from_now' && /^-?\d{1,5}$/.test(text ?? ''))
    return { do: 'date-field', fieldId, inDays: Number(text) };
  if (how !== 'specific_date' || !/^(\d{4}-\d{2}-\d{2})?$/.test(text ?? '')) return null;
  return { do: 'field', fieldId, value: text || null };
}
