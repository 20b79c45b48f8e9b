import fc from 'fast-check';
import { expect, test } from 'vitest';
import { render } from './fixtures.ts';

/** A piece of a template, made together with what it must become. */
type Piece = { readonly template: string; readonly text: string; readonly unresolved?: readonly string[] };

const WORDS = ['Оксана', 'Ngọc Ánh', 'Zoë', 'İdil', '李雷', 'O’Neill', '👩‍💻 Ada', 'parcel 4711'];
const DATA = {
  ticket: {
    id: 4711,
    tags: 'vip eu',
    words: Object.fromEntries(WORDS.map((word, index) => [`w${index}`, word])),
    none: null,
  },
};
const VISIBLE = Array.from('abz АЇґ ẫơ ß.,;:!?"\'€\n😀🙏#&<>|%');

const plainText = fc.string({ unit: fc.constantFrom(...VISIBLE), maxLength: 12 });
/** Stands between quotation marks. */
const quotable = fc.string({
  unit: fc.constantFrom(...VISIBLE.filter((sign) => sign !== '"' && sign !== '\n')),
  maxLength: 5,
});
const word = fc
  .integer({ min: 0, max: WORDS.length - 1 })
  .map((index) => ({ path: `ticket.words.w${index}`, value: WORDS[index] ?? '' }));

/** Filters of texts beside what they do, said over code points. */
type Step = { readonly filter: string; readonly does: (text: string) => string };
const step: fc.Arbitrary<Step> = fc.oneof(
  quotable.map((end) => ({ filter: `append: "${end}"`, does: (text: string) => text + end })),
  quotable.map((start) => ({ filter: `prepend: "${start}"`, does: (text: string) => start + text })),
  fc.constantFrom<Step>(
    { filter: 'strip', does: (text) => text.replace(/^\s+|\s+$/gu, '') },
    { filter: 'upcase', does: (text) => text.toUpperCase() },
    { filter: 'downcase', does: (text) => text.toLowerCase() },
    { filter: 'split: "" | reverse | join: ""', does: (text) => Array.from(text).reverse().join('') },
    { filter: 'split: "" | join: "-"', does: (text) => Array.from(text).join('-') },
    { filter: 'replace: "a", "å"', does: (text) => Array.from(text, (sign) => (sign === 'a' ? 'å' : sign)).join('') },
    {
      filter: 'remove: "e"',
      does: (text) =>
        Array.from(text)
          .filter((sign) => sign !== 'e')
          .join(''),
    },
  ),
  fc.integer({ min: 3, max: 9 }).map((most) => ({
    filter: `truncate: ${most}`,
    does: (text: string) => {
      const signs = Array.from(text);
      return signs.length > most ? `${signs.slice(0, most - 3).join('')}...` : text;
    },
  })),
  fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 4 })).map(([from, count]) => ({
    filter: `slice: ${from}, ${count}`,
    does: (text: string) =>
      Array.from(text)
        .slice(from, from + count)
        .join(''),
  })),
);

const literal = plainText.map((text): Piece => ({ template: text, text }));

const output = fc.tuple(word, fc.array(step, { maxLength: 4 })).map(([{ path, value }, steps]): Piece => {
  const template = `{{ ${[path, ...steps.map(({ filter }) => filter)].join(' | ')} }}`;
  const text = steps.reduce((done, { does }) => does(done), value);
  return text === '' ? { template, text: template, unresolved: [template] } : { template, text };
});

const sum = fc
  .tuple(
    fc.integer({ min: -999, max: 999 }),
    fc.array(
      fc.tuple(fc.constantFrom('plus', 'minus', 'times', 'divided_by', 'modulo'), fc.integer({ min: 1, max: 99 })),
      { maxLength: 4 },
    ),
  )
  .map(([start, steps]): Piece => {
    const does = {
      plus: (a: bigint, b: bigint) => a + b,
      minus: (a: bigint, b: bigint) => a - b,
      times: (a: bigint, b: bigint) => a * b,
      // Down, not towards zero.
      divided_by: (a: bigint, b: bigint) => (a - (((a % b) + b) % b)) / b,
      modulo: (a: bigint, b: bigint) => ((a % b) + b) % b,
    };
    const result = steps.reduce((value, [name, by]) => does[name](value, BigInt(by)), BigInt(start));
    return {
      template: `{{ ${[start, ...steps.map(([name, by]) => `${name}: ${by}`)].join(' | ')} }}`,
      text: String(result),
    };
  });

/** Money: decimals that are exact in cents. */
const price = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }))
  .map(([a, b]): Piece => {
    const inCents = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
    return {
      template: `{{ ${inCents(a)} | plus: ${inCents(b)} }}`,
      // Printed without needless zeros, but one.
      text: inCents(a + b).replace(/(\.\d)0$/, '$1'),
    };
  });

