import type { Result } from '#shared/result.ts';
import { err, ok } from '#shared/result.ts';
import { badRequest, type Refusal } from '../refusal.ts';

type Key = string | number;
export type Order<Item> = { readonly key: (item: Item) => Key; readonly descending: boolean };
export type Paged<Item> = { readonly items: readonly Item[]; readonly envelope: Readonly<Record<string, unknown>> };

const compareKeys = (one: Key, other: Key): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one) < String(other)
      ? -1
      : one === other
        ? 0
        : 1;

type Keyed = { readonly id: number | string };

const encode = (key: Key, id: Key): string => Buffer.from(JSON.stringify([key, id])).toString('base64url');
const decode = (cursor: string): readonly [Key, Key] | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.length === 2 ? [value[0] as Key, value[1] as Key] : null;
  } catch {
    return null;
  }
};

const withQuery = (url: URL, changes: Readonly<Record<string, string | null>>): string => {
  const next = new URL(url);
  for (const [name, value] of Object.entries(changes))
    if (value === null) next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  return next.toString();
};

/** Offset paging reaches no further than this many records, as at Zendesk. */
const OFFSET_LIMIT = 10_000;

/**
 * One page of `items`: by cursor when the request has `page[size]` (at most 100, a keyset, so nothing is skipped or shown twice
 * while the list changes), otherwise by `page` and `per_page` (more than 100 counts as 100).
 */
export const paginate = <Item extends Keyed>(
  items: readonly Item[],
  url: URL,
  order: Order<Item>,
): Result<Paged<Item>, Refusal> => {
  const sign = order.descending ? -1 : 1;
  const compare = (one: readonly [Key, Key], other: readonly [Key, Key]): number =>
    sign * (compareKeys(one[0], other[0]) || compareKeys(one[1], other[1]));
  const keyed = items.map((item) => ({ item, key: [order.key(item), item.id] as const }));
  keyed.sort((one, other) => compare(one.key, other.key));
  const query = url.searchParams;

  const sizeText = query.get('page[size]');
  if (sizeText !== null || query.has('page[after]') || query.has('page[before]')) {
    const size = Number(sizeText ?? '100');
    if (!Number.isInteger(size) || size < 1 || size > 100)
      return err(badRequest('page[size] must be an integer between 1 and 100.'));
    const afterText = query.get('page[after]');
    const beforeText = query.get('page[before]');
    const after = afterText === null ? null : decode(afterText);
    const before = beforeText === null ? null : decode(beforeText);
    if ((afterText !== null && !after) || (beforeText !== null && !before))
      return err(badRequest('The cursor is not valid.'));
    const candidates = keyed.filter(
      ({ key }) => (!after || compare(key, after) > 0) && (!before || compare(key, before) < 0),
    );
    const shown = before ? candidates.slice(-size) : candidates.slice(0, size);
    const first = shown[0];
    const last = shown.at(-1);
    const hasMore = candidates.length > size;
    const afterCursor = last ? encode(...last.key) : afterText;
    const beforeCursor = first ? encode(...first.key) : beforeText;
    return ok({
      items: shown.map(({ item }) => item),
      envelope: {
        meta: { has_more: hasMore, after_cursor: afterCursor, before_cursor: beforeCursor },
        links: {
          next: hasMore && afterCursor ? withQuery(url, { 'page[after]': afterCursor, 'page[before]': null }) : null,
          prev: after && beforeCursor ? withQuery(url, { 'page[before]': beforeCursor, 'page[after]': null }) : null,
        },
      },
    });
  }

  const page = Number(query.get('page') ?? '1');
  const size = Math.min(Number(query.get('per_page') ?? '100'), 100);
  if (!Number.isInteger(page) || page < 1 || !Number.isInteger(size) || size < 1)
    return err(badRequest('page and per_page must be positive integers.'));
  if ((page - 1) * size >= OFFSET_LIMIT)
    return err(badRequest('Offset pagination reaches 10,000 records. Use cursor pagination instead.'));
  const start = (page - 1) * size;
  const more = start + size < keyed.length;
  return ok({
    items: keyed.slice(start, start + size).map(({ item }) => item),
    envelope: {
      next_page: more ? withQuery(url, { page: String(page + 1), per_page: String(size) }) : null,
      previous_page: page > 1 ? withQuery(url, { page: String(page - 1), per_page: String(size) }) : null,
      count: keyed.length,
    },
  });
};
