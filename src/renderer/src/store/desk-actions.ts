import type { TicketId } from '#shared/domain/ids.ts';
import type { StoreProblem } from '#shared/link/values.ts';
import type { Skip, Snooze } from '#shared/mine/ticket-mark.ts';
import type { NewRequester, OutboxItem } from './desk-tickets.ts';

/** What went wrong on the way to "accepted": main unreachable, journal or database unwritable, ticket not known. */
export type AcceptProblem = StoreProblem | 'no-link' | 'unknown-ticket';
/** An action that is journalled and committed; `notBefore` is the end of its undo window, UTC ms. */
export type Accepted = { readonly entryId: string; readonly ticketId: TicketId; readonly notBefore: number };
/** What became of an action on many tickets: those accepted are on disk together, the others are as they were. */
export type AcceptedAll = {
  readonly batchId: string;
  readonly accepted: readonly Accepted[];
  /** Tickets that already are as wanted. */
  readonly unchanged: readonly TicketId[];
  readonly refused: readonly { readonly ticketId: TicketId; readonly problem: AcceptProblem }[];
};
/** How far an action on many tickets has come. */
export type BatchProgress = {
  readonly delivered: number;
  readonly takenBack: number;
  /** Still to be sent, or on their way. */
  readonly waiting: number;
  /** Need the agent: held, refused, or nobody knows. */
  readonly stuck: readonly OutboxItem[];
};
/** What the agent changes about a ticket for themselves; what is absent stays. Times that are not given are now. */
export type MarkChange = {
  readonly ticketId: TicketId;
  readonly snooze?: (Pick<Snooze, 'until'> & Partial<Snooze>) | null;
  readonly starred?: boolean;
  readonly skip?: (Pick<Skip, 'reason'> & Partial<Skip>) | null;
  readonly unread?: boolean;
};
/** Why a file is not kept. `unreadable`: it went away, or is a folder; `empty`: helpdesks take none without bytes. */
export type FileProblem = AcceptProblem | 'too-large' | 'unreadable' | 'empty';
/** Why an entry stays as it is. `too-late`: an attempt has begun, or it is no longer in the outbox. */
export type EntryProblem = AcceptProblem | 'too-late';

/** What is about to be sent to a customer, or to people outside the ticket. */
export type MessageToCheck = {
  readonly ticketId: TicketId;
  /** Of a ticket that is not there yet. */
  readonly requester?: NewRequester | null;
  /** Markdown; none only gets ready what takes long to read. */
  readonly text: string;
  /** Addresses of those who get it, beside the requester or in place of them. */
  readonly cc: readonly string[];
};