/** Conditions that are known to hold or not. */
const condition = fc.oneof(
  fc.constantFrom<readonly [string, boolean]>(
    ['ticket.none', false],
    ['ticket.nothing.at.all', false],
    ['ticket.id', true],
    ['ticket.none == nil', true],
    ['ticket.tags contains "vip"', true],
    ['ticket.tags contains "gold"', false],
    ['ticket.none == blank', true],
    ['ticket.tags != ""', true],
  ),
  fc
    .tuple(fc.integer({ min: 4700, max: 4720 }), fc.constantFrom('==', '!=', '<', '>', '<=', '>='))
    .map(([number, sign]): readonly [string, boolean] => [
      `ticket.id ${sign} ${number}`,
      {
        '==': 4711 === number,
        '!=': 4711 !== number,
        '<': 4711 < number,
        '>': 4711 > number,
        '<=': 4711 <= number,
        '>=': 4711 >= number,
      }[sign] ?? false,
    ]),
);

const tabStop = fc
  .oneof(
    fc.constantFrom('{{cursor}}', '{{ cursor }}', '{{response:refund_1}}'),
    quotable.filter((label) => label.trim() !== '').map((label) => `{{ask:${label}'s}}`),
  )
  .map((template): Piece => ({ template, text: template }));

const unresolved = fc
  .constantFrom('{{ticket.none}}', '{{ ticket.words.w99 | upcase }}', '{{ nobody.first_name }}', '{{dc.greeting}}')
  .map((template): Piece => ({ template, text: template, unresolved: [template] }));
const fallback = quotable
  .filter((text) => text !== '')
  .map((text): Piece => ({ template: `{{ ticket.none | default: "${text}" }}`, text }));

const simple = fc.oneof(literal, output, sum, price, tabStop, unresolved, fallback);
const nothing: Piece = { template: '', text: '' };

const branch = fc
  .tuple(condition, condition, simple, simple, fc.boolean())
  .map(([[one, first], [two, second], a, b, negated]): Piece => {
    if (negated)
      return { ...(first ? b : a), template: `{% unless ${one} %}${a.template}{% else %}${b.template}{% endunless %}` };
    const taken = first ? a : second ? b : nothing;
    return { ...taken, template: `{% if ${one} %}${a.template}{% elsif ${two} %}${b.template}{% endif %}` };
  });

const joined = fc.tuple(condition, condition, fc.constantFrom('and', 'or')).map(
  ([[one, first], [two, second], how]): Piece => ({
    template: `{% if ${one} ${how} ${two} %}yes{% else %}no{% endif %}`,
    text: (how === 'and' ? first && second : first || second) ? 'yes' : 'no',
  }),
);

const choice = fc.tuple(word, word, simple, simple).map(
  ([{ path, value }, other, a, b]): Piece => ({
    ...(value === other.value ? a : b),
    template: `{% case ${path} %}{% when "${other.value}" %}${a.template}{% else %}${b.template}{% endcase %}`,
  }),
);

const loop = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.nat({ max: 6 }), simple).map(([from, count, body]): Piece => {
  const rounds = Array.from({ length: count }, (_, index) => `${from + index}/${count - index}${body.text}`);
  return {
    ...body,
    ...(count === 0 ? { unresolved: [] } : {}),
    template: `{% for i in (${from}..${from + count - 1}) %}{{ i }}/{{ forloop.rindex }}${body.template}{% endfor %}`,
    text: rounds.join(''),
  };
});

const variable = fc.tuple(word, step, fc.boolean()).map(([{ path, value }, { filter, does }, captured]): Piece => {
  const text = does(value);
  const set = captured
    ? `{% capture kept %}${value.replace(/[{}]/g, '')}{% endcapture %}{% assign kept = kept | ${filter} %}`
    : `{% assign kept = ${path} | ${filter} %}`;
  const shown = '{{kept}}{{ kept | default: "" }}';
  return text === ''
    ? { template: set + shown, text: '{{kept}}', unresolved: ['{{kept}}'] }
    : { template: set + shown, text: text + text };
});

const hidden = fc.tuple(simple, fc.constantFrom('comment', 'raw')).map(
  ([{ template }, tag]): Piece => ({
    template: `{% ${tag} %}${template}{% end${tag} %}`,
    text: tag === 'raw' ? template : '',
  }),
);

const piece = fc.oneof(simple, branch, joined, choice, loop, variable, hidden);

test('400 generated templates become what they were made to become', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }), (pieces) => {
      // A brace at the end of one piece must not open something with the next.
      const template = pieces.map((one) => one.template).join(' ');
      expect(render(template, DATA)).toEqual({
        ok: true,
        value: {
          text: pieces.map((one) => one.text).join(' '),
          unresolved: [...new Set(pieces.flatMap((one) => one.unresolved ?? []))],
        },
      });
    }),
    { numRuns: 400, seed: 20_261_126 },
  );
});
