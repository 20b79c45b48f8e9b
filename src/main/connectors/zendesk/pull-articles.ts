import type { CallOptions, Page } from '#main/connectors/contract.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { Article } from '#shared/domain/desk.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Account } from './account.ts';
import { readWhole } from './list-pages.ts';
import { articleSchema, categorySchema, readList, sectionSchema } from './wire.ts';

/**
 * `fill`: the list by date of change, newest first, page after page. `changes`: the incremental list since the newest second
 * known, read again from that second because several articles may share it.
 */
const cursorSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('fill'), page: z.number().int(), newest: z.number(), seen: z.array(z.string()) }),
  z.object({ phase: z.literal('changes'), newest: z.number(), seen: z.array(z.string()) }),
]);
type Cursor = z.infer<typeof cursorSchema>;

const start: Cursor = { phase: 'fill', page: 1, newest: 0, seen: [] };
const readCursor = (text: string | null): Cursor => {
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(text ?? ''));
    return parsed.success ? parsed.data : start;
  } catch {
    return start;
  }
};

const listSchema = z.looseObject({
  articles: z.array(z.unknown()),
  next_page: z.string().nullish(),
});
const PAGE = 100;

/** Help Center articles with the names of the sections and categories they lie in. An account without a Help Center has none. */
export async function pullArticles(
  account: Account,
  text: string | null,
  options: CallOptions,
): Promise<Result<Page, Failure>> {
  const cursor = readCursor(text);
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
  const next: Cursor =
    cursor.phase === 'fill' && more
      ? { phase: 'fill', page: cursor.page + 1, newest, seen: nowSeen }
      : { phase: 'changes', newest, seen: nowSeen };
  return ok({ rows, cursor: JSON.stringify(next), more, remaining: null });
}
