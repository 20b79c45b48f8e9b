import type { CallOptions, Page } from '#main/connectors/contract.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { Article } from '#shared/domain/desk.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Account } from './account.ts';
import { type ArticleCursor, readArticleCursor } from './article-cursor.ts';
import { findRemovedArticles } from './find-removed-articles.ts';
import { readWhole } from './list-pages.ts';
import { updateWatch } from './watch.ts';
import { articleSchema, categorySchema, readList, sectionSchema } from './wire.ts';

const listSchema = z.looseObject({
  articles: z.array(z.unknown()),
  next_page: z.string().nullish(),
});
const PAGE = 100;
/** A removed article may be shown for this long: listing all of them costs a request per hundred. */
const LIST_EVERY_MS = 24 * 3_600_000;

/** Help Center articles with the names of the sections and categories they lie in. An account without a Help Center has none. */
export async function pullArticles(
  account: Account,
  text: string | null,
  options: CallOptions,
): Promise<Result<Page, Failure>> {
  const cursor = readArticleCursor(text);
  if (cursor.phase === 'list') return findRemovedArticles(account, cursor, options);
  const rows = noRows();
  const path =
    cursor.phase === 'fill'
      ? `/api/v2/help_center/articles?sort_by=updated_at&sort_order=desc&per_page=${PAGE}&page=${cursor.page}`
      : `/api/v2/help_center/incremental/articles?start_time=${Math.max(1, Math.floor(cursor.newest / 1000))}`;
  const list = await account.client.get(path, listSchema, options);
  if (!list.ok) {
    if (list.error.code !== 'notFound' && list.error.code !== 'forbidden') return list;
    return ok({ rows, cursor: JSON.stringify(cursor), more: false, remaining: 0 });
  }
  const read = readList(articleSchema, list.value.articles, 'article', rows.unreadable);
  const stampOf = (article: (typeof read)[number]) => `${article.id} ${article.updated_at}`;
  const seen = new Set(cursor.seen);
  const fresh = cursor.phase === 'fill' ? read : read.filter((article) => !seen.has(stampOf(article)));
  if (fresh.length > 0) {
    const sections = await readWhole(
      account.client,
      '/api/v2/help_center/sections',
      'sections',
      sectionSchema,
      'section',
      rows.unreadable,
      options,
    );
    if (!sections.ok) return sections;
    const categories = await readWhole(
      account.client,
      '/api/v2/help_center/categories',
      'categories',
      categorySchema,
      'category',
      rows.unreadable,
      options,
    );
    if (!categories.ok) return categories;
    const pathOf = (sectionId: number | null): readonly string[] => {
      const names: string[] = [];
      let section = sections.value.find((each) => each.id === sectionId);
      for (let depth = 0; section && depth < 10; depth += 1) {
        names.unshift(section.name);
        const { parent_section_id: parent, category_id: categoryId } = section;
        const category = parent === null ? categories.value.find((each) => each.id === categoryId) : undefined;
        if (category) names.unshift(category.name);
        section = parent === null ? undefined : sections.value.find((each) => each.id === parent);
      }
      return names;
    };
    rows.articles = fresh.slice(0, 250).map(
      (wire): Article => ({
        remoteId: String(wire.id),
        title: wire.title,
        body: wire.body ?? '',
        path: pathOf(wire.section_id),
        locale: wire.locale,
        draft: wire.draft,
        internal: wire.user_segment_id !== null,
        labels: wire.label_names ?? [],
        createdAt: wire.created_at,
        updatedAt: wire.updated_at,
        url: wire.html_url?.startsWith('https:') ? wire.html_url : null,
      }),
    );
  }
  const handed = fresh.slice(0, 250);
  const newest = Math.max(cursor.newest, ...handed.map((article) => article.updated_at));
  const sameSecond = (stamp: string) => Math.floor(Number(stamp.split(' ')[1]) / 1000) >= Math.floor(newest / 1000);
  const nowSeen = [...cursor.seen, ...handed.map(stampOf)].filter(sameSecond);
  const more =
    cursor.phase === 'fill'
      ? list.value.articles.length >= PAGE
      : fresh.length > handed.length || (handed.length > 0 && list.value.next_page != null);
  const known = updateWatch(
    cursor.known,
    handed.map(({ id }) => ({ id, watched: true })),
  );
  const shared = { newest, seen: nowSeen, known };
  if (cursor.phase === 'fill') {
    const next: ArticleCursor = more
      ? { ...shared, phase: 'fill', page: cursor.page + 1 }
      : { ...shared, phase: 'changes', listedAt: account.now() };
    return ok({ rows, cursor: JSON.stringify(next), more, remaining: null });
  }
  const lists = !more && account.now() - cursor.listedAt >= LIST_EVERY_MS;
  const next: ArticleCursor = lists
    ? { ...shared, phase: 'list', after: null, missing: known }
    : { ...shared, phase: 'changes', listedAt: cursor.listedAt };
  return ok({ rows, cursor: JSON.stringify(next), more: more || lists, remaining: null });
}
