import type { CallOptions, Page } from '#main/connectors/contract.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import { articleRow } from './map-article.ts';
import { allPages } from './pages.ts';
import { articleWire, parseMany } from './wire.ts';

/** Of one page, as sync takes them. */
const MOST_ROWS = 250;
const cursorSchema = z.object({ v: z.literal(1), articles: z.record(z.string(), z.number()) });

/**
 * The stream of articles. RT has no feed of them and few sites have many: all are listed, and what changed since the
 * cursor, or is no longer there, is handed on.
 */
export async function pullArticles(
  client: Client,
  base: string,
  text: string | null,
  call: CallOptions,
): Promise<Result<Page, Failure>> {
  const found = await allPages(
    client,
    'articles',
    [{ field: 'id', operator: '>', value: 0 }],
    {
      orderby: 'id',
      order: 'DESC',
      fields: 'Name,Summary,Class,Created,LastUpdated,CustomFields,Disabled',
      'fields[Class]': 'id,Name',
    },
    call,
  );
  if (!found.ok) return found;
  const before = readCursor(text);
  const parsed = parseMany(articleWire, found.value, 'article');
  const there = parsed.good.filter((article) => article.Disabled !== '1');
  const rows = noRows();
  const changed = there.filter((article) => before[article.id] !== article.LastUpdated);
  const now = changed.slice(0, MOST_ROWS);
  rows.articles.push(...now.map((article) => articleRow(article, base)));
  const ids = new Set([...there.map((article) => article.id), ...parsed.unreadable.map((row) => row.remoteId)]);
  rows.removedArticleIds.push(...Object.keys(before).filter((id) => !ids.has(id)));
  rows.unreadable.push(...parsed.unreadable);
  const later = new Set(changed.slice(MOST_ROWS).map((article) => article.id));
  const delivered = there.filter((article) => !later.has(article.id));
  const cursor = { v: 1, articles: Object.fromEntries(delivered.map((article) => [article.id, article.LastUpdated])) };
  return ok({ rows, cursor: JSON.stringify(cursor), more: later.size > 0, remaining: later.size });
}

function readCursor(text: string | null): Readonly<Record<string, number>> {
  if (text === null) return {};
  try {
    return cursorSchema.safeParse(JSON.parse(text)).data?.articles ?? {};
  } catch {
    return {};
  }
}
