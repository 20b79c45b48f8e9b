import { expect, test } from 'vitest';
import { createText } from '#shared/i18n/text.ts';
import { problemsWithTexts } from '../../support/gate/texts.ts';

const { intl } = createText('en');
const parse = (message: string): void => {
  intl.formatters.getMessageFormat(message, 'en');
};
const problems = (files: Readonly<Record<string, Readonly<Record<string, string>>>>, text: string) =>
  problemsWithTexts(files, [{ path: 'src/planted.tsx', text }], parse);

test('a key used as it is, by a pattern or in a type is used', () => {
  const files = { 'a.json': { 'a.one': 'One', 'a.state.two': 'Two', 'a.kind.three': 'Three' } };
  const text = "t('a.one'); t(`a.state.${name}`); type Key = `a.kind.${string}`;";
  expect(problems(files, text)).toEqual([]);
});

test('a key that nothing uses is named with its file', () => {
  expect(problems({ 'a.json': { 'a.one': 'One', 'a.two': 'Two' } }, "t('a.one')")).toEqual([
    'a.json: nothing uses "a.two"',
  ]);
});

test('a pattern that no key fits is named with its place', () => {
  expect(problems({ 'a.json': { 'a.one': 'One' } }, "t('a.one');\nt(`a.state.${name}`)")).toEqual([
    'src/planted.tsx:2: no key looks like ^a\\.state\\..+$',
  ]);
});

test('a key in two files, an empty message and one that does not parse', () => {
  const files = {
    'a.json': { 'a.one': 'One', 'a.two': '' },
    'b.json': { 'a.one': 'One', 'a.three': '{count, plural}' },
  };
  const found = problems(files, "['a.one', 'a.two', 'a.three']");
  expect(found).toHaveLength(3);
  expect(found[0]).toBe('b.json: "a.one" is in another file too');
  expect(found[1]).toBe('a.json: "a.two" is empty');
  expect(found[2]).toMatch(/^b\.json: "a\.three" does not parse/);
});

test('a number sign in a plural is its count, and stands before no other value', () => {
  const files = {
    'a.json': {
      'a.one': '{count, plural, one {On #{number}} other {On #{number} and # more}}',
      'a.two': "{count, plural, one {On '#'{number}} other {On '#'{number} and # more}}",
      'a.three': 'On #{number}',
    },
  };
  expect(problems(files, "['a.one', 'a.two', 'a.three']")).toEqual([
    'a.json: "a.one" puts its count before another value; a number sign by itself is written \'#\'',
  ]);
});

test.each([
  ['text between tags', '<p>Hello there</p>'],
  ['a string in braces', "<p>{'Hello there'}</p>"],
  ['an attribute that is read out', '<button aria-label="Hello there" />'],
  ['the same in braces', "<input placeholder={'Hello there'} />"],
])('words in JSX: %s', (_name, jsx) => {
  expect(problems({}, `export const Planted = () => ${jsx};`)).toEqual([
    'src/planted.tsx:1: "Hello there" belongs into resources/locales',
  ]);
});

test('signs, numbers, class names and the program’s name are not words', () => {
  expect(problems({}, '<p className="tall one" data-kind="big">· 3 {count} ● <b>Holdfast</b></p>')).toEqual([]);
});
