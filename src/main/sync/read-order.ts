import type { Rows } from '#shared/domain/batch.ts';
import type { RemoteId } from '#shared/domain/ids.ts';

/**
 * Requests overtake each other: rows that were asked for before others of the same ticket reached the store may be older than
 * those. Which are cannot be told, so that such a ticket is in doubt and is read once more.
 */
export type ReadOrder = {
  /** Does what asks for rows; `handOver` is called with them when they go to the store. */
  during<Value>(read: (handOver: (rows: Rows) => void) => Promise<Value>): Promise<Value>;
  /** A ticket in doubt, until it is `settled`; null when there is none. */
  inDoubt(): RemoteId | null;
  settled(ticketRemoteId: RemoteId): void;
};

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
        return await read((rows) => {
          turn += 1;
          for (const id of ticketsIn(rows)) {
            if ((handedAt.get(id) ?? 0) > reading.begunAt) doubtful.add(id);
            handedAt.set(id, turn);
          }
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

const ticketsIn = (rows: Rows): ReadonlySet<RemoteId> =>
  new Set([
    ...rows.tickets.map(({ remoteId }) => remoteId),
    ...rows.conversations.map(({ ticketRemoteId }) => ticketRemoteId),
    ...rows.removals.map(({ remoteId }) => remoteId),
  ]);
