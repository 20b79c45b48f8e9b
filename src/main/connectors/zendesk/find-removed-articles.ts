import type { CallOptions, Page } from '#main/connectors/contract.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Account } from './account.ts';
import type { ArticleCursor } from './article-cursor.ts';
import { unpackWatch, updateWatch } from './watch.ts';
import { articleSchema, readList } from './wire.ts';

const listSchema = z.looseObject({
  articles: z.array(z.unknown()),
  meta: z.looseObject({ has_more: z.boolean(), after_cursor: z.string().nullish() }),
});
const idSchema = articleSchema.pick({ id: true });

/**
 * One page of the list of all articles: what no page of it shows has been deleted, archived or hidden from this agent, and is
 * removed at its end. Read by Zendesk's cursor, because an article that goes while pages are read would shift another past a
 * numbered page's edge. A list that may not be read removes nothing.
 */
export async function findRemovedArticles(
  account: Account,
  cursor: Extract<ArticleCursor, { phase: 'list' }>,
  options: CallOptions,
): Promise<Result<Page, Failure>> {
  const { newest, seen } = cursor;
  const rows = noRows();
  const query = new URLSearchParams({
    'page[size]': '100',
    ...(cursor.after !== null && { 'page[after]': cursor.after }),
  });
  const list = await account.client.get(`/api/v2/help_center/articles?${query}`, listSchema, options);
  const ended = (known: string): Result<Page, Failure> => {
    const next: ArticleCursor = { phase: 'changes', newest, seen, known, listedAt: account.now() };
    return ok({ rows, cursor: JSON.stringify(next), more: false, remaining: 0 });
  };
  if (!list.ok) {
    if (list.error.code !== 'notFound' && list.error.code !== 'forbidden') return list;
    return ended(cursor.known);
  }
  const { articles, meta } = list.value;
  const there = readList(idSchema, articles, 'article', rows.unreadable);
  const missing = updateWatch(
    cursor.missing,
    there.map(({ id }) => ({ id, watched: false })),
  );
  const after = meta.has_more ? (meta.after_cursor ?? null) : null;
  if (after !== null) {
    const next: ArticleCursor = { ...cursor, after, missing };
    return ok({ rows, cursor: JSON.stringify(next), more: true, remaining: null });
  }
  const removed = unpackWatch(missing);
  rows.removedArticleIds = removed.map(String);
  return ended(
    updateWatch(
      cursor.known,
      removed.map((id) => ({ id, watched: false })),
    ),
  );
}
