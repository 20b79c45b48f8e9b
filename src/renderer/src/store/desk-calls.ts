import type { PhoneNumber } from '#shared/calls/phone-number.ts';
import type { Person } from '#shared/domain/desk.ts';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { TicketHeader } from './desk-views.ts';

/**
 * Why a number may be this person's. number: it is theirs; extension: the same line with another extension or none; suffix: it ends the
 * same, so that a prefix for the outside line or a country that was left out does not matter; earlier-call: the agent said so before.
 */
export type CallerReason = 'number' | 'extension' | 'suffix' | 'earlier-call';

/** Somebody who may be at the other end. */
export type Caller = {
  readonly accountId: AccountId;
  readonly person: Person;
  readonly why: CallerReason;
  /** The ticket of theirs that changed last, where that was in the last 30 days; a closed one is not picked. */
  readonly ticket: TicketHeader | null;
  /** How many of their tickets are neither solved nor closed. */
  readonly openTickets: number;
};

/** Who may be calling, the likeliest first; known from this machine alone. */
export type CallerAnswer = {
  /** Null where the number was withheld or is none. */
  readonly number: PhoneNumber | null;
  readonly callers: readonly Caller[];
};

/** What a call opens: the ticket of a known caller, else the customer, else a new ticket; where several may be it, the agent chooses. */
export type ScreenPop =
  | { readonly to: 'ticket'; readonly accountId: AccountId; readonly ticketId: TicketId; readonly caller: Caller }
  | { readonly to: 'person'; readonly caller: Caller }
  | { readonly to: 'choose'; readonly callers: readonly Caller[] }
  | { readonly to: 'new-ticket'; readonly number: PhoneNumber | null };
