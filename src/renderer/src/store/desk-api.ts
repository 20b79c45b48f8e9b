import type { CommandRuns } from '#shared/commands/command-runs.ts';
import type { Account, ConnectorForm, Health, Identity } from '#shared/domain/account.ts';
import type { Message, TicketEvent } from '#shared/domain/conversation.ts';
import type { Article, Group, Macro, Organization, Person, Rating, TicketField } from '#shared/domain/desk.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { AccountId, RemoteId, TicketId } from '#shared/domain/ids.ts';
import type { ListColumn } from '#shared/domain/list-columns.ts';
import type { SlaMetric } from '#shared/domain/sla.ts';
import type { Channel, Priority, Status, Ticket, TicketLink } from '#shared/domain/ticket.ts';
import type { Grouping, PendingState, ViewQuery } from '#shared/domain/view.ts';
import type { AccountDraft, Notice, Notification, StoreProblem } from '#shared/link/contract.ts';
import type { Skip, Snooze } from '#shared/mine/ticket-mark.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { Discarded } from '#shared/outbox/discarded.ts';
import type { Draft, OutboxEntry } from '#shared/outbox/entry.ts';
import type { Result } from '#shared/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { OwnViews, ViewsChange } from '#shared/views/own-view.ts';
import type { QueryProblem } from '#shared/views/parse-query.ts';

/** A view in the pane at the left, counted. */
export type ViewSummary = {
  readonly id: string;
  /** A locale key for Holdfast's own views, the agent's and the helpdesk's words for theirs. */
  readonly title: { readonly key: string } | { readonly text: string };
  /** own: Holdfast's; mine: made by the agent; unreadable: one of these that does not parse. */
  readonly source: 'own' | 'mine' | 'unreadable' | 'helpdesk';
  readonly accountId: AccountId | null;
  /** The agent does not want to see it among the views. */
  readonly hidden: boolean;
  /** What its rows show besides, where the agent's own view says so. */
  readonly columns: readonly ListColumn[];
  /** Null for an unreadable view, and a helpdesk's with a condition that has no counterpart here. */
  readonly count: number | null;
  readonly unread: number;
  /** Counts are exact for what is synced; false while an account under this view has not been read to its end. */
  readonly complete: boolean;
};

/** What stands in one row of the list, overlaid. */
export type TicketHeader = {
  readonly id: TicketId;
  readonly accountId: AccountId;
  readonly number: string;
  readonly subject: string;
  readonly preview: string;
  readonly status: Status;
  readonly priority: Priority | null;
  readonly channel: Channel;
  readonly requesterName: string;
  readonly assigneeName: string;
  readonly updatedAt: number;
  /** When the requester began to wait for an answer; null when nobody waits. */
  readonly waitingSince: number | null;
  /** The target that is missed soonest; `slaAt` null: it is paused. Both null when nothing is promised, or all of it was kept. */
  readonly slaMetric: SlaMetric | null;
  readonly slaAt: number | null;
  readonly unread: boolean;
  /** The state that most needs the agent's eye among its outbox entries; null without any. */
  readonly pending: PendingState | null;
  readonly hasDraft: boolean;
  readonly starred: boolean;
  /** Out of sight until then (UTC ms), or until the customer answers; null when it is not. */
  readonly snoozed: { readonly until: number | null } | null;
  /** Was snoozed, is back, and has not been looked at since. */
  readonly woken: boolean;
  /** Left for another time, and unchanged since: why. */
  readonly skipped: string | null;
  /**
   * The columns asked for, in their order. `value` is text, a time in UTC ms, or null: there is none, or another part of the header
   * has it. `name` is the custom field's.
   */
  readonly cells: readonly {
    readonly column: ListColumn;
    readonly name: string;
    readonly value: string | number | null;
  }[];
};

/** What of one among many tickets decides how they may be changed together. Overlaid. */
export type SelectedTicket = Pick<Ticket, 'number' | 'status' | 'groupId' | 'assigneeId' | 'tags'> & {
  readonly id: TicketId;
  readonly accountId: AccountId;
  readonly starred: boolean;
  readonly unread: boolean;
  /** Out of sight, or woken and not looked at since. */
  readonly snoozed: boolean;
};

/** One thing that could stand at the caret of a query. */
export type QueryCompletion = { readonly label: string; readonly detail: string; readonly text: string };

export type QueryAnswer = {
  /** Without what could not be understood. */
  readonly query: ViewQuery;
  readonly problems: readonly QueryProblem[];
  /** Nothing had to be left out: it may be kept as a view. */
  readonly usable: boolean;
  /** Tickets that it finds. */
  readonly count: number;
  readonly completion: {
    readonly from: number;
    readonly to: number;
    readonly options: readonly QueryCompletion[];
  } | null;
};

