import { create } from 'zustand';
import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { AccountId, RemoteId, TicketId } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { ViewQuery } from '#shared/domain/view.ts';
import type { Feedback } from '#shared/feedback/feedback.ts';
import type { OwnMacro } from '#shared/macros/macro.ts';
import type { OwnListChange } from '#shared/mine/own-list.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import type { Advance } from '#shared/settings/settings.ts';
import type { ViewsChange } from '#shared/views/own-view.ts';
import type { PendingKeys } from '../commands/dispatch.ts';
import type { MarkChange } from '../store/desk-actions.ts';
import type { FigureId } from '../store/desk-metrics.ts';
import { type FiguresChoice, TODAY_OF_MINE } from './figures-choice.ts';
import type { History, Place } from './visits.ts';

export type Dialog =
  | 'accounts'
  | 'settings'
  | 'help'
  | 'palette'
  | 'search'
  | 'batch'
  | 'recent'
  | 'view'
  | 'save-view'
  | 'columns'
  | 'canned'
  | 'builder'
  | 'new-view'
  | 'macros'
  | 'macro-from-last'
  | 'dial'
  | 'survey'
  | 'feedback'
  | 'feedback-list';
/** A small chooser over the open or focused ticket. */
export type FieldPicker = 'status' | 'priority' | 'assignee' | 'group' | 'tags' | 'followers';
export type Picker = FieldPicker | 'snooze' | 'skip' | 'macro';

/** An accepted outbox entry; `label` is the sentence the toast shows ("Solved #1024"), `notBefore` UTC ms. */
export type LastAction = {
  readonly entryId: string;
  /** Null for what is about no ticket. */
  readonly ticketId: TicketId | null;
  readonly notBefore: number;
  readonly label: string;
  /** The entries of an action on many tickets, which go back together; `entryId` is then its batch. */
  readonly entryIds?: readonly string[];
  /** What takes marks back: they are in no outbox. */
  readonly marks?: readonly MarkChange[];
  /** What takes back the marks that were set together with entries. */
  readonly alongside?: readonly MarkChange[];
  /** What takes a change of the agent's views back. */
  readonly views?: ViewsChange;
  /** What takes a change of the agent's macros back. */
  readonly macros?: OwnListChange<OwnMacro>;
  /** What takes a change of the canned responses back. */
  readonly canned?: OwnListChange<CannedResponse>;
  /** What takes a change of the feedback that was noted back. */
  readonly feedback?: OwnListChange<Feedback>;
  /** What was put into a draft, to be taken out again. */
  readonly put?: PutWords;
};

/** Words in a draft with what was there before. */
export type PutWords = {
  readonly draft: Pick<Draft, 'accountId' | 'ticketId' | 'kind'>;
  readonly before: DraftWords;
  readonly after: DraftWords;
};
type DraftWords = Pick<Draft, 'text' | 'cursorAt' | 'fields' | 'files'>;

/** A macro that was run, on tickets as they were before it. */
export type LastMacro = {
  readonly title: string;
  readonly tickets: readonly {
    readonly ticketId: TicketId;
    readonly entryId: string;
    readonly action: Action;
    readonly before: Ticket;
  }[];
  /** What takes back that its tickets were put off. */
  readonly marks: readonly MarkChange[];
};

/** An action on a ticket, as it was accepted. */
export type LastDone = { readonly entryId: string; readonly ticketId: TicketId; readonly action: Action };

/** What a new canned response begins with. */
export type NewCanned = Omit<CannedResponse, 'id' | 'updatedAt'>;

/** The last action on many tickets: what it was, in words, and for which accounts. */
export type Batch = { readonly id: string; readonly label: string; readonly accountIds: readonly AccountId[] };

