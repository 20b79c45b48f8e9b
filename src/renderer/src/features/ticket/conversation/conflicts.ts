import type { DeskFacts } from '#renderer/store/desk-tickets.ts';
import { fieldValueName, priorityName, typeName } from '#renderer/ui/value-names.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';

const OWN = ['status', 'priority', 'type', 'subject', 'assigneeId', 'groupId'] as const;
type Own = (typeof OWN)[number];

const isOwn = (field: string): field is Own => OWN.some((own) => own === field);

/** One line for each field that both sides changed: its title, what the helpdesk has, and what the agent chose. */
export function conflictLines(
  t: Text,
  fields: readonly string[],
  entry: OutboxEntry,
  known: { readonly ticket: Ticket | undefined; readonly facts: DeskFacts | null | undefined },
): readonly string[] {
  const { changes } = entry.action;
  const { ticket, facts } = known;
  const none = t('ticket.none');
  const plain = (value: string | null | undefined): string => value || none;
  const words = (field: Own, from: Partial<Pick<Ticket, Own>>): string => {
    switch (field) {
      case 'status':
        return from.status === undefined ? none : t(`app.status.${from.status}`);
      case 'priority':
        return priorityName(t, from.priority ?? null);
      case 'type':
        return typeName(t, from.type ?? null);
      case 'assigneeId':
        return plain(facts?.agents.find(({ remoteId }) => remoteId === from.assigneeId)?.name ?? from.assigneeId);
      case 'groupId':
        return plain(facts?.groups.find(({ remoteId }) => remoteId === from.groupId)?.name ?? from.groupId);
      case 'subject':
        return plain(from.subject);
    }
  };
  return fields.map((field) => {
    const own = isOwn(field);
    const custom = facts?.fields.find(({ remoteId }) => remoteId === field) ?? null;
    const title = own ? t(`ticket.field.${field}`) : (custom?.title ?? field);
    if (!ticket) return title;
    return t('ticket.pending.conflict', {
      field: title,
      theirs: own ? words(field, ticket) : fieldValueName(t, ticket.fields[field] ?? null, custom),
      yours: own
        ? words(field, changes as Partial<Pick<Ticket, Own>>)
        : fieldValueName(t, changes.fields?.[field] ?? null, custom),
    });
  });
}