/** What a view asks for: as data, and as one would type it. */
export type ShownQuery = {
  readonly title: ViewSummary['title'];
  readonly accountId: AccountId | null;
  readonly query: ViewQuery;
  readonly text: string;
};

export type RowsRequest = {
  readonly viewId: string;
  readonly sort: ViewQuery['sort'] | null;
  readonly offset: number;
  readonly limit: number;
  readonly columns?: readonly ListColumn[];
};
/** Rows under one heading. `value` is a status, a priority or a remote id; null is none. `name` is empty where the window has it. */
export type RowGroup = {
  readonly by: Grouping;
  readonly value: string | null;
  readonly name: string;
  readonly start: number;
  readonly count: number;
};

export type RowsAnswer = {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly TicketHeader[];
  /** Headings of a view that gathers its rows, in order over all of it; null otherwise. */
  readonly groups: readonly RowGroup[] | null;
};

export type TicketDetail = {
  readonly id: TicketId;
  readonly accountId: AccountId;
  /** Overlaid. `remoteId` is empty for a ticket made here and not delivered yet. */
  readonly ticket: Ticket;
  readonly delivered: boolean;
  readonly requester: Person | null;
  readonly assignee: Person | null;
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

/** What an account's tickets may be set to. */
export type DeskFacts = {
  readonly account: Account;
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

/** What the store worker tells the window without being asked. */
export type DeskEvent =
  /** Something in these kinds may look different now; at most once a frame. */
  | {
      readonly type: 'changed';
      readonly views: boolean;
      readonly ticketIds: readonly TicketId[] | 'all';
      readonly outbox: boolean;
      readonly articles: boolean;
      readonly facts: boolean;
    }
  | { readonly type: 'accounts'; readonly accounts: readonly Account[] }
  | {
      readonly type: 'health';
      readonly health: Health /** Records kept aside because they did not parse. */;
      readonly unreadable: number;
      readonly rows: { readonly tickets: number; readonly conversations: number; readonly articles: number };
    }
  | { readonly type: 'settings'; readonly settings: Settings }
  /** The host asks the window to notify. */
  | { readonly type: 'notify'; readonly notification: Notification; readonly title: string; readonly body: string }
  /** Unread tickets of mine. */
  | { readonly type: 'badge'; readonly count: number }
  | { readonly type: 'notice'; readonly notice: Notice }
  /** What the notice said is over. */
  | { readonly type: 'notice-over'; readonly code: Notice['code'] }
  /** connecting: no link to main yet or it broke; other-window: another window holds the store. */
  | {
      readonly type: 'link';
      readonly state: 'connecting' | 'connected' | 'other-window';
      readonly host: 'electron' | 'browser' | null;
      readonly secrets: 'os' | 'file' | 'session' | null;
    }
  /** Storage is read-only or failing; null when it works again. */
  | { readonly type: 'storage'; readonly accountId: AccountId | null; readonly problem: StoreProblem | null }
  | {
      readonly type: 'run-command';
      readonly command: string;
      readonly ticketId: TicketId | null;
      readonly source: 'menu' | 'outside';
    };

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
/** Why an entry stays as it is. `too-late`: an attempt has begun, or it is no longer in the outbox. */
export type EntryProblem = AcceptProblem | 'too-late';

/** What the window asks of the store worker. All of it is answered from memory or the database, except what is under `main`. */
export type DeskApi = {
  views(): Promise<readonly ViewSummary[]>;
  rows(request: RowsRequest): Promise<RowsAnswer>;
  /** Index of a ticket in a view, or -1. */
  locate(request: {
    readonly viewId: string;
    readonly sort: ViewQuery['sort'] | null;
    readonly ticketId: TicketId;
  }): Promise<number>;
  /** Every ticket of a view, in its order. */
  idsOf(request: Pick<RowsRequest, 'viewId' | 'sort'>): Promise<readonly TicketId[]>;
  /** How many of these tickets a view does not list. */
  countOutside(request: { readonly viewId: string; readonly ids: readonly TicketId[] }): Promise<number>;
  /** Tickets as rows of a list, in this order; those that are in none are left out. */
  headers(ids: readonly TicketId[]): Promise<readonly TicketHeader[]>;
  /** Those of many tickets that are still in some list. */
  selected(ids: readonly TicketId[]): Promise<readonly SelectedTicket[]>;
  /** Reads a query as it is typed: what it finds, what is wrong with it and what may follow at the caret. */
  readQuery(request: {
    readonly accountId: AccountId | null;
    readonly text: string;
    readonly caret: number;
  }): Promise<QueryAnswer>;
  /** A query with names in place of ids, as one would type it. */
  writeQuery(request: { readonly accountId: AccountId | null; readonly query: ViewQuery }): Promise<string>;
  /** Null for a view that is not there or cannot be shown here. */
  viewQuery(viewId: string): Promise<ShownQuery | null>;
  /** The agent's own views, as main keeps them. */
  ownViews(): Promise<OwnViews>;
  changeViews(change: ViewsChange): Promise<Result<OwnViews, 'no-link' | 'not-kept'>>;
  ticket(id: TicketId): Promise<TicketDetail | null>;
  conversation(id: TicketId): Promise<Conversation>;
  /** Who asks in this ticket; null when nobody does or the ticket is not here. */
  customer(id: TicketId): Promise<Customer | null>;
  /** Tickets of the same account to merge into or link with, the likeliest first. */
  targets(request: TargetsRequest): Promise<readonly TicketHeader[]>;
  /** Online only; resolves when it is done, refused, or nobody knows. Both tickets are then as the helpdesk has them. */
  mergeTicket(request: {
    readonly ticketId: TicketId;
    readonly intoId: TicketId;
    readonly tellCustomer: boolean;
  }): Promise<Result<null, Failure>>;
  /** Asks main to fetch the conversation now. */
  refreshTicket(id: TicketId): Promise<Result<null, Failure>>;
  facts(accountId: AccountId): Promise<DeskFacts | null>;
  /** Resolves once the action is accepted: journalled and committed. `ticketId` null makes a new ticket (action `create`). */
  enqueue(request: {
    readonly accountId: AccountId;
    readonly ticketId: TicketId | null;
    readonly action: Action;
  }): Promise<Result<Accepted, AcceptProblem>>;
  /** The same for actions on many tickets, each on one of its own, with one write for each account. */
  enqueueAll(
    requests: readonly { readonly accountId: AccountId; readonly ticketId: TicketId; readonly action: Action }[],
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
  /** What was discarded in the last 30 days and has words, newest first. */
  discarded(): Promise<Result<readonly DiscardedItem[], 'no-link'>>;
  /** The words of something discarded stand in a draft again. */
  recovered(which: { readonly accountId: AccountId; readonly id: string }): Promise<Result<null, 'no-link'>>;
  drafts(): Promise<readonly DraftItem[]>;
  /** A conversation was seen up to its newest message. */
  markRead(id: TicketId): Promise<void>;
  /** Snoozes, stars, skips and marks as read or not; answers with what takes it back, without what changed nothing. */
  changeMarks(changes: readonly MarkChange[]): Promise<readonly MarkChange[]>;
  /** Tickets by number, subject, preview and requester; people by name and address; articles by title. From memory. */
  search(text: string): Promise<SearchAnswer>;
  people(request: { readonly accountId: AccountId; readonly text: string }): Promise<readonly Person[]>;
  articles(): Promise<readonly ArticleSummary[]>;
  article(request: { readonly accountId: AccountId; readonly remoteId: RemoteId }): Promise<Article | null>;
  attachment(request: {
    readonly ticketId: TicketId;
    readonly attachmentRemoteId: RemoteId;
  }): Promise<Result<{ readonly mimeType: string; readonly bytes: Uint8Array }, Failure>>;
  remoteImage(url: string): Promise<Result<{ readonly mimeType: string; readonly bytes: Uint8Array }, Failure>>;
  openExternal(url: string): Promise<boolean>;
  connectors(): Promise<readonly ConnectorForm[]>;
  /** `no-link`: main is not there to ask. It answers at once rather than wait for a link. */
  testAccount(draft: AccountDraft): Promise<Result<Identity, Failure | 'no-link'>>;
  saveAccount(draft: AccountDraft): Promise<Result<Account, Failure | 'no-link'>>;
  /** What removing would take with it. */
  removalCost(
    accountId: AccountId,
  ): Promise<{ readonly unsent: number; readonly drafts: number; readonly marks: number }>;
  removeAccount(accountId: AccountId): Promise<Result<null, 'no-link'>>;
  syncNow(accountId: AccountId): Promise<void>;
  saveSettings(change: Partial<Settings>): Promise<Result<Settings, 'no-link'>>;
  /** How often commands ran since it was last told. */
  recordRuns(runs: readonly CommandRuns[]): Promise<Result<null, 'no-link' | 'not-kept'>>;
  /** Takes the store over from another window. */
  takeOver(): Promise<void>;
};

/** The store worker as the window holds it. */
export type Desk = DeskApi & {
  /** Returns how to stop listening. */
  onEvent(listener: (event: DeskEvent) => void): () => void;
};