/** What the window remembers of itself. Never ticket data. */
export type InterfaceState = {
  readonly place: Place;
  readonly viewId: string;
  readonly sort: ViewQuery['sort'] | null;
  /** What is typed over the list and stands in for what the view asks for; null leaves the view as it is. */
  readonly query: string | null;
  /** The row with the bar at its edge. */
  readonly focusedTicketId: TicketId | null;
  /** What the agent has ticked: the next command is for all of it. Empty for the ticket with the bar, or the open one. */
  readonly selected: ReadonlySet<TicketId>;
  /** Rows that the selection was extended over, from where it began to where it is. */
  readonly trail: readonly TicketId[];
  readonly batch: Batch | null;
  /** Tickets that the agent has just done with, for now or for good: the list goes on from them. */
  readonly handled: { readonly ids: readonly TicketId[]; readonly advance: Advance | null } | null;
  /** The conversation that takes the focus when it is there: the one before it had it. */
  readonly readOn: TicketId | null;
  readonly history: History;
  /** What the conversation pane shows. */
  readonly openTicketId: TicketId | null;
  readonly openArticle: { readonly accountId: AccountId; readonly remoteId: RemoteId } | null;
  /** Which composer of the open ticket is shown; null folds it. */
  /** Which figure stands beside their list. */
  readonly openFigure: FigureId | null;
  /** What figures are shown of. */
  readonly figures: FiguresChoice;
  readonly composer: 'reply' | 'note' | 'forward' | null;
  /** The reply that was asked for goes to everybody on the ticket; said once, until the composer has put them in copy. */
  readonly replyToAll: boolean;
  /** A forward was asked for, of the message with this key, else of the last; said once, until it stands in its draft. */
  readonly forwarding: { readonly messageKey: string | null } | null;
  /** The new-ticket form is shown in the conversation pane. */
  readonly newTicket: boolean;
  /** Whose new-ticket form was last asked for; null is the first account's. */
  readonly newTicketAccountId: AccountId | null;
  /** The call whose caller the new-ticket form is for; null for a form that no call has asked for. */
  readonly newTicketFor: { readonly callId: string } | null;
  /** The call whose notes are shown; null for the one that needs the agent most. */
  readonly shownCallId: string | null;
  readonly dialog: Dialog | null;
  /** The canned responses open with a new one that begins so; null opens their list. */
  readonly newCanned: NewCanned | null;
  /** The ticket that the feedback in its form is of, and what was selected of it when it was asked for. */
  readonly feedbackOn: { readonly ticketId: TicketId; readonly selected: string } | null;
  readonly picker: Picker | null;
  /** The macro that the picker opens at; null for the likeliest. */
  readonly macroAt: string | null;
  /** A macro whose own key was pressed, until it is run. */
  readonly macroByKey: { readonly macroId: string; readonly ticketIds: readonly TicketId[] } | null;
  /** A menu over the window, in px from its top left corner. */
  readonly menu: { readonly kind: 'app' | 'ticket'; readonly x: number; readonly y: number } | null;
  /** The ticket at hand is being merged into another, or linked with one. */
  readonly relating: 'merge' | 'link' | null;
  /** What the agent did last and may still take back; the toasts offer undo for it until `notBefore`. */
  readonly lastAction: LastAction | null;
  /** What the undo of a text field has just taken out of it: no toast need offer that any more. */
  readonly takenOut: PutWords | null;
  /** What can still be given back as far as nobody has changed it since. */
  readonly lastMacro: LastMacro | null;
  /** What was done last on one ticket and not taken back, oldest first: a macro can be made of it. */
  readonly lastDone: readonly LastDone[];
  /** What came of something the agent did where nothing else shows it; a toast says it for a moment. */
  readonly told: { readonly sentence: string } | null;
  /** The first key of a sequence and what may follow. */
  readonly pendingKeys: PendingKeys | null;
  /** In a window that has room for one pane, the views are it. */
  readonly viewsOnTop: boolean;
  /** Why the last thing the agent did was not accepted: the status line says it until something is. */
  readonly refusal: string | null;
};

export const useInterface = create<InterfaceState>(() => ({
  place: 'inbox',
  viewId: 'own:inbox',
  sort: null,
  query: null,
  focusedTicketId: null,
  selected: new Set(),
  trail: [],
  batch: null,
  handled: null,
  readOn: null,
  history: { past: [], ahead: [] },
  openTicketId: null,
  openArticle: null,
  openFigure: null,
  figures: TODAY_OF_MINE,
  composer: null,
  replyToAll: false,
  forwarding: null,
  newTicket: false,
  newTicketAccountId: null,
  newTicketFor: null,
  shownCallId: null,
  dialog: null,
  newCanned: null,
  feedbackOn: null,
  picker: null,
  macroAt: null,
  macroByKey: null,
  menu: null,
  relating: null,
  lastAction: null,
  takenOut: null,
  lastMacro: null,
  lastDone: [],
  told: null,
  pendingKeys: null,
  viewsOnTop: false,
  refusal: null,
}));

/** Changes interface state from anywhere: `show({ dialog: 'help' })`. */
export const show = (change: Partial<InterfaceState>): void => useInterface.setState(change);

/** The agent has done with these tickets, and the list may go on: as its view does, unless `advance` says otherwise. */
export const handled = (ids: readonly TicketId[], advance: Advance | null = null): void =>
  show({ handled: { ids, advance } });

/** Shows a ticket wherever the agent is, asked for from outside the window. */
export const showTicket = (ticketId: TicketId): void =>
  show({
    place: 'inbox',
    openTicketId: ticketId,
    focusedTicketId: ticketId,
    newTicket: false,
    viewsOnTop: false,
    dialog: null,
  });
