import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPlaceholders, findTabStops } from '#shared/templates/tab-stops.ts';

test('finds what stands in braces, with what it is and where', () => {
  const text = 'Hi {{cursor}}, {{ ask: order number }}\n{{response:Refund-1_б.x}} {{ticket.id}}{% if a\n%}';
  expect(findPlaceholders(text)).toEqual([
    { kind: 'cursor', start: 3, end: 13, source: '{{cursor}}' },
    { kind: 'ask', label: 'order number', start: 15, end: 38, source: '{{ ask: order number }}' },
    { kind: 'response', shortcode: 'Refund-1_б.x', start: 39, end: 64, source: '{{response:Refund-1_б.x}}' },
    { kind: 'leftover', start: 65, end: 78, source: '{{ticket.id}}' },
    { kind: 'leftover', start: 78, end: 88, source: '{% if a\n%}' },
  ]);
  expect(findTabStops(text).map(({ kind }) => kind)).toEqual(['cursor', 'ask', 'response']);
});

test.each([
  ['{{ask:}}', 'leftover'],
  ['{{ask: }}', 'leftover'],
  ['{{ask:two\nlines}}', 'leftover'],
  ['{{response:}}', 'leftover'],
  ['{{response:two words}}', 'leftover'],
  ['{{Cursor}}', 'leftover'],
  ['{{cursor | upcase}}', 'leftover'],
  ['{{}}', 'leftover'],
  ['{%%}', 'leftover'],
  ['{{ask:it’s "this"?}}', 'ask'],
])('%j is %s', (text, kind) => {
  expect(findPlaceholders(text)).toMatchObject([{ kind, start: 0, end: text.length }]);
});

test.each(['', '{', '{{', '{{ open', '{% open', '}} {{', '{ {cursor} }', '100 % {', '{{ a } }'])(
  'there is nothing in %j',
  (text) => {
    expect(findPlaceholders(text)).toEqual([]);
  },
);

test('what is never closed hides nothing behind it', () => {
  expect(findPlaceholders('{{ a {{cursor}} {% b {% c %}').map(({ source }) => source)).toEqual([
    '{{cursor}}',
    '{% c %}',
  ]);
});

test('places count as the text does, whatever its script', () => {
  const unit = fc.constantFrom(
    'a',
    'ї',
    '😀',
    '{',
    '}',
    '%',
    '{{cursor}}',
    '{{ask:ộ}}',
    '{{ticket.id}}',
    '{% if %}',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const found = findPlaceholders(text);
      for (const { start, end, source } of found) expect(text.slice(start, end)).toBe(source);
      // One after the other, and in a text without stray braces all of them.
      for (const [index, { start }] of found.entries())
        expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
      if (parts.every((part) => part.length > 1 || !/[{}%]/.test(part)))
        expect(found.map(({ source }) => source)).toEqual(parts.filter((part) => part.startsWith('{')));
    }),
  );
});
