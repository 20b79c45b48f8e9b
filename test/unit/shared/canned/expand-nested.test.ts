import { expect, test } from 'vitest';
import type { CannedResponse } from '#shared/canned/canned-response.ts';
import { expandNested, NESTED_LIMITS } from '#shared/canned/expand-nested.ts';
import { nestedProblemText } from '#shared/canned/problem-text.ts';
import { createText } from '#shared/i18n/text.ts';
import { response } from './sample-responses.ts';

const texts = (entries: Readonly<Record<string, string>>) =>
  Object.entries(entries).map(([shortcode, text]) => response(shortcode, { variants: [{ locale: null, text }] }));
const expand = (text: string, responses: readonly CannedResponse[], locale: string | null = null) =>
  expandNested(
    { shortcode: 'top', text },
    { locale, find: (wanted) => responses.find(({ shortcode }) => shortcode.toLowerCase() === wanted.toLowerCase()) },
  );

test('puts responses in place, also inside each other and twice, whatever their case', () => {
  const all = texts({ Hello: 'Hi{{cursor}}', sign: '{{response:HELLO}}, {{response: hello }}!' });
  expect(expand('<{{response:sign}}> {{response:hello}} {{ticket.id}}', all)).toEqual({
    ok: true,
    value: '<Hi{{cursor}}, Hi{{cursor}}!> Hi{{cursor}} {{ticket.id}}',
  });
});

test('takes the reader’s language inside too', () => {
  const hello = response('hello', {
    variants: [
      { locale: null, text: 'Hello' },
      { locale: 'uk', text: 'Вітаю' },
    ],
  });
  expect(expand('{{response:hello}}', [hello], 'uk-UA')).toEqual({ ok: true, value: 'Вітаю' });
});

test('tells a cycle and an unknown one with the way to it', () => {
  const all = texts({ a: '{{response:b}}', b: '{{response:A}}', c: '{{response:gone}}' });
  const t = createText('en');
  const cycle = expand('{{response:a}}', all);
  expect(cycle).toEqual({ ok: false, error: { code: 'cycle', path: ['top', 'a', 'b', 'A'] } });
  if (!cycle.ok)
    expect(nestedProblemText(t, cycle.error)).toContain('/A would be put into itself (/top → /a → /b → /A)');
  expect(expand('{{response:top}}', all)).toEqual({ ok: false, error: { code: 'cycle', path: ['top', 'top'] } });
  const unknown = expand('{{response:c}}', all);
  expect(unknown).toEqual({ ok: false, error: { code: 'unknown', path: ['top', 'c', 'gone'] } });
  if (!unknown.ok) expect(nestedProblemText(t, unknown.error)).toContain('no response /gone (/top → /c → /gone)');
});

const chain = (length: number, times = 1) =>
  texts(
    Object.fromEntries(
      Array.from({ length }, (_, level) => [
        `r${level}`,
        level + 1 < length ? `{{response:r${level + 1}}}`.repeat(times) : '',
      ]),
    ),
  );

test('ten inside each other are put in, eleven are not', () => {
  // The outermost counts.
  expect(expand('{{response:r0}}', chain(NESTED_LIMITS.depth - 1)).ok).toBe(true);
  expect(expand('{{response:r0}}', chain(NESTED_LIMITS.depth))).toMatchObject({ error: { code: 'too-deep' } });
});

test('responses that double with every level are stopped', () => {
  expect(expand('{{response:r0}}', chain(9, 4))).toMatchObject({ error: { code: 'too-many' } });
});

test('a text that grows too long is stopped', () => {
  const big = texts({ big: 'x'.repeat(40_000) });
  expect(expand('{{response:big}}', big).ok).toBe(true);
  expect(expand('{{response:big}}{{response:big}}', big)).toEqual({
    ok: false,
    error: { code: 'too-long', path: ['top'] },
  });
});
