import { type Desk, isAgent } from '../desk.ts';
import type { Audit, DeskStatus, Ticket } from '../model.ts';

/** Something that a ticket's metrics are counted from; `at` is UTC ms. `opening`: the words that the ticket was made with. */
export type Happening =
  | {
      readonly at: number;
      readonly is: 'comment';
      readonly byAgent: boolean;
      readonly public: boolean;
      readonly opening: boolean;
    }
  | { readonly at: number; readonly is: 'status'; readonly status: DeskStatus }
  | { readonly at: number; readonly is: 'assignee' | 'group'; readonly id: string | null };

/** Rules write in the name of people. */
const isByRule = ({ via }: Audit): boolean => via.channel === 'rule';

/** What happened to a ticket, oldest first, out of its audits. Its first status, group and assignee come at its making. */
export const happeningsOf = ({ store }: Pick<Desk, 'store'>, ticket: Ticket): readonly Happening[] =>
  store.auditsOf(ticket.id).flatMap((audit, index) =>
    audit.events.flatMap((event): readonly Happening[] => {
      const at = Date.parse(audit.created_at);
      if (event.type === 'Comment') {
        const author = store.get('users', event.author_id);
        const byAgent = author !== undefined && isAgent(author) && !isByRule(audit);
        return [{ at, is: 'comment', byAgent, public: event.public, opening: index === 0 }];
      }
      if (event.type === 'Notification') return [];
      if (event.field_name === 'status') return [{ at, is: 'status', status: event.value as DeskStatus }];
      const id = event.value === null ? null : String(event.value);
      if (event.field_name === 'assignee_id') return [{ at, is: 'assignee', id }];
      return event.field_name === 'group_id' ? [{ at, is: 'group', id }] : [];
    }),
  );
