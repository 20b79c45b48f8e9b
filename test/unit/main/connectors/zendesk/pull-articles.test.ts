import { expect, test } from 'vitest';
import { zendesk } from '#main/connectors/zendesk/index.ts';
import { NOON } from '../../../../support/outbox-entry.ts';

const HOUR_MS = 3_600_000;

/** A Help Center whose incremental list, as Zendesk's, tells of changes and of no removal. */
function setUp(count: number) {
  const clock = { now: NOON };
  const ids = new Set(Array.from({ length: count }, (_, index) => 360_000_000_000 + index));
  const changed = new Date(NOON - HOUR_MS).toISOString();
  const article = (id: number) => ({ id, title: `Article ${id}`, created_at: changed, updated_at: changed });
  const says: { status: number } = { status: 200 };
  const answer = (url: URL): unknown => {
    if (url.pathname.endsWith('/incremental/articles')) return { articles: [], next_page: null };
    if (!url.pathname.endsWith('/articles')) return { sections: [], categories: [], meta: { has_more: false } };
    const all = [...ids].map(article);
    const after = url.searchParams.get('page[after]');
    if (!url.searchParams.has('page[size]')) {
      const from = (Number(url.searchParams.get('page')) - 1) * 100;
      return { articles: all.slice(from, from + 100), next_page: null };
    }
    const rest = all.filter(({ id }) => id > Number(after ?? 0));
    const meta = { has_more: rest.length > 100, after_cursor: String(rest[99]?.id) };
    return { articles: rest.slice(0, 100), meta };
  };
  const opened = zendesk.open(
    { url: 'http://127.0.0.1:4123', method: 'apiToken', email: 'a@b.example' },
    { apiToken: 'x' },
    {
      fetch: async (url) => {
        const listing = url.includes('/help_center/articles?page');
        return new Response(JSON.stringify(answer(new URL(url))), { status: listing ? says.status : 200 });
      },
      now: () => clock.now,
      log: () => undefined,
      file: async () => null,
      keepSecrets: async () => undefined,
    },
    null,
  );
  if (!opened.ok) throw new Error(opened.error.join());
  const { connector } = opened.value;
  let cursor: string | null = null;
  /** Pulls to the present end and says which articles came and went. */
  const pull = async () => {
    const [came, went] = [new Set<string>(), new Set<string>()];
    for (;;) {
      const page = await connector.pull('articles', cursor, { signal: new AbortController().signal, lane: 'sync' });
      if (!page.ok) throw new Error(JSON.stringify(page.error));
      for (const { remoteId } of page.value.rows.articles) came.add(remoteId);
      for (const id of page.value.rows.removedArticleIds) went.add(id);
      cursor = page.value.cursor;
      if (!page.value.more) return { came: came.size, went: [...went] };
    }
  };
  return { clock, ids, says, pull };
}

test('an article that is gone is removed within a day, and the others stay', async () => {
  const { clock, ids, pull } = setUp(150);
  expect(await pull()).toEqual({ came: 150, went: [] });
  ids.delete(360_000_000_007);
  ids.delete(360_000_000_120);
  clock.now += 23 * HOUR_MS;
  expect(await pull()).toEqual({ came: 0, went: [] });
  clock.now += HOUR_MS;
  expect(await pull()).toEqual({ came: 0, went: ['360000000007', '360000000120'] });
  clock.now += 24 * HOUR_MS;
  expect(await pull()).toEqual({ came: 0, went: [] });
});

test('a list of articles that may not be read removes none', async () => {
  const { clock, says, pull } = setUp(3);
  await pull();
  says.status = 403;
  clock.now += 24 * HOUR_MS;
  expect(await pull()).toEqual({ came: 0, went: [] });
});
