import { expect, test } from 'vitest';
import { readCannedCsv, writeCannedCsv } from '#shared/canned/canned-file-csv.ts';
import { leftOutText } from '#shared/canned/problem-text.ts';
import { createText } from '#shared/i18n/text.ts';
import { response } from './sample-responses.ts';

const read = (text: string) => {
  const file = readCannedCsv(text, { toMarkdown: (html) => html.replace(/<[^>]*>/g, '') });
  if (!file.ok) throw new Error(file.error);
  return file.value;
};

test('takes what it can of a CSV with three bad lines, and names the three', () => {
  const file = read(
    [
      'shortcode,title,folder,tags,scope,locale,text',
      'late,Late parcel,Shop/Delivery,parcel;late,team,,"Sorry,',
      'it is late."',
      'two words,Bad,,,team,,Text',
      'late,Late parcel,Shop/Delivery,parcel;late,team,uk,Вибачте',
      'refund,Refund,,,everybody,,Text',
      '',
      'short,Short',
      'thanks,Thanks,,,personal,pt-BR,Obrigado',
    ].join('\n'),
  );
  expect(file.responses).toEqual([
    {
      place: { by: 'line', at: 2 },
      response: {
        shortcode: 'late',
        title: 'Late parcel',
        folder: ['Shop', 'Delivery'],
        tags: ['parcel', 'late'],
        scope: 'team',
        variants: [
          { locale: null, text: 'Sorry,\nit is late.' },
          { locale: 'uk', text: 'Вибачте' },
        ],
      },
    },
    {
      place: { by: 'line', at: 9 },
      response: {
        shortcode: 'thanks',
        title: 'Thanks',
        folder: [],
        tags: [],
        scope: 'personal',
        variants: [{ locale: 'pt-BR', text: 'Obrigado' }],
      },
    },
  ]);
  expect(file.leftOut).toEqual([
    { place: { by: 'line', at: 4 }, shortcode: 'two words', why: 'shortcode' },
    { place: { by: 'line', at: 6 }, shortcode: 'refund', why: 'scope' },
    { place: { by: 'line', at: 8 }, shortcode: 'short', why: 'cells' },
  ]);
  const t = createText('en');
  expect(file.leftOut.map((one) => leftOutText(t, one).split(':')[0])).toEqual([
    'Line 4 (two words) is left out',
    'Line 6 (refund) is left out',
    'Line 8 (short) is left out',
  ]);
});

test.each([
  ['a line feed', '\n', ','],
  ['a carriage return and line feed', '\r\n', ';'],
  ['a carriage return', '\r', '\t'],
])('reads lines that end in %s, with a byte order mark', (_name, newline, sign) => {
  const lines = [
    ['Text', 'Title', 'Shortcode'],
    ['"a\n""b"""', 'T', 'a'],
    ['x', 'T', 'b c'],
  ];
  const file = read(`\ufeff${lines.map((line) => line.join(sign)).join(newline)}${newline}`);
  expect(file.responses.map((one) => one.response)).toEqual([
    { shortcode: 'a', title: 'T', variants: [{ locale: null, text: 'a\n"b"' }] },
  ]);
  // The second line has a line break in its text.
  expect(file.leftOut.map(({ place }) => place.at)).toEqual([4]);
});

const HEAD = 'shortcode,title,locale,text\n';
test.each([
  ['a,A,pt_BR,x', 'locale'],
  ['a,,,x', 'title'],
  ['a,A,,"x" y', 'quotes'],
  ['a,A,,"x', 'quotes'],
  ['a,A,,x,y', 'cells'],
  [`a,A,,${'x'.repeat(65_537)}`, 'text'],
  ['b,A,en,x\nB,A,EN,x', 'locale-twice'],
  ['b,A,en,x\nb,Other,uk,x', 'differs'],
])('line %# is left out', (line, why) => {
  expect(read(HEAD + line).leftOut.map((one) => one.why)).toEqual([why]);
});

test('a cell that a spreadsheet would run goes out as text and comes back as it was', () => {
  const texts = [
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    "'=1",
    "''-1",
    "'quoted'",
    '＝1',
    '- a list',
    'plain',
  ];
  const variants = texts.map((text, index) => ({ locale: `en-x${index}`, text }));
  const csv = writeCannedCsv([response('a', { variants })]);
  const cells = [...csv.matchAll(/"en-x\d+","([^"]*)"/g)].map(([, cell]) => cell);
  expect(cells).toEqual([
    "'=1+1",
    "'+1",
    "'-1+1",
    "'@SUM(A1)",
    "'\t=1",
    "'\r=1",
    "''=1",
    "'''-1",
    "'quoted'",
    "'＝1",
    "'- a list",
    'plain',
  ]);
  expect(read(csv).responses[0]?.response.variants).toEqual(variants);
});

test('Zammad’s text modules become responses', () => {
  const file = read(
    [
      'Id,Name,Keywords,Content,Note,Active',
      '1,Late parcel,"late, parcel",<div>Hello #{ticket.customer.firstname} #{config.fqdn}</div>,,true',
      '2,Late parcel,,<div>Again</div>,,true',
      '3,Old,,<div>Old</div>,,false',
    ].join('\r\n'),
  );
  expect(
    file.responses.map(({ response: { shortcode, title, tags, variants } }) => [
      shortcode,
      title,
      tags,
      variants[0]?.text,
    ]),
  ).toEqual([
    ['late-parcel', 'Late parcel', ['late', 'parcel'], 'Hello {{ticket.requester.first_name}} #{config.fqdn}'],
    ['late-parcel-2', 'Late parcel', [], 'Again'],
  ]);
  expect(file.untranslated).toEqual([{ place: { by: 'line', at: 2 }, placeholders: ['#{config.fqdn}'] }]);
  expect(file.leftOut).toEqual([{ place: { by: 'line', at: 4 }, shortcode: 'Old', why: 'inactive' }]);
});

test.each(['', 'a,b,c\n1,2,3', 'shortcode,title\na,b'])('%j is refused as a whole', (text) => {
  expect(readCannedCsv(text, { toMarkdown: String })).toEqual({ ok: false, error: 'not-canned' });
});
