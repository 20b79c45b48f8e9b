import { expect, test } from 'vitest';
import { type OwnListFile, ownListFile } from '#main/mine/own-list-file.ts';
import { type CannedResponse, cannedResponseSchema } from '#shared/canned/canned-response.ts';
import { profileFile } from './profile-file.ts';

const response = (name: string, text = name): CannedResponse => ({
  id: name.padStart(26, '0'),
  shortcode: name,
  title: name,
  folder: [],
  tags: [],
  scope: 'personal',
  variants: [{ locale: null, text }],
  files: [],
  updatedAt: 1,
});
const open = (disk: Parameters<typeof ownListFile>[0]): OwnListFile<CannedResponse> =>
  ownListFile(disk, 'canned-responses.json', { name: 'responses', schema: cannedResponseSchema });
const written = (content: string | null): unknown => JSON.parse(content ?? '');

async function allOf(file: OwnListFile<CannedResponse>) {
  const entries: CannedResponse[] = [];
  let pages = 0;
  for (let from: number | null = 0; from !== null; pages++) {
    const page: Awaited<ReturnType<typeof file.page>> = await file.page(from);
    entries.push(...page.entries);
    from = page.next;
  }
  return { entries, pages };
}

test('a change puts and removes several at once; what is known keeps its place, also when the file is read again', async () => {
  const { disk } = profileFile();
  const file = open(disk);
  await file.change({ remove: [], put: ['a', 'b', 'c'].map((name) => response(name)) });
  await file.change({ remove: [response('a').id], put: [response('d'), response('b', 'changed')] });
  const expected = [response('b', 'changed'), response('c'), response('d')];
  expect((await allOf(file)).entries).toEqual(expected);
  expect((await allOf(open(disk))).entries).toEqual(expected);
});

test('one that does not parse costs only itself, is told and stays in the file as it was', async () => {
  const strange = { id: 'x', title: 'From the future', shortcode: 'not one' };
  const { disk, held } = profileFile(JSON.stringify({ version: 3, responses: [response('a'), strange], more: 1 }));
  const file = open(disk);
  expect((await file.page(0)).unreadable).toEqual([
    { id: 'unreadable-1', title: 'From the future', text: JSON.stringify(strange, null, 2) },
  ]);
  await file.change({ remove: [response('a').id], put: [response('b')] });
  expect(written(held.content)).toEqual({ version: 3, responses: [strange, response('b')], more: 1 });
});

test('what cannot be written has not happened, none of it', async () => {
  const { disk, held } = profileFile();
  const file = open(disk);
  expect(await file.change({ remove: [], put: [response('a')] })).toBe(true);
  held.full = true;
  expect(await file.change({ remove: [response('a').id], put: [response('b'), response('c')] })).toBe(false);
  expect((await file.page(0)).entries).toEqual([response('a')]);
});

test('changes at once are each written with the others', async () => {
  const { disk } = profileFile();
  const file = open(disk);
  await Promise.all(['a', 'b', 'c'].map((name) => file.change({ remove: [], put: [response(name)] })));
  expect((await allOf(open(disk))).entries.map(({ shortcode }) => shortcode)).toEqual(['a', 'b', 'c']);
});

test('a long list is told in pages, each entry once and in order', async () => {
  const file = open(profileFile().disk);
  // Ten of 60,000 characters are some 600 kB, more than goes at once.
  const put = Array.from({ length: 10 }, (_, index) => response(`r${index}`, 'x'.repeat(60_000)));
  await file.change({ remove: [], put });
  const { entries, pages } = await allOf(file);
  expect(pages).toBeGreaterThan(1);
  expect(entries).toEqual(put);
});
