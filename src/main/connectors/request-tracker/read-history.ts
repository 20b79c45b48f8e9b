import type { CallOptions } from '#main/connectors/contract.ts';
import type { Unreadable } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import { isMergedIntoItself } from './map-event.ts';
import { hasMessage } from './map-message.ts';
import { allPages } from './pages.ts';
import { parseMany, transactionWire, USER_FIELDS, type WireTransaction } from './wire.ts';

const PARAMS = {
  orderby: 'id',
  order: 'DESC',
  fields: 'ObjectId,Type,Field,OldValue,NewValue,Data,Creator,Created',
  'fields[Creator]': USER_FIELDS,
};

export type Histories = {
  /** Oldest first, by the ticket that they now belong to. `ObjectId` goes on naming the one that they were written on. */
  readonly byTicket: ReadonlyMap<RemoteId, readonly WireTransaction[]>;
  readonly unreadable: readonly Unreadable[];
};

/**
 * What was said and done on these tickets, and what was said on those merged into them: RT leaves transactions on the ticket
 * that they were written on. What was done to a merged ticket stays behind, because it did not happen to the one that is left.
 */
export async function readHistories(
  client: Client,
  tickets: readonly number[],
  call: CallOptions,
): Promise<Result<Histories, Failure>> {
  const own = await transactionsOf(client, tickets, call);
  if (!own.ok) return own;
  const targets = own.value.good.filter(isMergedIntoItself).map((transaction) => transaction.ObjectId);
  const mergedInto = await readSources(client, [...new Set(targets)], call);
  if (!mergedInto.ok) return mergedInto;
  const theirs = await transactionsOf(client, [...mergedInto.value.keys()].map(Number), call);
  if (!theirs.ok) return theirs;
  const said = theirs.value.good.filter(hasMessage);
  const byTicket = new Map<RemoteId, WireTransaction[]>();
  for (const transaction of own.value.good) put(byTicket, transaction.ObjectId, transaction);
  for (const transaction of said) {
    const target = mergedInto.value.get(transaction.ObjectId);
    if (target !== undefined) put(byTicket, target, transaction);
  }
  for (const those of byTicket.values()) those.sort((a, b) => Number(a.id) - Number(b.id));
  return ok({ byTicket, unreadable: [...own.value.unreadable, ...theirs.value.unreadable] });
}

function put(byTicket: Map<RemoteId, WireTransaction[]>, ticket: RemoteId, transaction: WireTransaction): void {
  const those = byTicket.get(ticket);
  if (those === undefined) byTicket.set(ticket, [transaction]);
  else those.push(transaction);
}

async function transactionsOf(client: Client, tickets: readonly number[], call: CallOptions) {
  if (tickets.length === 0) return ok({ good: [], unreadable: [] });
  const found = await allPages(
    client,
    'transactions',
    [
      { field: 'ObjectType', value: 'RT::Ticket' },
      { field: 'ObjectId', operator: 'IN', value: tickets },
    ],
    PARAMS,
    call,
    { ahead: Math.min(3, 1 + Math.floor(tickets.length / 10)), complete: hasEveryBeginning(tickets.length) },
  );
  if (!found.ok) return found;
  const parsed = parseMany(transactionWire, found.value, 'message');
  // What is written while pages are read from the newest on is listed twice.
  const unique = new Map(parsed.good.map((transaction) => [transaction.id, transaction]));
  return ok({ good: [...unique.values()], unreadable: parsed.unreadable });
}

const sourceWire = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  EffectiveId: z.union([z.string(), z.number()]).transform(String),
});

/**
 * Tickets that were merged into these, by their id, with the one that they are now. `EffectiveId` holds the end of a whole chain
 * of merges, and only a search that names it shows merged tickets at all (RT 5.0.3).
 */
async function readSources(
  client: Client,
  targets: readonly RemoteId[],
  call: CallOptions,
): Promise<Result<ReadonlyMap<RemoteId, RemoteId>, Failure>> {
  if (targets.length === 0) return ok(new Map());
  const query = targets.map((id) => `EffectiveId = ${id}`).join(' OR ');
  const found = await allPages(client, 'tickets', query, { fields: 'EffectiveId' }, call);
  if (!found.ok) return found;
  const tickets = parseMany(sourceWire, found.value, 'ticket').good;
  return ok(
    new Map(tickets.filter(({ id, EffectiveId }) => id !== EffectiveId).map((one) => [one.id, one.EffectiveId])),
  );
}

const beginningWire = z.looseObject({ Type: z.literal('Create'), ObjectId: z.union([z.string(), z.number()]) });

/** Read from the newest on, a history is whole once it reached the ticket's making; there is no total to go by. */
const hasEveryBeginning =
  (tickets: number) =>
  (items: readonly unknown[]): boolean =>
    new Set(items.flatMap((item) => beginningWire.safeParse(item).data?.ObjectId ?? []).map(String)).size >= tickets;
