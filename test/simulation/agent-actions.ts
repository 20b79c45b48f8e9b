import { PRIORITIES } from '#shared/domain/ticket.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';

/** Says its token in its words or tags. */
export function actionOf(kind: Action['kind'], token: string, changes: TicketChanges): Action {
  const words = { markdown: `Words ${token}.`, html: `<p>Words ${token}.</p>`, files: [] };
  switch (kind) {
    case 'reply':
      return { kind, words, cc: [], changes };
    case 'note':
      return { kind, words, changes };
    case 'update':
      return { kind, changes: { ...changes, tagsAdded: [token] } };
    case 'forward':
      return { kind, to: ['outside@example.org'], subject: `About ${token}`, words, originals: [], changes: {} };
    case 'create': {
      const requester = { remoteId: 'customer', name: 'C', email: null };
      return { kind, subject: `About ${token}`, requester, public: true, words, changes };
    }
  }
}

/** What one number of a schedule changes on a ticket. */
export const changesFrom = (detail: number): TicketChanges => {
  switch (detail % 4) {
    case 0:
      return {};
    case 1:
      return { priority: PRIORITIES[detail % PRIORITIES.length] ?? 'low' };
    case 2:
      return { assigneeId: detail % 8 === 2 ? null : 'colleague' };
    default:
      return { status: 'pending', statusName: 'pending' };
  }
};
