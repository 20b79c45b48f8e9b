import type { Result } from '#shared/result.ts';
import { createTicket } from './create-ticket.ts';
import { type Desk, decide, isAgent } from './desk.ts';
import { deleteTicket, mergeTickets } from './end-ticket.ts';
import { viaOf } from './generate/channels.ts';
import type { Audit, Ticket, User } from './model.ts';
import { rateTicket } from './rate-ticket.ts';
import { apiVia } from './record-change.ts';
import type { Refusal } from './refusal.ts';
import { answerSideConversation, participantsOf } from './side-conversation.ts';
import type { SideConversation } from './side-model.ts';
import type { TicketInput } from './ticket-input.ts';
import { updateTicket } from './update-ticket.ts';

/** Drives the other people at the desk. What the desk would refuse throws: a script that asks for it is wrong. */
export type Act = {
  readonly customerReplies: (ticketId: number, text: string) => Ticket;
  /** A rating, or another one in its place. */
  readonly customerRates: (ticketId: number, score: 'good' | 'bad') => void;
  readonly colleagueReplies: (ticketId: number, text: string) => Ticket;
  readonly colleagueNotes: (ticketId: number, text: string) => Ticket;
  readonly colleagueChanges: (ticketId: number, changes: TicketInput) => Ticket;
  /** A customer writes. Without `requesterId` it is one the desk knows. */
  readonly createTicket: (ticket: {
    readonly subject: string;
    readonly text: string;
    readonly requesterId?: number;
    readonly assigneeId?: number;
    readonly groupId?: number;
  }) => Ticket;
  readonly deleteTicket: (ticketId: number) => void;
  readonly mergeTickets: (sourceIds: readonly number[], targetId: number) => Ticket;
  /** A ticket's audits, oldest first: everything that ever happened to it. */
  readonly history: (ticketId: number) => readonly Audit[];
  readonly ticket: (ticketId: number) => Ticket | null;
  readonly tickets: () => readonly Ticket[];
  /** A person's name; empty for nobody. */
  readonly nameOf: (userId: number) => string;
  /** Public replies and notes by one person with exactly this text, over all tickets: what "exactly once" is counted by. */
  readonly countMessages: (text: string) => number;
  /** What went from a ticket to people outside of it, oldest first, and what they answered. */
  readonly sideConversations: (ticketId: number) => readonly SideConversation[];
  /** Somebody to whom something was sent answers. */
  readonly outsideAnswers: (ticketId: number, email: string, text: string) => SideConversation;
};

const must = <Value>(result: Result<Value, Refusal>): Value => {
  if (!result.ok) throw new Error(`The practice desk refused: ${JSON.stringify(result.error.body)}`);
  return result.value;
};

export const createAct = (desk: Desk, people: { readonly admin: User; readonly you: User }): Act => {
  const { store } = desk;
  const ticketOf = (id: number): Ticket => {
    const ticket = store.get('tickets', id);
    if (!ticket) throw new Error(`The practice desk has no ticket ${id}.`);
    return ticket;
  };
  const done = <Value>(value: Value): Value => {
    store.commit();
    return value;
  };
  const colleague = (ticket: Ticket): User =>
    store
      .all('users')
      .find(
        (user) =>
          isAgent(user) &&
          user.id !== people.you.id &&
          user.id !== people.admin.id &&
          user.default_group_id === ticket.group_id,
      ) ?? people.admin;
  const update = (actor: User, ticket: Ticket, input: TicketInput, via = apiVia): Ticket =>
    done(must(updateTicket(desk, actor, ticket, input, { via })).ticket);
  const sideOf = (ticketId: number): readonly SideConversation[] =>
    store.all('sideConversations').filter((one) => one.ticket_id === ticketId);

  return {
    customerReplies: (id, text) => {
      const ticket = ticketOf(id);
      const requester = store.get('users', ticket.requester_id);
      if (!requester) throw new Error(`Ticket ${id} has no requester.`);
      return update(requester, ticket, { comment: { body: text } }, viaOf(ticket.via.channel, requester));
    },
    customerRates: (id, score) => {
      rateTicket(desk, ticketOf(id), score, decide(desk, 'rating'));
      store.commit();
    },
    colleagueReplies: (id, text) =>
      update(colleague(ticketOf(id)), ticketOf(id), { comment: { body: text, public: true } }),
    colleagueNotes: (id, text) =>
      update(colleague(ticketOf(id)), ticketOf(id), { comment: { body: text, public: false } }),
    colleagueChanges: (id, changes) => update(colleague(ticketOf(id)), ticketOf(id), changes),
    createTicket: ({ subject, text, requesterId, assigneeId, groupId }) => {
      const requester =
        requesterId === undefined ? store.all('users').find((user) => !isAgent(user)) : store.get('users', requesterId);
      if (!requester) throw new Error('The practice desk has no such customer.');
      const made = createTicket(
        desk,
        requester,
        {
          subject,
          comment: { body: text },
          requester_id: requester.id,
          ...(assigneeId === undefined ? {} : { assignee_id: assigneeId }),
          ...(groupId === undefined ? {} : { group_id: groupId }),
        },
        { via: viaOf('email', requester) },
      );
      return done(must(made).ticket);
    },
    deleteTicket: (id) => {
      deleteTicket(desk, people.admin, ticketOf(id));
      store.commit();
    },
    mergeTickets: (sourceIds, targetId) =>
      done(
        must(
          mergeTickets(desk, people.admin, sourceIds.map(ticketOf), ticketOf(targetId), {
            targetComment: null,
            sourceComment: null,
            targetPublic: false,
            sourcePublic: false,
          }),
        ),
      ),
    history: (id) => store.auditsOf(id),
    ticket: (id) => store.get('tickets', id) ?? null,
    tickets: () => store.all('tickets'),
    nameOf: (id) => store.get('users', id)?.name ?? '',
    countMessages: (text) =>
      store
        .all('audits')
        .flatMap((audit) => audit.events)
        .filter((event) => event.type === 'Comment' && event.body.trim() === text.trim()).length,
    sideConversations: sideOf,
    outsideAnswers: (id, email, text) => {
      const from = { user_id: null, name: null, email };
      const conversation = sideOf(id).find((one) => participantsOf(one).some((each) => each.email === email));
      if (!conversation) throw new Error(`Nothing of ticket ${id} went to ${email}.`);
      return done(must(answerSideConversation(desk, from, conversation, { message: { body: text } })));
    },
  };
};
