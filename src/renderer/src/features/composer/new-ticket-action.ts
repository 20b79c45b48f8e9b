import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import { prioritySchema } from '#shared/domain/ticket.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { Draft } from '#shared/outbox/entry.ts';

type DraftFields = Draft['fields'];
type WordsOfMessage = Extract<Action, { readonly kind: 'create' }>['words'];

/** Where the one unfinished new ticket of an account is kept. */
export const newDraftId = (accountId: AccountId): TicketId => `${accountId}:new`;

export type NewTicketProblem = 'requester' | 'email' | 'subject' | 'empty';

/** The action that a filled form stands for, or what is missing from it, in the order of the form. */
export function newTicketAction(
  fields: DraftFields,
  words: WordsOfMessage,
): { readonly ok: true; readonly action: Action } | { readonly ok: false; readonly problem: NewTicketProblem } {
  const field = (name: string): string => (fields[name] ?? '').trim();
  const remoteId = field('requesterId') || null;
  const email = field('requesterEmail') || null;
  if (remoteId === null && email === null) return { ok: false, problem: 'requester' };
  if (remoteId === null && email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    return { ok: false, problem: 'email' };
  if (field('subject') === '') return { ok: false, problem: 'subject' };
  if (words.markdown === '' && words.files.length === 0) return { ok: false, problem: 'empty' };
  const priority = prioritySchema.safeParse(field('priority'));
  const tags = field('tags')
    .split(/[\s,]+/)
    .filter(Boolean);
  return {
    ok: true,
    action: {
      kind: 'create',
      subject: field('subject'),
      requester: { remoteId, name: field('requesterName') || (email ?? ''), email },
      public: field('public') !== 'no',
      words,
      changes: {
        ...(priority.success ? { priority: priority.data } : {}),
        ...(field('groupId') === '' ? {} : { groupId: field('groupId') }),
        ...(tags.length === 0 ? {} : { tagsAdded: tags }),
        ...(field('followUpOf') === ''
          ? {}
          : { linksAdded: [{ kind: 'follow-up' as const, remoteId: field('followUpOf') }] }),
      },
    },
  };
}

/** The form as it was filled for an action that is taken back. */
export const fieldsOfCreate = (action: Extract<Action, { readonly kind: 'create' }>): DraftFields => ({
  subject: action.subject,
  requesterId: action.requester.remoteId ?? '',
  requesterName: action.requester.name,
  requesterEmail: action.requester.email ?? '',
  public: action.public ? 'yes' : 'no',
  groupId: action.changes.groupId ?? '',
  priority: action.changes.priority ?? '',
  tags: (action.changes.tagsAdded ?? []).join(' '),
  followUpOf: action.changes.linksAdded?.find(({ kind }) => kind === 'follow-up')?.remoteId ?? '',
});
