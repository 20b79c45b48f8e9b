import type { CallOptions } from '#main/connectors/contract.ts';
import type { Unreadable } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Client } from './client.ts';
import { allPages } from './pages.ts';
import { attachmentWire, parseMany, type WireAttachment } from './wire.ts';

/** A search's ids ride in the address, which proxies cut at 8 kB or less. */
const IDS_IN_ADDRESS = 200;
/** Up to here one listing of everything costs less than two narrow ones. */
const FEW = 20;
/** Characters of bodies that are kept: those of the conversations an agent is at. */
const KEEP_CHARACTERS = 2_000_000;
const TEXT_TYPES = ['text/plain', 'text/html'];
const BOX_TYPES = [
  'multipart/mixed',
  'multipart/alternative',
  'multipart/related',
  'multipart/report',
  'multipart/signed',
];

export type Parts = {
  readonly byTransaction: ReadonlyMap<string, readonly WireAttachment[]>;
  readonly unreadable: readonly Unreadable[];
};
export type PartReader = (transactionIds: readonly string[], call: CallOptions) => Promise<Result<Parts, Failure>>;

/**
 * Reads what messages are made of. Request Tracker never changes a part once it is written, so those of a single conversation are
 * kept: reading it again, as each send does twice, asks only for what is new.
 */
export function createPartReader(client: Client): PartReader {
  const kept = new Map<string, readonly WireAttachment[]>();
  let characters = 0;

  const keep = (transactionId: string, parts: readonly WireAttachment[]): void => {
    kept.set(transactionId, parts);
    characters += lengthOf(parts);
    for (const [oldest, those] of kept) {
      if (characters <= KEEP_CHARACTERS) return;
      kept.delete(oldest);
      characters -= lengthOf(those);
    }
  };

  return async (transactionIds, call) => {
    const byTransaction = new Map<string, readonly WireAttachment[]>();
    const unreadable: Unreadable[] = [];
    const wanted: string[] = [];
    for (const id of transactionIds) {
      const before = kept.get(id);
      if (before === undefined) wanted.push(id);
      else byTransaction.set(id, before);
    }
    for (let start = 0; start < wanted.length; start += IDS_IN_ADDRESS) {
      const ids = wanted.slice(start, start + IDS_IN_ADDRESS);
      const parts = await partsOf(client, ids, call);
      if (!parts.ok) return parts;
      unreadable.push(...parts.value.unreadable);
      for (const [id, those] of grouped(parts.value.good)) {
        byTransaction.set(id, those);
        if (wanted.length <= FEW && parts.value.unreadable.length === 0) keep(id, those);
      }
    }
    return ok({ byTransaction, unreadable });
  };
}

const lengthOf = (parts: readonly WireAttachment[]): number =>
  parts.reduce((sum, part) => sum + (part.Content?.length ?? 0) + part.Headers.length + 200, 0);

function grouped(parts: readonly WireAttachment[]): ReadonlyMap<string, readonly WireAttachment[]> {
  const byTransaction = new Map<string, WireAttachment[]>();
  const seen = new Set<string>();
  for (const part of [...parts].sort((a, b) => Number(a.id) - Number(b.id))) {
    if (seen.has(part.id)) continue;
    seen.add(part.id);
    const those = byTransaction.get(part.TransactionId);
    if (those === undefined) byTransaction.set(part.TransactionId, [part]);
    else those.push(part);
  }
  return byTransaction;
}

/**
 * Bodies come with their text; of files only the names, however large they are. Boxes come along where they are few: the outermost
 * has the headers of its mail.
 */
async function partsOf(client: Client, transactionIds: readonly string[], call: CallOptions) {
  const within = { field: 'TransactionId', operator: 'IN', value: transactionIds.map(Number) };
  const meta = { orderby: 'id', fields: 'TransactionId,ContentType,Filename,Headers,ContentLength' };
  const ahead = Math.min(3, 1 + Math.floor(transactionIds.length / 60));
  const texts = [
    within,
    { field: 'ContentType', operator: 'IN', value: TEXT_TYPES },
    { field: 'Filename', operator: 'IS', value: 'NULL' },
  ];
  const files =
    transactionIds.length <= FEW
      ? [[within]]
      : [
          [within, { field: 'Filename', operator: 'IS NOT', value: 'NULL' }],
          [
            within,
            { field: 'ContentType', operator: 'NOT IN', value: [...TEXT_TYPES, ...BOX_TYPES] },
            { field: 'Filename', operator: 'IS', value: 'NULL' },
          ],
        ];
  const found = await Promise.all([
    allPages(client, 'attachments', texts, { ...meta, fields: `${meta.fields},Content` }, call, { ahead, sure: true }),
    ...files.map((query) => allPages(client, 'attachments', query, meta, call, { sure: true })),
  ]);
  // Texts come first, so that of a part that is listed twice the one with its content is kept.
  const items: unknown[] = [];
  for (const answer of found) {
    if (!answer.ok) return answer;
    items.push(...answer.value);
  }
  return ok(parseMany(attachmentWire, items, 'attachment'));
}
