import type { Call } from '#shared/calls/call.ts';
import type { TicketId } from '#shared/domain/ids.ts';

/** A call to place. The account is null where nobody is known at the number. */
export type CallToPlace = Pick<Call, 'number' | 'name' | 'accountId' | 'personRemoteId' | 'ticketId'>;

/**
 * Calls whose number, name, customer, disposition or ticket has all words of `text`, which began from `from` on and before `until` (UTC
 * ms; null: whenever). An empty text finds all.
 */
export type CallLogQuery = {
  readonly text: string;
  readonly from: number | null;
  readonly until: number | null;
  readonly limit: number;
};

/** A call with what is known here of whom it was with and what it was about. */
export type LoggedCall = {
  readonly call: Call;
  /** Empty where nobody was named, or they are not known any more. */
  readonly person: string;
  /** Null where it is about none; `number` is empty while it is not on this machine. */
  readonly ticket: { readonly id: TicketId; readonly number: string; readonly subject: string } | null;
};

/** The newest first, at most as many as were asked for; `total` is how many were found. */
export type CallLog = { readonly calls: readonly LoggedCall[]; readonly total: number };
