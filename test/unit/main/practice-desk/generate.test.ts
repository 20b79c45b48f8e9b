import { expect, test } from 'vitest';
import { openDesk } from './open-desk.ts';

const export0 = '/api/v2/incremental/tickets/cursor.json?start_time=0&include=users,groups,organizations';
const withoutPort = (text: string): string => text.replace(/127\.0\.0\.1:\d+/g, 'desk');

test('the same seed and clock give the same desk, another seed another', async () => {
  const one = await openDesk();
  const same = await openDesk();
  const other = await openDesk({ seed: 8 });
  const all = async (desk: typeof one) =>
    withoutPort((await desk.get(export0, desk.desk.credentials.administrator)).text);
  const first = await all(one);
  expect(first.length).toBeGreaterThan(50_000);
  expect(await all(same)).toBe(first);
  expect(await all(other)).not.toBe(first);
  const histories = (desk: typeof one) =>
    JSON.stringify(desk.desk.act.tickets().map((ticket) => desk.desk.act.history(ticket.id)));
  expect(histories(same)).toBe(histories(one));
});

test('the shop is what a first run shows', async () => {
  const { desk, get } = await openDesk({ tickets: 400 });
  const views = (await get('/api/v2/views.json')).body.views;
  const counts = (
    await get(`/api/v2/views/count_many.json?ids=${views.map((view: { id: number }) => view.id).join(',')}`)
  ).body.view_counts;
  const count = (title: string) => counts[views.findIndex((view: { title: string }) => view.title === title)].value;
  expect(count('Your unsolved tickets')).toBe(26);
  expect(count('Unassigned tickets')).toBe(40);
  expect(desk.act.tickets()).toHaveLength(400);
  const channels = new Set(desk.act.tickets().map((ticket) => ticket.via.channel));
  for (const channel of ['email', 'web', 'chat', 'voice', 'sms', 'twitter', 'facebook'])
    expect(channels).toContain(channel);
  // One is mine and came by telephone, and businesses keep their bookkeeping in copy.
  const [text] = desk.act.tickets().filter((ticket) => ticket.via.channel === 'sms');
  expect(text).toMatchObject({
    assignee_id: desk.credentials.agent.userId,
    via: { source: { from: { formatted_phone: expect.stringContaining('+') } } },
  });
  const copied = desk.act.tickets().filter((ticket) => ticket.collaborator_ids.length > 0);
  expect(copied.length).toBeGreaterThan(3);
  for (const { organization_id, via } of copied) {
    expect(organization_id).not.toBeNull();
    expect(via.source.from['original_recipients']).toEqual([
      'help@fjell-fathom.example',
      expect.stringMatching(/^invoices@/),
    ]);
  }
  const customers = (await get('/api/v2/users/count.json')).body.count.value - 8;
  expect(customers).toBeGreaterThanOrEqual(140);
  expect((await get('/api/v2/macros.json')).body.count).toBeGreaterThanOrEqual(18);
});

const longSentences = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?。！？؟])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(/\s+/).length > 8);

/** How many sentences of more than eight words come twice within any ten neighbours. */
const repeatsAmongTen = (texts: readonly string[]): number => {
  let repeats = 0;
  for (let start = 0; start + 10 <= texts.length; start++) {
    const all = texts.slice(start, start + 10).flatMap((text) => [...new Set(longSentences(text))]);
    repeats += all.length - new Set(all).size;
  }
  return repeats;
};

test.each([7, 1, 20_260_902])(
  'no text has an open slot, no two begin alike, neighbours share no story (seed %i)',
  async (seed) => {
    const { desk, get } = await openDesk({ tickets: 400, seed });
    const tickets = desk.act.tickets();
    for (const ticket of tickets) expect(`${ticket.subject} ${ticket.description}`).not.toMatch(/\{\w+\}/);
    expect(new Set(tickets.map((ticket) => ticket.description)).size).toBe(400);
    const views: readonly { id: number; title: string }[] = (await get('/api/v2/views.json')).body.views;
    for (const title of ['Your unsolved tickets', 'Unassigned tickets']) {
      const id = views.find((view) => view.title === title)?.id;
      const rows: readonly { description: string }[] = (await get(`/api/v2/views/${id}/tickets.json?per_page=100`)).body
        .tickets;
      expect(rows.length).toBeGreaterThanOrEqual(25);
      expect(repeatsAmongTen(rows.map((row) => row.description))).toBe(0);
    }
  },
);

test('nothing lies in the future and every history is in order', async () => {
  const { desk, clock } = await openDesk({ tickets: 200 });
  for (const ticket of desk.act.tickets()) {
    const times = desk.act.history(ticket.id).map((audit) => Date.parse(audit.created_at));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times.at(-1)).toBeLessThanOrEqual(clock.at);
    expect(times[0]).toBeGreaterThan(clock.at - 61 * 86_400_000);
  }
});

test('articles come in time order, some internal, some drafts', async () => {
  const { get } = await openDesk();
  const articles = (await get('/api/v2/help_center/incremental/articles?start_time=0')).body.articles as {
    title: string;
    updated_at: string;
    draft: boolean;
    user_segment_id: number | null;
    section_id: number;
    body: string;
    locale: string;
  }[];
  expect(articles).toHaveLength(60);
  expect(new Set(articles.map((one) => one.title)).size).toBe(articles.length);
  expect(articles.map((one) => one.updated_at)).toEqual(articles.map((one) => one.updated_at).sort());
  expect(articles.some((one) => one.draft) && articles.some((one) => one.user_segment_id !== null)).toBe(true);
  const texts = articles.map((one) => one.body.replace(/<[^>]+>/g, ' ').trim());
  for (const text of texts) {
    expect(text.split(/\s+/).length).toBeGreaterThanOrEqual(80);
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(250);
  }
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+/));
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(new Set(articles.map((one) => one.locale))).toEqual(new Set(['en-us', 'de', 'uk']));
  const german = (await get('/api/v2/help_center/de/articles')).body.articles as { locale: string }[];
  expect(german.map((one) => one.locale)).toEqual(['de', 'de']);
  const sections = (await get('/api/v2/help_center/sections')).body.sections.map((one: { id: number }) => one.id);
  expect(articles.every((one) => sections.includes(one.section_id))).toBe(true);
});
