import type { Rows } from '#shared/domain/batch.ts';
import type { RemoteId } from '#shared/domain/ids.ts';

/**
 * Requests overtake each other: rows that were asked for before others of the same ticket reached the store may be older than
 * those. Which are cannot be told, so that such a ticket is in doubt and is read once more.
 */
export type ReadOrder = {
  /** Does what asks for rows; these are handed over when they go to the store. */
  during<Value>(read: (handOver: HandOver) => Promise<Value>): Promise<Value>;
  /** A ticket in doubt, until it is `settled`; null when there is none. */
  inDoubt(): RemoteId | null;
  settled(ticketRemoteId: RemoteId): void;
};

/**
 * Says which of the rows may go to the store. Those that a cursor covers all do: what is newer comes behind it. Of others what the
 * tickets in doubt are is left out, because a console that is killed before it has read them again would never hear of it again; what
 * was said and done on them stays what it is.
 */
export type HandOver = (rows: Rows, covered?: 'by a cursor') => Rows;

export function createReadOrder(): ReadOrder {
  let turn = 0;
  /** When rows of a ticket were last handed over, as far as a reading that is under way began before. */
  const handedAt = new Map<RemoteId, number>();
  const underWay = new Set<{ readonly begunAt: number }>();
  const doubtful = new Set<RemoteId>();
  return {
    async during(read) {
      turn += 1;
      const reading = { begunAt: turn };
      underWay.add(reading);
      try {
        return await read((rows, covered) => {
          turn += 1;
          const overtaken = new Set<RemoteId>();
          for (const id of ticketsIn(rows)) {
            if ((handedAt.get(id) ?? 0) > reading.begunAt) overtaken.add(id);
            if (covered || !overtaken.has(id)) handedAt.set(id, turn);
          }
          for (const id of overtaken) doubtful.add(id);
          return covered || overtaken.size === 0 ? rows : without(overtaken, rows);
        });
      } finally {
        underWay.delete(reading);
        const oldest = Math.min(...[...underWay].map(({ begunAt }) => begunAt));
        for (const [id, at] of handedAt) if (at <= oldest) handedAt.delete(id);
      }
    },
    inDoubt: () => doubtful.values().next().value ?? null,
    settled: (ticketRemoteId) => void doubtful.delete(ticketRemoteId),
  };
}

const without = (overtaken: ReadonlySet<RemoteId>, rows: Rows): Rows => ({
  ...rows,
  tickets: rows.tickets.filter(({ remoteId }) => !overtaken.has(remoteId)),
  removals: rows.removals.filter(({ remoteId }) => !overtaken.has(remoteId)),
  conversations: rows.conversations.filter(({ ticketRemoteId }) => !overtaken.has(ticketRemoteId)),
});

const ticketsIn = (rows: Rows): ReadonlySet<RemoteId> =>
  new Set([
    ...rows.tickets.map(({ remoteId }) => remoteId),
    ...rows.conversations.map(({ ticketRemoteId }) => ticketRemoteId),
    ...rows.removals.map(({ remoteId }) => remoteId),
  ]);
