import type { RemoteId, TicketId } from '#shared/domain/ids.ts';
import { PENDING_STATES, type PendingState } from '#shared/domain/view.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import type { AccountState } from './account-state.ts';
import type { Columns } from './columns.ts';
import { hasWords } from './draft-words.ts';

/** Whom `me` and `mine` stand for. */
export type Me = { readonly remoteId: RemoteId; readonly groupIds: readonly RemoteId[] };

/** One account's rows with all that a condition may ask of them. */
export type ViewedRows = {
  readonly columns: Columns;
  readonly me: Me;
  /** Which rows hold a text, in their subject or anywhere: 1 where they do. */
  holding(phrase: string, inSubject: boolean): Uint8Array;
  /** Tickets with a draft that has words. */
  drafted(): Iterable<TicketId>;
  /** Tickets with outbox entries, and the state of them that most needs the agent's eye. */
  pending(): Iterable<readonly [TicketId, PendingState]>;
};

/** The state that most needs the agent's eye first. */
export function pendingOf(entries: readonly OutboxEntry[]): PendingState | null {
  return PENDING_STATES.find((name) => entries.some((entry) => entry.state.name === name)) ?? null;
}

export const viewedRows = (state: AccountState): ViewedRows => ({
  columns: state.columns,
  me: state.account.me,
  holding: (phrase, inSubject) => state.search.holding(phrase, inSubject),
  drafted: () => [...state.drafts.values()].filter(hasWords).map(({ ticketId }) => ticketId),
  *pending() {
    const entries = new Map<TicketId, OutboxEntry[]>();
    for (const entry of state.outbox.values())
      entries.set(entry.ticketId, [...(entries.get(entry.ticketId) ?? []), entry]);
    for (const [id, list] of entries) {
      const found = pendingOf(list);
      if (found) yield [id, found] as const;
    }
  },
});
