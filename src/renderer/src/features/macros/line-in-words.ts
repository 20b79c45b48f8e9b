import { fieldValueName, priorityName, statusName, typeName } from '#renderer/ui/value-names.ts';
import type { TicketField } from '#shared/domain/desk.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { PlanLine } from '#shared/macros/plan.ts';

/** A field with what it says now and what it will say. */
export type LineInWords = { readonly name: string; readonly before: string; readonly after: string };

export function lineInWords(t: Text, line: PlanLine, fields: readonly TicketField[]): LineInWords {
  switch (line.field) {
    case 'status':
      return inWords(t('ticket.field.status'), line, (value) => statusName(t, value));
    case 'priority':
      return inWords(t('ticket.field.priority'), line, (value) => priorityName(t, value));
    case 'type':
      return inWords(t('ticket.field.type'), line, (value) => typeName(t, value));
    case 'subject':
      return inWords(t('ticket.field.subject'), line, (value) => value);
    case 'assignee':
      return inWords(t('ticket.field.assigneeId'), line, (value) => value ?? t('ticket.pick.nobody'));
    case 'group':
      return inWords(t('ticket.field.groupId'), line, (value) => value ?? t('ticket.none'));
    case 'tags':
      return inWords(t('ticket.field.tags'), line, (value) => value.join(', ') || t('ticket.none'));
    case 'followers':
      return inWords(t('ticket.field.followers'), line, (value) => value.join(', ') || t('ticket.none'));
    case 'custom': {
      const field = fields.find(({ remoteId }) => remoteId === line.fieldId) ?? null;
      return inWords(line.title, line, (value) => fieldValueName(t, value, field));
    }
  }
}

const inWords = <Value>(
  name: string,
  { before, after }: { readonly before: Value; readonly after: Value },
  nameOf: (value: Value) => string,
): LineInWords => ({ name, before: nameOf(before), after: nameOf(after) });
