import { expect, test } from 'vitest';
import { openUses } from '#main/mine/uses-file.ts';
import { profileFile } from './profile-file.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const PATH = 'profile/uses.log';

test('uses are kept over restarts, and count half after 30 days', async () => {
  const { disk } = profileFile();
  const file = await openUses(disk, PATH, NOW);
  await file.add({ id: 'mine:a', at: NOW, facets: ['tag:refund', 'type:question'] });
  await file.add({ id: 'mine:a', at: NOW, facets: ['tag:refund'] });
  await file.close();
  const later = await openUses(disk, PATH, NOW + 30 * DAY_MS);
  await later.add({ id: 'mine:a', at: NOW + 30 * DAY_MS, facets: ['type:question'] });
  // Two uses of 30 days ago are one; the new one makes two.
  const expected = { total: 2, facets: { 'tag:refund': 1, 'type:question': 1.5 } };
  expect(later.all()).toEqual([{ id: 'mine:a', at: NOW + 30 * DAY_MS, ...expected }]);
  expect((await openUses(disk, PATH, NOW)).all()).toEqual(later.all());
});

test('a line torn by a kill costs one use, and what is written next stands by itself', async () => {
  const { disk, held } = profileFile();
  await (await openUses(disk, PATH, NOW)).add({ id: 'mine:a', at: NOW, facets: [] });
  held.content += '{"id":"mine:a","at":17';
  await (await openUses(disk, PATH, NOW)).add({ id: 'mine:b', at: NOW, facets: [] });
  const totals = (await openUses(disk, PATH, NOW)).all().map(({ id, total }) => [id, total]);
  expect(totals).toEqual([
    ['mine:a', 1],
    ['mine:b', 1],
  ]);
});

test('a long file is made short without changing what it says', async () => {
  const line = `${JSON.stringify({ id: 'mine:a', at: NOW, facets: ['tag:x'] })}\n`;
  const { disk, held } = profileFile(line.repeat(2_000));
  const file = await openUses(disk, PATH, NOW);
  expect(file.all()).toEqual([{ id: 'mine:a', at: NOW, total: 2_000, facets: { 'tag:x': 2_000 } }]);
  expect(held.content?.trim().split('\n')).toHaveLength(1);
  expect((await openUses(disk, PATH, NOW)).all()).toEqual(file.all());
});

test('of more than 4,000 things those used least and longest ago are forgotten', async () => {
  const lines = Array.from({ length: 4_001 }, (_, index) =>
    JSON.stringify({ id: `mine:${index}`, at: index === 7 ? NOW - 60 * DAY_MS : NOW, facets: [] }),
  );
  const kept = (await openUses(profileFile(lines.join('\n')).disk, PATH, NOW)).all();
  expect(kept).toHaveLength(4_000);
  expect(kept.map(({ id }) => id)).not.toContain('mine:7');
});

test('a full disk refuses, and nothing is counted', async () => {
  const { disk, held } = profileFile();
  const file = await openUses(disk, PATH, NOW);
  held.full = true;
  await expect(file.add({ id: 'mine:a', at: NOW, facets: [] })).rejects.toThrow();
  expect(file.all()).toEqual([]);
});
