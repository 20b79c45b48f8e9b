import type { Account } from '#shared/domain/account.ts';
import type { Stream } from '#shared/domain/batch.ts';
import type {
  DynamicContent,
  Group,
  HelpdeskView,
  Macro,
  MacroFiles,
  Organization,
  Person,
  TicketField,
} from '#shared/domain/desk.ts';
import { type RemoteId, type TicketId, ticketIdOf } from '#shared/domain/ids.ts';
import type { TicketMark } from '#shared/mine/ticket-mark.ts';
import { type Draft, draftKey, type OutboxEntry } from '#shared/outbox/entry.ts';
import type { Columns } from './columns.ts';
import type { ArticleSummary } from './desk-tickets.ts';
import { createLock, type Lock } from './lock.ts';
import { OutboxEntries } from './outbox-entries.ts';
import { type PeopleByNumber, peopleByNumber } from './people-by-number.ts';
import type { TextSearch } from './search-text.ts';
import type { CursorRow, Storage } from './storage.ts';

/** Tables small enough to be held whole. */
export type Small = {
  readonly groups: Map<RemoteId, Group>;
  readonly organizations: Map<RemoteId, Organization>;
  readonly macros: Map<RemoteId, Macro>;
  readonly macroFiles: Map<RemoteId, MacroFiles>;
  readonly views: Map<RemoteId, HelpdeskView>;
  readonly fields: Map<RemoteId, TicketField>;
  readonly dynamicContent: Map<RemoteId, DynamicContent>;
};

/** One account as the store holds it in memory. Changed only after the commit that makes the change true. */
export type AccountState = {
  account: Account;
  readonly storage: Storage;
  readonly columns: Columns;
  readonly search: TextSearch;
  readonly people: Map<RemoteId, Person>;
  readonly numbers: PeopleByNumber;
  readonly small: Small;
  readonly articles: Map<RemoteId, ArticleSummary>;
  readonly outbox: OutboxEntries;
  readonly drafts: Map<string, Draft>;
  readonly marks: Map<TicketId, TicketMark>;
  readonly cursors: Map<Stream, CursorRow>;
  /** Tickets made here that the helpdesk has since taken, by their remote id. */
  readonly madeHere: Map<RemoteId, TicketId>;
  /** Tickets whose messages are here and whose row is not yet. */
  readonly orphaned: Set<TicketId>;
  unreadable: number;
  /** A write counted as failed: what memory holds may be less than what the database does. */
  writesFailed: boolean;
  /** The last change number given to a ticket's row. */
  change: number;
  /** Writes happen one after the other: each is planned from the rows that the one before left. */
  readonly write: Lock;
};

export const newState = (parts: {
  readonly account: Account;
  readonly storage: Storage;
  readonly columns: Columns;
  readonly search: TextSearch;
}): AccountState => {
  const people = new Map<RemoteId, Person>();
  return {
    ...parts,
    people,
    numbers: peopleByNumber(people),
    small: {
      groups: new Map(),
      organizations: new Map(),
      macros: new Map(),
      macroFiles: new Map(),
      views: new Map(),
      fields: new Map(),
      dynamicContent: new Map(),
    },
    articles: new Map(),
    outbox: new OutboxEntries(),
    drafts: new Map(),
    marks: new Map(),
    cursors: new Map(),
    madeHere: new Map(),
    orphaned: new Set(),
    unreadable: 0,
    writesFailed: false,
    change: 0,
    write: createLock(),
  };
};

/** Under which id a helpdesk's ticket is kept. */
export const localIdOf = (state: Pick<AccountState, 'account' | 'madeHere'>, remoteId: RemoteId): TicketId =>
  state.madeHere.get(remoteId) ?? ticketIdOf(state.account.id, remoteId);

/** Live entries of a ticket, oldest first. */
export const entriesOf = (state: Pick<AccountState, 'outbox'>, id: TicketId): readonly OutboxEntry[] =>
  state.outbox.ofTicket(id);

export const draftsOf = (state: Pick<AccountState, 'drafts'>, id: TicketId): readonly Draft[] =>
  (['reply', 'note', 'forward', 'new-ticket'] as const).flatMap((kind) => {
    const draft = state.drafts.get(draftKey({ ticketId: id, kind }));
    return draft ? [draft] : [];
  });

export const nameOf = (state: Pick<AccountState, 'people' | 'account'>, id: RemoteId | null): string => {
  if (id === null) return '';
  return state.people.get(id)?.name ?? (id === state.account.me.remoteId ? state.account.me.name : '');
};
