import type { TicketToBe } from '#renderer/store/desk-tickets.ts';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import { prioritySchema } from '#shared/domain/ticket.ts';
import { changesTogether } from '#shared/macros/carried.ts';
import { type Action, copiesOf, type TicketChanges } from '#shared/outbox/action.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import { addressesIn } from '../recipients/addresses.ts';

type DraftFields = Draft['fields'];
type Create = Extract<Action, { readonly kind: 'create' }>;

/** Where the one unfinished new ticket of an account is kept. */
export const newDraftId = (accountId: AccountId): TicketId => `${accountId}:new`;

export type NewTicketProblem = 'requester' | 'email' | 'subject' | 'empty';

/**
 * What is missing from a form, the first in its order; null where it can be sent. Of somebody who called a name is enough: helpdesks take
 * customers without an email address.
 */
export function missingIn(fields: DraftFields, isSilent: boolean): NewTicketProblem | null {
  const requester = requesterIn(fields);
  if (requester.remoteId === null) {
    if (requester.email === null && !(valueIn(fields, 'callId') && requester.name)) return 'requester';
    if (requester.email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(requester.email)) return 'email';
  }
  if (valueIn(fields, 'subject') === '') return 'subject';
  return isSilent ? 'empty' : null;
}

/** Whether the first message is one that the customer gets. */
export const isPublic = (fields: DraftFields): boolean => fields['public'] !== 'no';

/** Who is in copy; a note has no copies. */
export const copiesIn = (fields: DraftFields): readonly string[] => (isPublic(fields) ? addressesIn(fields['cc']) : []);

/** The action that a filled form stands for; `changes` go with it. */
export function newTicketAction(fields: DraftFields, words: Create['words'], changes: TicketChanges): Create {
  const { subject, groupId, priority, tags } = ticketToBe(fields);
  const followUpOf = valueIn(fields, 'followUpOf');
  const cc = copiesIn(fields);
  const own: TicketChanges = {
    ...(priority === null ? {} : { priority }),
    ...(groupId === null ? {} : { groupId }),
    ...(tags.length === 0 ? {} : { tagsAdded: tags }),
    ...(followUpOf === '' ? {} : { linksAdded: [{ kind: 'follow-up' as const, remoteId: followUpOf }] }),
  };
  return {
    kind: 'create',
    subject,
    requester: requesterIn(fields),
    public: isPublic(fields),
    words,
    ...(cc.length === 0 ? {} : { cc }),
    changes: changesTogether(own, changes),
  };
}

/** The ticket that a form stands for, as far as it is filled in. */
export function ticketToBe(fields: DraftFields): Omit<TicketToBe, 'accountId'> {
  const requester = requesterIn(fields);
  const priority = prioritySchema.safeParse(valueIn(fields, 'priority'));
  const tags = valueIn(fields, 'tags')
    .split(/[\s,]+/)
    .filter(Boolean);
  return {
    requester: requester.remoteId === null && requester.name === '' ? null : requester,
    subject: valueIn(fields, 'subject'),
    groupId: valueIn(fields, 'groupId') || null,
    priority: priority.success ? priority.data : null,
    tags,
  };
}

const valueIn = (fields: DraftFields, name: string): string => (fields[name] ?? '').trim();

function requesterIn(fields: DraftFields): Create['requester'] {
  const email = valueIn(fields, 'requesterEmail') || null;
  const name = valueIn(fields, 'requesterName') || (email ?? '');
  return { remoteId: valueIn(fields, 'requesterId') || null, name, email };
}

/** The form as it was filled for an action that is taken back. */
export const fieldsOfCreate = (action: Create): DraftFields => ({
  subject: action.subject,
  requesterId: action.requester.remoteId ?? '',
  requesterName: action.requester.name,
  requesterEmail: action.requester.email ?? '',
  public: action.public ? 'yes' : 'no',
  cc: copiesOf(action).join(', '),
  groupId: action.changes.groupId ?? '',
  priority: action.changes.priority ?? '',
  tags: (action.changes.tagsAdded ?? []).join(' '),
  followUpOf: action.changes.linksAdded?.find(({ kind }) => kind === 'follow-up')?.remoteId ?? '',
});
