import { afterEach, expect, it, vi } from 'vitest';
import type { Article } from '#shared/domain/desk.ts';
import { account, batch, createFakeMain, NOW, startStore, ticket } from './fixtures.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

const article = (remoteId: string, url: string | null): Article => ({
  remoteId,
  title: `Article ${remoteId}`,
  body: '<p>Words</p>',
  path: [],
  locale: null,
  draft: false,
  internal: false,
  labels: [],
  createdAt: NOW,
  updatedAt: NOW,
  url,
});

/** Which articles are recorded for a reply that says this, and then one without any. */
async function usedBy(markdown: string): Promise<readonly string[]> {
  const recorded: string[] = [];
  let events = 0;
  const main = createFakeMain({
    recordOwn: async (told) => {
      events++;
      for (const event of told) if (event.event === 'article-used') recorded.push(event.articleId);
      return true;
    },
  });
  const { desk, remote, stop: end } = await startStore({ main });
  stop = end;
  await remote.applyBatch(
    batch({
      tickets: [ticket({ remoteId: '1' })],
      articles: [
        article('36', 'https://help.example/hc/en-us/articles/36'),
        article('360', 'https://help.example/hc/en-us/articles/360'),
        article('9', null),
      ],
    }),
  );
  const say = (text: string) =>
    desk.enqueue({
      accountId: account.id,
      ticketId: 'desk-1:1',
      action: { kind: 'reply', words: { markdown: text, html: '', files: [] }, cc: [], changes: {} },
    });
  await say(markdown);
  await say('The end: https://help.example/hc/en-us/articles/360');
  await vi.waitFor(() => expect([events, recorded.at(-1)]).toEqual([expect.any(Number), '360']));
  return recorded.slice(0, -1);
}

it('finds an article by the link to it, with whatever title behind its number, and once for each message', async () => {
  expect(
    await usedBy(
      'See [this](https://help.example/hc/en-us/articles/36-Returns) or http://help.example/hc/en-us/articles/36.',
    ),
  ).toEqual(['36']);
});

it('takes neither another article for it, nor a number, nor an address of somebody else', async () => {
  expect(
    await usedBy(
      'Order 36, https://help.example/hc/en-us/articles/361 https://other.example/articles/36 https://x.example/9',
    ),
  ).toEqual([]);
});
