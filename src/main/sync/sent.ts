import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RefusalReason } from '#shared/domain/refusal.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { EntryState } from '#shared/outbox/entry.ts';

/** What one try at an entry came to. */
export type Sent =
  | { readonly type: 'gone' }
  /**
   * The entry's new state with the rows learned on the way. `before` is the ticket as it was when the write left, and `alone` says
   * that nobody else's change can lie between it and the rows. The entries `along` have the same state: they went in one call.
   */
  | {
      readonly type: 'state';
      readonly state: EntryState;
      readonly along: readonly string[];
      readonly rows: Rows;
      readonly bind: string | null;
      readonly before: Ticket | null;
      readonly alone?: boolean;
    }
  /** Nothing left for the helpdesk; the connection is at fault. `stillLost`: what became of an earlier attempt is still not known. */
  | {
      readonly type: 'connection';
      readonly failure: Failure;
      readonly along: readonly string[];
      readonly stillLost?: true;
    };

export type StateSent = Extract<Sent, { type: 'state' }>;

export const inState = (state: EntryState, rows: Rows): StateSent => ({
  type: 'state',
  state,
  along: [],
  rows,
  bind: null,
  before: null,
});

export const noConnection = (failure: Failure): Sent => ({ type: 'connection', failure, along: [] });

export function rejected(
  reason: Extract<EntryState, { name: 'rejected' }>['reason'],
  details: readonly RefusalReason[],
  clock: { readonly now: () => number },
  rows: Rows = noRows(),
  mergedIntoRemoteId: string | null = null,
): Sent {
  return inState({ name: 'rejected', reason, details: [...details], since: clock.now(), mergedIntoRemoteId }, rows);
}
