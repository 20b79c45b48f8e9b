import { expect, it } from 'vitest';
import { measureArticleUse } from '#shared/metrics/measures/article-use.ts';
import { ownTimeline, values } from '../../../../support/timeline.ts';

const articles = (lines: string) => measureArticleUse(ownTimeline(lines)).map(({ measured }) => values([measured])[0]);

it('is each time that an article went into a message', () => {
  // 2 uses: 1 + 1.
  expect(
    articles(`
      2026-03-02 09:00 article-used 1 returns/a
      2026-03-02 09:10 article-used 2 returns/b`),
  ).toEqual(['2026-03-02 09:00 nobody 1', '2026-03-02 09:10 nobody 1']);
});

it('counts several articles in one message each', () => {
  // 2.
  expect(
    articles(`
      2026-03-02 09:00 article-used 1 returns/a
      2026-03-02 09:00 article-used 1 sizes/a`),
  ).toHaveLength(2);
});

it('counts the same article again in another message on the ticket', () => {
  // 2.
  expect(
    articles(`
      2026-03-02 09:00 article-used 1 returns/a
      2026-03-02 09:01 article-used 1 returns/b`),
  ).toHaveLength(2);
});

it('is none of what was taken back', () => {
  // 2 - 1 = 1: the first message went, with what was in it.
  expect(
    articles(`
      2026-03-02 09:00 entry-made 1 a
      2026-03-02 09:00 article-used 1 returns/a
      2026-03-02 09:00:05 entry-undone 1 a
      2026-03-02 09:02 entry-made 1 b
      2026-03-02 09:02 article-used 1 returns/b`),
  ).toEqual(['2026-03-02 09:02 nobody 1']);
});

it('counts what came twice once, in order of time', () => {
  expect(
    articles(`
      2026-03-02 09:05 article-used 1 sizes/b
      2026-03-02 09:00 article-used 1 returns/a
      2026-03-02 09:00 article-used 1 returns/a`),
  ).toEqual(['2026-03-02 09:00 nobody 1', '2026-03-02 09:05 nobody 1']);
});

it('is of its ticket', () => {
  const [first] = measureArticleUse(ownTimeline('2026-03-02 09:00 article-used 7 returns/a'));
  expect(first?.ticketId).toBe('desk-1:7');
});

it('is no macro, no canned response and nothing that was sent', () => {
  expect(
    articles(`
      2026-03-02 09:00 macro-used 1 returns
      2026-03-02 09:00 canned-used 1 returns
      2026-03-02 09:01 entry-made 1 a`),
  ).toEqual([]);
});
