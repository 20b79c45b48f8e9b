import type { Abilities, Account } from '#shared/domain/account.ts';
import type { Message, TicketEvent } from '#shared/domain/conversation.ts';
import type { Article, Group, Macro, Organization, Person, Rating, TicketField } from '#shared/domain/desk.ts';
import type { AccountId, RemoteId, TicketId } from '#shared/domain/ids.ts';
import type { Priority, Ticket, TicketLink } from '#shared/domain/ticket.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { Discarded } from '#shared/outbox/discarded.ts';
import type { Draft, OutboxEntry } from '#shared/outbox/entry.ts';
import type { TicketHeader } from './desk-views.ts';

export type TicketDetail = {
  readonly id: TicketId;
  readonly accountId: AccountId;
  /** Overlaid. `remoteId` is empty for a ticket made here and not delivered yet. */
  readonly ticket: Ticket;
  readonly delivered: boolean;
  readonly requester: Person | null;
  readonly assignee: Person | null;
  /** In the order in which the helpdesk has them; one who is not known here by the id. */
  readonly followers: readonly Pick<Person, 'remoteId' | 'name'>[];
  readonly group: Group | null;
  readonly organization: Organization | null;
  readonly ratings: readonly Rating[];
  /** These three as in a header. */
  readonly waitingSince: number | null;
  readonly starred: boolean;
  readonly snoozed: TicketHeader['snoozed'];
  /** Live entries of this ticket, oldest first. */
  readonly pending: readonly OutboxEntry[];
  /** The requester's other tickets, newest first, at most ten. */
  readonly otherTickets: readonly TicketHeader[];
  /** Linked tickets, the problem first. */
  readonly related: readonly RelatedTicket[];
  readonly gone: 'deleted' | 'merged' | 'invisible' | null;
  readonly mergedInto: MergedInto | null;
};

/** A ticket that this one names (`here`), or that names it (`there`); `ticket` is null while it is not on this machine. */
export type RelatedTicket = TicketLink & { readonly from: 'here' | 'there'; readonly ticket: TicketHeader | null };

/** `merge`: into which it may go; `problem`: of which it may be an incident; `any`: with which it may be linked. */
export type TargetsRequest = {
  readonly ticketId: TicketId;
  readonly purpose: 'merge' | 'problem' | 'any';
  readonly text: string;
};

/** What is known of a requester over all their tickets in the account. */
export type Customer = {
  readonly tickets: number;
  readonly unsolved: number;
  /** When the oldest ticket was made, UTC ms. */
  readonly firstSeenAt: number;
  /** The newest public message of theirs that is here, in plain text; null while none is. */
  readonly lastWords: {
    readonly ticketId: TicketId;
    readonly number: string;
    readonly at: number;
    readonly text: string;
  } | null;
};

/** Where a merged ticket went, as far as the helpdesk said: `id` is null while that ticket is not here. */
export type MergedInto = { readonly id: TicketId | null; readonly number: string };

/**
 * A message as shown; `entry` is set when it is still in the outbox. `doubled`: the helpdesk has made it a second time of one
 * action, later than it promises.
 */
export type ShownMessage = Message & { readonly entry: OutboxEntry | null; readonly doubled: boolean };
export type ConversationItem =
  | { readonly type: 'message'; readonly message: ShownMessage }
  | { readonly type: 'event'; readonly event: TicketEvent };
export type Conversation = {
  /** none: never fetched; behind: the ticket has changed since; whole: as of the ticket's version. */
  readonly synced: 'none' | 'behind' | 'whole';
  /** Oldest first. */
  readonly items: readonly ConversationItem[];
};

/** Whom a new ticket is for: somebody the helpdesk knows by id, or somebody new. */
export type NewRequester = Extract<Action, { readonly kind: 'create' }>['requester'];

/** A ticket that is not there yet, as far as its form is filled in. */
export type TicketToBe = {
  readonly accountId: AccountId;
  /** Null until somebody is chosen or named. */
  readonly requester: NewRequester | null;
  readonly subject: string;
  readonly groupId: RemoteId | null;
  readonly priority: Priority | null;
  readonly tags: readonly string[];
};

/** What an account's tickets may be set to. */
export type DeskFacts = {
  readonly account: Account;
  /** What its helpdesk can do; null until a connection has been opened. */
  readonly abilities: Abilities | null;
  readonly groups: readonly Group[];
  /** Active agents. */
  readonly agents: readonly Person[];
  readonly fields: readonly TicketField[];
  readonly macros: readonly Macro[];
  /** Tags in use, most used first. */
  readonly tags: readonly string[];
};

export type ArticleSummary = Pick<Article, 'remoteId' | 'title' | 'path' | 'draft' | 'internal' | 'updatedAt'> & {
  readonly accountId: AccountId;
};

export type SearchAnswer = {
  readonly tickets: readonly TicketHeader[];
  readonly people: readonly (Person & { readonly accountId: AccountId; readonly ticketCount: number })[];
  readonly articles: readonly ArticleSummary[];
};

export type OutboxItem = {
  readonly entry: OutboxEntry;
  readonly subject: string;
  readonly number: string /** An earlier entry on the ticket that blocks this one. */;
  readonly waitsFor: string | null;
  /** Where the ticket of a rejected entry went. */
  readonly mergedInto: MergedInto | null;
};
export type DraftItem = { readonly draft: Draft; readonly subject: string; readonly number: string };
export type DiscardedItem = { readonly discarded: Discarded; readonly subject: string; readonly number: string };
