import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { StoreProblem } from '#shared/link/values.ts';
import type { Skip, Snooze } from '#shared/mine/ticket-mark.ts';
import type { Action, OriginalFile, OutgoingFile } from '#shared/outbox/action.ts';
import type { Draft, OutboxEntry } from '#shared/outbox/entry.ts';
import type { Result } from '#shared/result.ts';
import type { DiscardedItem, DraftItem, NewRequester, OutboxItem } from './desk-tickets.ts';

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

/** What the agent does and writes, on its way from the draft to the helpdesk and back. */
export type DeskActions = {
  /** Resolves once the action is accepted: journalled and committed. `ticketId` null makes a new ticket (action `create`). */
  enqueue(request: {
    readonly accountId: AccountId;
    readonly ticketId: TicketId | null;
    readonly action: Action;
    /** What its words were in the composer, where they come back to should it be taken back. */
    readonly draft?: OutboxEntry['draft'];
  }): Promise<Result<Accepted, AcceptProblem>>;
  /** The same for actions on many tickets, each on one of its own, with one write for each account. */
  enqueueAll(
    requests: readonly {
      readonly accountId: AccountId;
      readonly ticketId: TicketId;
      readonly action: Action;
      readonly draft?: OutboxEntry['draft'];
    }[],
  ): Promise<AcceptedAll>;
  /** Takes many back at once; says which have gone. Those that are not among them had left, or the journal could not be written. */
  discardEntries(entryIds: readonly string[]): Promise<Result<readonly string[], AcceptProblem>>;
  /** How far an action on many tickets has come; over the accounts whose tickets it was for. */
  batchProgress(batchId: string, accountIds: readonly AccountId[]): Promise<Result<BatchProgress, 'no-link'>>;
  /** Puts an action in place of an entry, on its ticket or another of its account; neither both nor none of them are sent. */
  replaceEntry(request: {
    readonly entryId: string;
    readonly ticketId: TicketId;
    readonly action: Action;
  }): Promise<Result<Accepted, EntryProblem>>;
  /**
   * Undo and discard. With a `create` goes everything that follows it on its ticket. What it said is recoverable for 30 days,
   * unless it stands elsewhere (`wordsKept`).
   */
  discardEntry(entryId: string, options?: { readonly wordsKept?: boolean }): Promise<Result<null, EntryProblem>>;
  retryEntry(request: { readonly entryId: string; readonly anyway: boolean }): Promise<Result<null, EntryProblem>>;
  outbox(): Promise<readonly OutboxItem[]>;
  draft(request: Pick<Draft, 'ticketId' | 'kind'>): Promise<Draft | null>;
  /** Why a draft that the store holds is not safe yet; it tries again by itself. Null when it is safe. */
  draftProblem(request: Pick<Draft, 'ticketId' | 'kind'>): Promise<AcceptProblem | null>;
  saveDraft(draft: Draft): Promise<Result<null, AcceptProblem>>;
  /** `wordsKept`: it was sent or moved. Otherwise it is recoverable for 30 days. */
  discardDraft(draft: Pick<Draft, 'accountId' | 'ticketId' | 'kind'> & { readonly wordsKept?: boolean }): Promise<void>;
  /**
   * Puts a file's bytes into the profile, so that a draft or an action may name them. The file is read by the worker: handing it over
   * copies nothing.
   */
  keepFile(request: {
    readonly accountId: AccountId;
    readonly file: Blob;
  }): Promise<Result<Pick<OutgoingFile, 'sha256' | 'size'>, FileProblem>>;
  /** The bytes of a file that a draft or an entry names; null where they are gone or main is not there. */
  outgoingFile(sha256: string): Promise<Uint8Array | null>;
  /** A file of a ticket as one that goes with a message; null where it was not fetched yet or main is not there. */
  keepOriginal(request: { readonly accountId: AccountId; readonly file: OriginalFile }): Promise<OutgoingFile | null>;
  /** What was discarded in the last 30 days and has words, newest first. */
  discarded(): Promise<Result<readonly DiscardedItem[], 'no-link'>>;
  /** The words of something discarded stand in a draft again. */
  recovered(which: { readonly accountId: AccountId; readonly id: string }): Promise<Result<null, 'no-link'>>;
  drafts(): Promise<readonly DraftItem[]>;
};
