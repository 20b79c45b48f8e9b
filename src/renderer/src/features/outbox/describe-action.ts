import type { FieldValue } from '#shared/domain/ticket.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';

/** Turns ids into what people call them; null when it is not known here. */
export type Names = {
  readonly person: (remoteId: string) => string | null;
  readonly group: (remoteId: string) => string | null;
  readonly field: (remoteId: string) => string | null;
  /** What an option of a field is called. */
  readonly option: (fieldRemoteId: string, value: string) => string | null;
};

/** What an action does, in words: "Reply, status: Solved". */
export function describeAction(t: Text, action: Action, names: Names): string {
  const changes = describeChanges(t, action.changes, names);
  const parts = action.kind === 'update' ? changes : [kindInWords(t, action), ...filesInWords(t, action), ...changes];
  return parts.length > 0 ? parts.join(t('outbox.does.and')) : t('outbox.does.nothing');
}

function filesInWords(t: Text, action: Exclude<Action, { readonly kind: 'update' }>): readonly string[] {
  const files = [...action.words.files, ...(action.kind === 'forward' ? action.originals : [])];
  const names = files.map(({ name }) => name).join(', ');
  return names === '' ? [] : [t('outbox.does.files', { value: names })];
}

function kindInWords(t: Text, action: Exclude<Action, { readonly kind: 'update' }>): string {
  if (action.kind === 'create') return t('outbox.does.create', { who: action.requester.name });
  if (action.kind === 'forward') return t('outbox.does.forward', { who: action.to.join(', ') });
  return t(action.kind === 'reply' ? 'outbox.does.reply' : 'outbox.does.note');
}

function describeChanges(t: Text, changes: TicketChanges, names: Names): readonly string[] {
  const {
    status,
    priority,
    type,
    subject,
    assigneeId,
    groupId,
    tagsAdded = [],
    tagsRemoved = [],
    followersAdded = [],
    followersRemoved = [],
    linksAdded = [],
    linksRemoved = [],
    fields = {},
  } = changes;
  const none = t('outbox.does.none');
  const people = (ids: readonly string[]): string => ids.map((id) => names.person(id) ?? id).join(', ');
  return [
    ...(status === undefined
      ? []
      : [t('outbox.does.status', { value: changes.statusName ?? t(`app.status.${status}`) })]),
    ...(priority === undefined
      ? []
      : [t('outbox.does.priority', { value: priority === null ? none : t(`app.priority.${priority}`) })]),
    ...(type === undefined ? [] : [t('outbox.does.type', { value: type === null ? none : t(`ticket.type.${type}`) })]),
    ...(subject === undefined ? [] : [t('outbox.does.subject', { value: subject })]),
    ...(assigneeId === undefined
      ? []
      : [t('outbox.does.assignee', { value: assigneeId === null ? none : (names.person(assigneeId) ?? assigneeId) })]),
    ...(groupId === undefined
      ? []
      : [t('outbox.does.group', { value: groupId === null ? none : (names.group(groupId) ?? groupId) })]),
    ...(tagsAdded.length === 0 ? [] : [t('outbox.does.tagsAdded', { value: tagsAdded.join(', ') })]),
    ...(tagsRemoved.length === 0 ? [] : [t('outbox.does.tagsRemoved', { value: tagsRemoved.join(', ') })]),
    ...(followersAdded.length === 0 ? [] : [t('outbox.does.followersAdded', { value: people(followersAdded) })]),
    ...(followersRemoved.length === 0 ? [] : [t('outbox.does.followersRemoved', { value: people(followersRemoved) })]),
    ...linksAdded.map(({ remoteId }) => t('outbox.does.linked', { number: remoteId })),
    ...linksRemoved.map(({ remoteId }) => t('outbox.does.unlinked', { number: remoteId })),
    ...Object.entries(fields).map(([id, value]) =>
      t('outbox.does.field', { field: names.field(id) ?? id, value: valueInWords(t, id, value, names) }),
    ),
  ];
}

function valueInWords(t: Text, fieldId: string, value: FieldValue, { option }: Names): string {
  if (value === null || value === '') return t('outbox.does.none');
  if (typeof value === 'boolean') return t(value ? 'outbox.does.yes' : 'outbox.does.no');
  const several = Array.isArray(value) ? value : [String(value)];
  return several.map((one) => option(fieldId, one) ?? one).join(', ');
}

/** What the agent wrote; null for an action without words. */
export const wordsOf = (action: Action): string | null =>
  action.kind === 'update' || action.words.markdown.trim() === '' ? null : action.words.markdown;
