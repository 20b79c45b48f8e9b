import { expect, test } from 'vitest';
import { readCannedJson } from '#shared/canned/canned-file-json.ts';

const html = { toMarkdown: (text: string) => text.replace(/<[^>]*>/g, '') };
const read = (json: unknown) => {
  const file = readCannedJson(JSON.stringify(json), html);
  if (!file.ok) throw new Error(file.error);
  return file.value;
};
const ours = (...responses: readonly unknown[]) => ({ holdfast: 'canned-responses', version: 1, responses });
const entry = { shortcode: 'a', title: 'A', variants: [{ locale: null, text: 'x' }] };

test('names the entries that cannot be taken, and takes the rest', () => {
  const twice = [
    { locale: 'en', text: 'x' },
    { locale: 'EN', text: 'y' },
  ];
  const file = read(
    ours(7, { ...entry, files: [{}] }, entry, { ...entry, variants: [] }, { ...entry, variants: twice }),
  );
  expect(file.responses).toEqual([{ place: { by: 'entry', at: 3 }, response: entry }]);
  expect(file.leftOut).toEqual([
    { place: { by: 'entry', at: 1 }, shortcode: '', why: 'entry' },
    { place: { by: 'entry', at: 2 }, shortcode: 'a', why: 'files' },
    { place: { by: 'entry', at: 4 }, shortcode: 'a', why: 'variants' },
    { place: { by: 'entry', at: 5 }, shortcode: 'a', why: 'locale-twice' },
  ]);
});

test('Chatwoot’s list becomes responses', () => {
  const file = read([{ id: 1, account_id: 1, short_code: 'late parcel', content: '**Sorry**' }, { id: 2 }]);
  expect(file.responses.map(({ response }) => response)).toEqual([
    { shortcode: 'late-parcel', title: 'late parcel', variants: [{ locale: null, text: '**Sorry**' }] },
  ]);
  expect(file.leftOut).toEqual([{ place: { by: 'entry', at: 2 }, shortcode: '', why: 'entry' }]);
});

test('Freshdesk’s list becomes responses', () => {
  const file = read([
    {
      id: 1,
      title: 'Late parcel',
      content: 'Sorry',
      content_html: '<b>Hi {{ticket.requester.firstname}}</b>',
      folder_id: 3,
    },
    { id: 2, title: 'Thanks', content: 'Thanks' },
  ]);
  expect(file.responses.map(({ response: { shortcode, variants } }) => [shortcode, variants[0]?.text])).toEqual([
    ['late-parcel', 'Hi {{ticket.requester.first_name}}'],
    ['thanks', 'Thanks'],
  ]);
});

test.each([
  ['{', 'not-canned'],
  ['[]', 'not-canned'],
  ['{"holdfast":"macros","version":1,"responses":[]}', 'not-canned'],
  ['{"holdfast":"canned-responses","version":2,"responses":[]}', 'newer-version'],
])('%s is refused as a whole', (text, error) => {
  expect(readCannedJson(text, html)).toEqual({ ok: false, error });
});
