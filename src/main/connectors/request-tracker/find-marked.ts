import type { CallOptions } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { type Client, nonsense } from './client.ts';
import { parseMany } from './wire.ts';

/** Our clock and the helpdesk's may differ; a search for our own writes reaches back further. */
const CLOCKS_DIFFER_MS = 26 * 3600_000;

const markedWire = z.looseObject({ TransactionId: z.union([z.string(), z.number()]).transform(String) });
const ownerWire = z.looseObject({
  ObjectId: z.union([z.string(), z.number()]).transform(String),
  ObjectType: z.string(),
});

/** A message that reached the helpdesk. */
export type Arrived = { readonly transactionId: RemoteId; readonly ticketId: RemoteId };

/** The message that carries an entry's mark, and its ticket, wherever it has been merged to. */
export async function findMarked(
  client: Client,
  me: RemoteId | null,
  entry: OutboxEntry,
  call: CallOptions,
): Promise<Result<Arrived | null, Failure>> {
  const since = new Date(entry.createdAt - CLOCKS_DIFFER_MS).toISOString().slice(0, 19).replace('T', ' ');
  const found = await client.search(
    'attachments',
    [
      ...(me === null ? [] : [{ field: 'Creator', value: me }]),
      { field: 'Created', operator: '>', value: since },
      { field: 'Headers', operator: 'LIKE', value: `%x-holdfast="${entry.id}"%` },
    ],
    { orderby: 'id', order: 'DESC', per_page: '20', fields: 'TransactionId' },
    call,
  );
  if (!found.ok) return found;
  const transactionId = parseMany(markedWire, found.value.items, 'message').good[0]?.TransactionId;
  if (transactionId === undefined) return ok(null);
  const transaction = await client.search(
    'transactions',
    [{ field: 'id', value: Number(transactionId) }],
    { fields: 'ObjectId,ObjectType' },
    call,
  );
  if (!transaction.ok) return transaction;
  const owner = parseMany(ownerWire, transaction.value.items, 'message').good[0];
  if (owner === undefined) return err(nonsense(200, 'a message without a ticket'));
  return ok({ transactionId, ticketId: owner.ObjectId });
}
