import { expect, test } from 'vitest';
import { type CannedFile, type FileResponse } from '#shared/canned/canned-file.ts';
import { importDryRun } from '#shared/canned/import-dry-run.ts';
import { idOf, response } from './sample-responses.ts';

const fileOf = (...responses: readonly FileResponse[]): CannedFile => ({
  responses: responses.map((one, index) => ({ place: { by: 'entry', at: index + 1 }, response: one })),
  leftOut: [],
  untranslated: [],
});
const told = (shortcode: string, more: Partial<FileResponse> = {}): FileResponse => ({
  shortcode,
  title: `Title of ${shortcode}`,
  variants: [{ locale: null, text: `Text of ${shortcode}` }],
  ...more,
});
const run = (file: CannedFile, mine: Parameters<typeof importDryRun>[1]['mine']) =>
  importDryRun(file, { mine, newId: () => idOf(9), now: 7 });

test('says what is new, what changes in what, and what is the same', () => {
  const mine = [response('a', { tags: ['x'] }), response('b', { id: idOf(2), scope: 'team' }), response('c')];
  const b = told('b', { title: 'Other', folder: ['Shop'] });
  expect(run(fileOf(told('a'), b, told('d')), mine)).toEqual({
    added: [response('d', { id: idOf(9), updatedAt: 7 })],
    changed: [
      {
        from: mine[1],
        to: response('b', { id: idOf(2), scope: 'team', title: 'Other', folder: ['Shop'], updatedAt: 7 }),
        fields: ['title', 'folder'],
      },
    ],
    same: [mine[0]],
    leftOut: [],
    untranslated: [],
  });
});

test('takes no language away, and puts the file’s text in its place', () => {
  const variants = [
    { locale: null, text: 'old' },
    { locale: 'uk', text: 'так' },
  ];
  const there = [
    { locale: 'vi', text: 'vâng' },
    { locale: null, text: 'new' },
  ];
  const [changed] = run(fileOf(told('a', { variants: there })), [response('a', { variants })]).changed;
  expect(changed?.fields).toEqual(['variants']);
  expect(changed?.to.variants).toEqual([there[1], variants[1], there[0]]);
});

test('a shortcode counts whatever its case, and once', () => {
  const file = fileOf(told('Á', { title: 'Title of á' }), told('á'));
  const outcome = run(file, [response('á', { id: idOf(3), variants: [{ locale: null, text: 'Text of Á' }] })]);
  expect(outcome.added).toEqual([]);
  expect(outcome.changed.map(({ to, fields }) => [to.id, to.shortcode, fields])).toEqual([
    [idOf(3), 'Á', ['shortcode']],
  ]);
  expect(outcome.leftOut).toEqual([{ place: { by: 'entry', at: 2 }, shortcode: 'á', why: 'twice' }]);
});

test('languages that are too many together are left out', () => {
  const many = (from: number) =>
    Array.from({ length: 60 }, (_, index) => ({ locale: `en-x${from + index}`, text: '' }));
  const outcome = run(fileOf(told('a', { variants: many(0) })), [response('a', { variants: many(100) })]);
  expect(outcome.leftOut).toEqual([{ place: { by: 'entry', at: 1 }, shortcode: 'a', why: 'variants' }]);
  expect(outcome.changed).toEqual([]);
});
