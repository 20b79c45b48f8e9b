import type { Action } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { madeSubject, subjectOf, type Values } from './killed-outbox-effects.ts';
import type { PlannedAction, Step } from './killed-outbox-plan.ts';

export function isOf(
  action: PlannedAction,
  ticketId: string | null,
  entry: Pick<OutboxEntry, 'action' | 'ticketId'>,
  values: Values,
): boolean {
  const put = entry.action;
  if (put.kind !== action.kind) return false;
  if (put.kind === 'create') return action.kind === 'create' && put.subject === madeSubject(action.token);
  if (put.kind === 'update')
    return (
      action.kind === 'update' &&
      entry.ticketId === ticketId &&
      JSON.stringify(put.changes) === JSON.stringify(changesOf(action, values))
    );
  return action.kind !== 'update' && put.words.markdown.includes(action.token);
}
/** No eight words in a row are the same in two of them: a reply with a note’s words in it is objected to. */
export const wordsOf = (token: string): string => `Thank you, ${token}: it is on its way.`;

export function asAction(action: PlannedAction, values: Values): Action {
  const words = (token: string) => ({ markdown: wordsOf(token), html: `<p>${wordsOf(token)}</p>`, files: [] });
  switch (action.kind) {
    case 'reply':
      return {
        kind: 'reply',
        words: words(action.token),
        cc: [],
        changes: action.solve ? { status: 'solved' } : {},
      };
    case 'note':
      return { kind: 'note', words: words(action.token), changes: {} };
    case 'update':
      return { kind: 'update', changes: changesOf(action, values) };
    case 'create':
      return {
        kind: 'create',
        subject: madeSubject(action.token),
        requester: { remoteId: null, name: 'Zoe', email: 'zoe@customer.example' },
        public: true,
        words: words(action.token),
        changes: {},
      };
  }
}

function changesOf(action: Extract<PlannedAction, { kind: 'update' }>, values: Values): Action['changes'] {
  switch (action.field) {
    case 'owner':
      return { assigneeId: values[action.value] ?? null };
    case 'priority':
      return { priority: action.value === 'normal' ? 'normal' : action.value === 'high' ? 'high' : 'urgent' };
    case 'status':
      return { status: action.value === 'stalled' ? 'pending' : 'solved', statusName: action.value };
  }
}

export function nameOf({ action, by, kill }: Step): string {
  const what =
    action.kind === 'update'
      ? `update ${action.field} ${action.value}`
      : `${action.kind} ${action.token}${action.kind === 'reply' && action.solve ? ' and solve' : ''}`;
  const when = kill === null ? '' : typeof kill.when === 'object' ? `after ${kill.when.ms} ms` : `when ${kill.when}`;
  return `${what} on ${subjectOf(action.ticket)} by ${by}${kill === null ? '' : `, ${kill.victim} killed ${when}`}`;
}
