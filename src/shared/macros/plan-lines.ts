import type { TicketField } from '../domain/desk.ts';
import type { RemoteId } from '../domain/ids.ts';
import type { FieldValue, Ticket } from '../domain/ticket.ts';
import type { TicketChanges } from '../outbox/action.ts';
import { applyChanges } from '../outbox/overlay.ts';
import type { MacroContext, PlanLine } from './plan.ts';

/** The fields that `changes` set, as they are and as they will be. */
export function planLines(changes: TicketChanges, context: MacroContext): readonly PlanLine[] {
  const { ticket } = context;
  const after = applyChanges(ticket, changes);
  const lines: PlanLine[] = [];
  if (changes.status !== undefined) lines.push(statusLine(ticket, after, changes));
  if (changes.priority !== undefined) lines.push({ field: 'priority', ...change(ticket.priority, after.priority) });
  if (changes.type !== undefined) lines.push({ field: 'type', ...change(ticket.type, after.type) });
  if (changes.subject !== undefined) lines.push({ field: 'subject', ...change(ticket.subject, after.subject) });
  const { agents, groups, me } = context;
  if (changes.assigneeId !== undefined) {
    const name = nameAmong([...agents, me]);
    lines.push({ field: 'assignee', ...change(name(ticket.assigneeId), name(after.assigneeId)) });
  }
  if (changes.groupId !== undefined) {
    const name = nameAmong(groups);
    lines.push({ field: 'group', ...change(name(ticket.groupId), name(after.groupId)) });
  }
  if (changes.tagsAdded || changes.tagsRemoved) lines.push({ field: 'tags', ...change(ticket.tags, after.tags) });
  if (changes.followersAdded || changes.followersRemoved) {
    const name = nameAmong([...agents, me]);
    const names = ({ followerIds }: Ticket) => followerIds.map((id) => name(id) ?? id);
    lines.push({ field: 'followers', ...change(names(ticket), names(after)) });
  }
  for (const fieldId of Object.keys(changes.fields ?? {})) {
    const field = context.fields.find(({ remoteId }) => remoteId === fieldId);
    const shown = (value: FieldValue | undefined): FieldValue => labelled(value ?? null, field);
    lines.push({
      field: 'custom',
      fieldId,
      title: field?.title ?? fieldId,
      ...change(shown(ticket.fields[fieldId]), shown(after.fields[fieldId])),
    });
  }
  return lines;
}

const change = <Value>(before: Value, after: Value) => ({
  before,
  after,
  isChanged: JSON.stringify(before) !== JSON.stringify(after),
});

/** The helpdesk's own name of a status changes only where one is asked for. */
function statusLine(ticket: Ticket, after: Ticket, { status, statusName }: TicketChanges): PlanLine {
  const isSame = status === ticket.status && (statusName === undefined || statusName === ticket.statusName);
  const shown = ({ status: one, statusName: name }: Ticket) => ({ status: one, statusName: name });
  return { field: 'status', before: shown(ticket), after: shown(isSame ? ticket : after), isChanged: !isSame };
}

const nameAmong =
  (named: readonly { readonly remoteId: RemoteId; readonly name: string }[]) =>
  (id: RemoteId | null): string | null =>
    id === null ? null : (named.find(({ remoteId }) => remoteId === id)?.name ?? id);

/** Options by what agents call them. */
function labelled(value: FieldValue, field: TicketField | undefined): FieldValue {
  const label = (one: string): string => field?.options.find((option) => option.value === one)?.label ?? one;
  if (typeof value === 'string') return label(value);
  return Array.isArray(value) ? value.map(label) : value;
}
