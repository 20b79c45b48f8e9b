import type { Stream, Unreadable } from '#shared/domain/batch.ts';
import type { Message, TicketEvent } from '#shared/domain/conversation.ts';
import type {
  Article,
  DynamicContent,
  Group,
  HelpdeskView,
  Macro,
  MacroFiles,
  Organization,
  Person,
  Rating,
  TicketField,
} from '#shared/domain/desk.ts';
import type { RemoteId, TicketId } from '#shared/domain/ids.ts';
import type { Removal, Ticket } from '#shared/domain/ticket.ts';
import type { StoreProblem } from '#shared/link/values.ts';
import type { TicketMark } from '#shared/mine/ticket-mark.ts';
import type { Draft, OutboxEntry } from '#shared/outbox/entry.ts';
import type { Result } from '#shared/result.ts';
import type { Summary } from './summary.ts';

/** A ticket at rest: the helpdesk's row, what its messages say about it, and how far its conversation is known. */
export type TicketRow = {
  readonly id: TicketId;
  /** Grows with every write to any ticket of the account; a snapshot of the columns names the last one it holds. */
  readonly change: number;
  readonly ticket: Ticket;
  /** The preview as the helpdesk told it; `ticket.preview` is the one shown. */
  readonly toldPreview: string;
  readonly summary: Summary;
  readonly gone: Removal['reason'] | null;
  readonly mergedIntoRemoteId: RemoteId | null;
  /** Version of the ticket up to which its conversation is here; null when it was never fetched. */
  readonly conversationVersion: string | null;
};

type Of<Name extends string, Row> = { readonly [K in Name]: Row };
export type MessageRow = {
  readonly remoteId: RemoteId;
  readonly ticketId: TicketId;
  readonly message: Message;
};
export type EventRow = { readonly remoteId: RemoteId; readonly ticketId: TicketId; readonly event: TicketEvent };
export type RatingRow = { readonly remoteId: RemoteId; readonly ticketId: TicketId; readonly rating: Rating };
export type DraftRow = { readonly key: string; readonly draft: Draft };
export type CursorRow = { readonly stream: Stream; readonly cursor: string | null; readonly complete: boolean };
export type UnreadableRow = Unreadable & { readonly key: string };
export type MetaRow = { readonly key: string; readonly value: unknown };

export type Tables = Of<'tickets', TicketRow> &
  Of<'messages', MessageRow> &
  Of<'events', EventRow> &
  Of<'people', Person> &
  Of<'groups', Group> &
  Of<'organizations', Organization> &
  Of<'articles', Article> &
  Of<'macros', Macro> &
  Of<'macroFiles', MacroFiles> &
  Of<'views', HelpdeskView> &
  Of<'fields', TicketField> &
  Of<'dynamicContent', DynamicContent> &
  Of<'ratings', RatingRow> &
  Of<'outbox', OutboxEntry> &
  Of<'drafts', DraftRow> &
  Of<'marks', TicketMark> &
  Of<'cursors', CursorRow> &
  Of<'unreadable', UnreadableRow> &
  Of<'meta', MetaRow>;
export type TableName = keyof Tables;

/** The property of a row that is its key, always a string. */
export const KEYS = {
  tickets: 'id',
  messages: 'remoteId',
  events: 'remoteId',
  people: 'remoteId',
  groups: 'remoteId',
  organizations: 'remoteId',
  articles: 'remoteId',
  macros: 'remoteId',
  macroFiles: 'remoteId',
  views: 'remoteId',
  fields: 'remoteId',
  dynamicContent: 'remoteId',
  ratings: 'remoteId',
  outbox: 'id',
  drafts: 'key',
  marks: 'ticketId',
  cursors: 'stream',
  unreadable: 'key',
  meta: 'key',
} as const satisfies Record<TableName, string>;
export const TABLES: readonly TableName[] = Object.keys(KEYS) as TableName[];

/** Tables whose rows can be asked for by ticket. */
export type OfTicket = 'messages' | 'events' | 'ratings';

/** Kept together or not at all. Within one table: cleared first, then deleted, then put. */
export type Changes = {
  readonly clear?: readonly TableName[];
  readonly delete?: { readonly [T in TableName]?: readonly string[] };
  readonly put?: { readonly [T in TableName]?: readonly Tables[T][] };
};

/** What reads return is never changed in place. */
export type StorageReads = {
  get<T extends TableName>(table: T, key: string): Promise<Tables[T] | undefined>;
  getMany<T extends TableName>(table: T, keys: readonly string[]): Promise<readonly (Tables[T] | undefined)[]>;
  all<T extends TableName>(table: T): Promise<readonly Tables[T][]>;
  ofTickets<T extends OfTicket>(table: T, ids: readonly TicketId[]): Promise<readonly Tables[T][]>;
  /** The same of all tickets whose ids lie from `first` to `last`, both included, and the tickets themselves: one read each. */
  between<T extends OfTicket | 'tickets'>(table: T, first: TicketId, last: TicketId): Promise<readonly Tables[T][]>;
  /** Tickets changed after `change`, in chunks. */
  ticketsAfter(change: number, visit: (rows: readonly TicketRow[]) => void): Promise<void>;
  count(table: TableName): Promise<number>;
};

/** A database as it is: a commit may throw, and after a full disk may never settle. */
export type RawStorage = StorageReads & {
  commit(changes: Changes): Promise<void>;
  /** The connection was closed from outside. */
  onLost(listener: () => void): void;
  close(): void;
};

/** The one seam through which the store writes. */
export type Storage = StorageReads & {
  /** Settles always: within the watchdog's time with a problem, after which nothing is written until it healed. */
  commit(changes: Changes): Promise<Result<null, StoreProblem>>;
  problem(): StoreProblem | null;
  close(): void;
};
