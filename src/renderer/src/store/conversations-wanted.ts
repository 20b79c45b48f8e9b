import type { RemoteId } from '#shared/domain/ids.ts';
import type { AccountState } from './account-state.ts';
import { CONVERSATION } from './columns.ts';
import { evaluate } from './evaluate-view.ts';
import { OWN_VIEWS } from './own-views.ts';
import { sortRows } from './sort-rows.ts';
import { viewedRows } from './viewed-rows.ts';

const WHOLE = CONVERSATION.indexOf('whole');

/**
 * Tickets whose conversation should be fetched ahead, best first: open and mine, then my groups' and nobody's, then the newest
 * `ahead` tickets. At most `limit`.
 */
export function conversationsWanted(state: AccountState, ahead: number, limit: number): readonly RemoteId[] {
  const { columns } = state;
  const newest = { by: 'updated', descending: true } as const;
  const wanted: number[] = [];
  const seen = new Set<number>();
  const conversation = columns.numbers().conversation;
  const remoteIdAt = remoteIdsOf(state);
  for (const [query, most] of [
    [OWN_VIEWS.mine, Number.POSITIVE_INFINITY],
    [OWN_VIEWS.inbox, Number.POSITIVE_INFINITY],
    [OWN_VIEWS.recent, ahead],
  ] as const) {
    const rows = evaluate(query, viewedRows(state), 0).rows;
    const sorted = sortRows([{ columns, rows }], newest);
    for (let position = 0; position < Math.min(sorted.length, most) && wanted.length < limit; position++) {
      const index = sorted.at(position)?.index ?? 0;
      if (seen.has(index) || conversation[index] === WHOLE) continue;
      seen.add(index);
      if (remoteIdAt(index) !== null) wanted.push(index);
    }
  }
  return wanted.flatMap((index) => remoteIdAt(index) ?? []);
}

/** Every ticket that is kept and was not removed. */
export function ticketsKept(state: AccountState): readonly RemoteId[] {
  const { columns } = state;
  const remoteIdAt = remoteIdsOf(state);
  const { gone } = columns.numbers();
  return Array.from({ length: columns.size() }, (_, index) => index)
    .filter((index) => gone[index] === 0)
    .flatMap((index) => remoteIdAt(index) ?? []);
}

/** The remote id at a place in the columns. Null for one that was made here and not delivered: it is nowhere else. */
function remoteIdsOf({ columns, account, madeHere }: AccountState): (index: number) => RemoteId | null {
  const remoteOf = new Map([...madeHere].map(([remoteId, id]) => [id, remoteId]));
  const prefix = `${account.id}:`;
  return (index) => {
    const id = columns.idAt(index);
    return remoteOf.get(id) ?? (id.startsWith(`${prefix}new-`) ? null : id.slice(prefix.length));
  };
}
