import type { Call } from '#shared/calls/call.ts';
import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { NestedProblem } from '#shared/canned/expand-nested.ts';
import type { CommandRuns } from '#shared/commands/command-runs.ts';
import type { Finding } from '#shared/composer/guards/guard.ts';
import type { Account, ConnectorForm, Health, Identity } from '#shared/domain/account.ts';
import type { Article, Person } from '#shared/domain/desk.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { AccountId, RemoteId, TicketId } from '#shared/domain/ids.ts';
import type { ViewQuery } from '#shared/domain/view.ts';
import type { Feedback } from '#shared/feedback/feedback.ts';
import type { AccountDraft, Notice, Notification, StoreProblem } from '#shared/link/values.ts';
import type { Macro, OwnMacro } from '#shared/macros/macro.ts';
import type { AttachedFiles } from '#shared/macros/plan.ts';
import type { OwnEvent } from '#shared/metrics/own-events.ts';
import type { OwnList, OwnListChange } from '#shared/mine/own-list.ts';
import type { Result } from '#shared/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { TemplateData } from '#shared/templates/template-data.ts';
import type { OwnViews, ViewsChange } from '#shared/views/own-view.ts';
import type { DeskActions, MarkChange, MessageToCheck } from './desk-actions.ts';
import type { DeskCalls } from './desk-calls.ts';
import type { DeskMetrics } from './desk-metrics.ts';
import type {
  CannedChoice,
  CannedQuery,
  MacroById,
  MacroChoice,
  MacroQuery,
  MacrosById,
  UsedThing,
} from './desk-own.ts';
import type { DeskSurveys } from './desk-surveys.ts';
import type {
  ArticleSummary,
  Conversation,
  Customer,
  DeskFacts,
  SearchAnswer,
  TargetsRequest,
  TicketDetail,
  TicketToBe,
} from './desk-tickets.ts';
import type {
  QueryAnswer,
  RowsAnswer,
  RowsRequest,
  SelectedTicket,
  ShownQuery,
  Standing,
  TicketHeader,
  ViewSummary,
} from './desk-views.ts';

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
  /** The agent's calls that are not done, the newest first. */
  | { readonly type: 'calls'; readonly calls: readonly Call[] }
  /** Figures may be others now; at most once a second. */
  | { readonly type: 'metrics' }
  /** The agent's own macros or canned responses are others now. */
  | { readonly type: 'own-lists'; readonly macros: boolean; readonly responses: boolean }
  /** What the agent noted of customers' feedback is another list now. */
  | { readonly type: 'feedback' }
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

/** What the window asks of the store worker. All of it is answered from memory or the database, except what is under `main`. */
export type DeskApi = DeskActions &
  DeskMetrics &
  DeskSurveys &
  DeskCalls & {
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
    /** `solvedSince` is UTC ms, of the last 7 days. */
    standing(request: { readonly solvedSince: number }): Promise<Standing>;
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
    /** Macros to run on tickets, the best first. */
    findMacros(query: MacroQuery): Promise<readonly MacroChoice[]>;
    /** Those of them that there are. */
    macrosById(request: MacrosById): Promise<readonly MacroById[]>;
    /** Canned responses to put into a message, the best first. */
    findCanned(query: CannedQuery): Promise<readonly CannedChoice[]>;
    /** The agent's or a helpdesk's; null when there is none. */
    macro(id: string): Promise<Macro | null>;
    /** Files that a helpdesk keeps with a macro of its own. What is not here is asked for; once it is, the facts have changed. */
    macroFiles(id: string): Promise<AttachedFiles>;
    canned(id: string): Promise<CannedResponse | null>;
    /** A text with the responses that it names by `{{response:shortcode}}` in it, in the language of the ticket's requester. */
    expandResponses(request: {
      readonly text: string;
      readonly ticketId: TicketId | null;
      /** Of a ticket that is not there yet. */
      readonly requesterId?: RemoteId | null;
    }): Promise<Result<string, NestedProblem>>;
    /** As main keeps them; without a link as it last did. */
    ownMacros(): Promise<OwnList<OwnMacro>>;
    cannedResponses(): Promise<OwnList<CannedResponse>>;
    /** All of a change or nothing. */
    changeMacros(change: OwnListChange<OwnMacro>): Promise<Result<null, 'no-link' | 'not-kept'>>;
    /** The same; `shortcode-taken`: two responses would have one. */
    changeCanned(
      change: OwnListChange<CannedResponse>,
    ): Promise<Result<null, 'no-link' | 'not-kept' | 'shortcode-taken'>>;
    /** What customers said of the product, as the agent noted it. */
    feedback(): Promise<OwnList<Feedback>>;
    changeFeedback(change: OwnListChange<Feedback>): Promise<Result<null, 'no-link' | 'not-kept'>>;
    /** Counts in this window at once; the error says only that it may not count after a restart. */
    recordUse(used: UsedThing): Promise<Result<null, 'no-link' | 'not-kept'>>;
    ticket(id: TicketId): Promise<TicketDetail | null>;
    conversation(id: TicketId): Promise<Conversation>;
    /** What templates see of tickets, also of those that are still to be, in this order; null for one that is not here. */
    templateData(tickets: readonly (TicketId | TicketToBe)[]): Promise<readonly (TemplateData | null)[]>;
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
    /** Addresses to which a reply to all goes besides the requester's, as far as they are on this machine. */
    everyoneElse(id: TicketId): Promise<readonly string[]>;
    /** What in a message is not for those who get it, as far as this machine knows: internal text, other customers. */
    checkMessage(message: MessageToCheck): Promise<readonly Finding[]>;
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
    /** What the agent did, of which no helpdesk and no journal knows: for their own figures alone. */
    recordOwn(events: readonly OwnEvent[]): Promise<Result<null, 'no-link' | 'not-kept'>>;
    /** Takes the store over from another window. */
    takeOver(): Promise<void>;
  };

/** The store worker as the window holds it. */
export type Desk = DeskApi & {
  /** Returns how to stop listening. */
  onEvent(listener: (event: DeskEvent) => void): () => void;
};
