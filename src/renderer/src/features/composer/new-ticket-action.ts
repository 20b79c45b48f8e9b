import { prioritySchema } from '#shared/domain/ticket.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { DraftFields } from './use-draft.ts';

export type NewTicketProblem = 'requester' | 'email' | 'subject' | 'empty';

/** The action that a filled form stands for, or what is missing from it, in the order of the form. */
export function newTicketAction(
  fields: DraftFields,
  words: { readonly markdown: string; readonly html: string },
): { readonly ok: true; readonly action: Action } | { readonly ok: false; readonly problem: NewTicketProblem } {
  const field = (name: string): string => (fields[name] ?? '').trim();
  const remoteId = field('requesterId') || null;
  const email = field('requesterEmail') || null;
  if (remoteId === null && email === null) return { ok: false, problem: 'requester' };
  if (remoteId === null && email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    return { ok: false, problem: 'email' };
  if (field('subject') === '') return { ok: false, problem: 'subject' };
  if (words.markdown === '') return { ok: false, problem: 'empty' };
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
      words: { ...words, files: [] },
      changes: {
        ...(priority.success ? { priority: priority.data } : {}),
        ...(field('groupId') === '' ? {} : { groupId: field('groupId') }),
        ...(tags.length === 0 ? {} : { tagsAdded: tags }),
      },
    },
  };
}
