import type { Person } from '../domain/desk.ts';
import type { AccountId, TicketId } from '../domain/ids.ts';
import type { PhoneNumber } from './phone-number.ts';

/**
 * Why a number may be this person's. earlier-call: the agent said so before; number: it is theirs; shared: it is theirs and, as the helpdesk
 * says, others' too; extension: the same line with another extension or none; suffix: it ends the same, so that a prefix for the outside
 * line or a country that was left out does not matter.
 */
export type CallerReason = 'earlier-call' | 'number' | 'shared' | 'extension' | 'suffix';

/** What of a ticket decides where a call goes. */
export type CallersTicket = { readonly id: TicketId; readonly accountId: AccountId; readonly updatedAt: number };

/** Somebody who may be at the other end. */
export type CallerWith<Ticket extends CallersTicket> = {
  readonly accountId: AccountId;
  readonly person: Person;
  readonly why: CallerReason;
  /** The ticket of theirs that changed last, where that was in the last 30 days; a closed one is not picked. */
  readonly ticket: Ticket | null;
  /** How many of their tickets are neither solved nor closed. */
  readonly openTickets: number;
};

/** Who may be calling, the likeliest first; known from this machine alone. */
export type CallerAnswerWith<Ticket extends CallersTicket> = {
  /** Null where the number was withheld or is none. */
  readonly number: PhoneNumber | null;
  readonly callers: readonly CallerWith<Ticket>[];
};

/** What a call opens: the ticket of a known caller, else the customer, else a new ticket; where several may be it, the agent chooses. */
export type ScreenPopWith<Ticket extends CallersTicket> =
  | {
      readonly to: 'ticket';
      readonly accountId: AccountId;
      readonly ticketId: TicketId;
      readonly caller: CallerWith<Ticket>;
    }
  | { readonly to: 'person'; readonly caller: CallerWith<Ticket> }
  | { readonly to: 'choose'; readonly callers: readonly CallerWith<Ticket>[] }
  | { readonly to: 'new-ticket'; readonly number: PhoneNumber | null };
