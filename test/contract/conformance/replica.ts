import type { Connector, Page } from '#main/connectors/contract.ts';
import type { Stream } from '#shared/domain/batch.ts';
import type { Removal, Ticket } from '#shared/domain/ticket.ts';

/** A page as sync saw it: what it asked with, and what came. */
export type Read = { readonly asked: string | null; readonly page: Page };

/** What a store would hold after these pages, as far as the suite looks. */
export type Replica = {
  readonly tickets: Map<string, Ticket>;
  readonly removals: Map<string, Removal>;
  /** Remote ids in the order in which they first came. */
  readonly order: string[];
  readonly reads: Read[];
  cursor: string | null;
};

export const emptyReplica = (): Replica => ({
  tickets: new Map(),
  removals: new Map(),
  order: [],
  reads: [],
  cursor: null,
});

export function apply(replica: Replica, page: Page): void {
  replica.reads.push({ asked: replica.cursor, page });
  for (const ticket of page.rows.tickets) {
    if (!replica.tickets.has(ticket.remoteId)) replica.order.push(ticket.remoteId);
    replica.tickets.set(ticket.remoteId, ticket);
    replica.removals.delete(ticket.remoteId);
  }
  for (const removal of page.rows.removals) {
    replica.tickets.delete(removal.remoteId);
    replica.removals.set(removal.remoteId, removal);
  }
  replica.cursor = page.cursor;
}

const AT_MOST_PAGES = 2000;

/** Pulls as sync does: page after page until the stream's present end, waiting whenever it is told to. */
export async function follow(
  connector: Connector,
  stream: Stream,
  replica: Replica,
  passTime: (ms: number) => Promise<void>,
): Promise<void> {
  const signal = new AbortController().signal;
  for (let count = 0; count < AT_MOST_PAGES; count += 1) {
    const pulled = await connector.pull(stream, replica.cursor, { signal, lane: 'sync' });
    if (!pulled.ok) {
      if (pulled.error.code !== 'rateLimited')
        throw new Error(`pull of ${stream} failed: ${JSON.stringify(pulled.error)}`);
      await passTime(pulled.error.retryAfterMs);
      continue;
    }
    if (pulled.value.waitMs !== undefined) {
      await passTime(pulled.value.waitMs);
      continue;
    }
    apply(replica, pulled.value);
    if (!pulled.value.more) return;
  }
  throw new Error(`${stream} did not end after ${AT_MOST_PAGES} pages`);
}
