import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { ListColumn } from '#shared/domain/list-columns.ts';
import type { SlaMetric } from '#shared/domain/sla.ts';
import type { Channel, Priority, Status, Ticket } from '#shared/domain/ticket.ts';
import type { Grouping, PendingState, ViewQuery } from '#shared/domain/view.ts';
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

/** How the agent stands over all accounts, among what is synced here. */
export type Standing = {
  /** Their new and open tickets whose customers wait for an answer. */
  readonly waitingForMe: number;
  /** Theirs of which a promise is missed soonest, or where all were, was missed last; null where none runs. */
  readonly nextSla: TicketHeader | null;
  /** Theirs that were solved since then, and are. */
  readonly solved: number;
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
export type SelectedTicket = Pick<Ticket, 'number' | 'status' | 'groupId' | 'assigneeId' | 'tags' | 'followerIds'> & {
  readonly id: TicketId;
  readonly accountId: AccountId;
  readonly starred: boolean;
  readonly unread: boolean;
  /** Out of sight, or woken and not looked at since. */
  readonly snoozed: boolean;
  /** Its conversation is here to its end: a reply is held for what the agent has not got. */
  readonly whole: boolean;
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
  /** False while accounts are still being opened: what is missing may come. */
  readonly opened: boolean;
};
