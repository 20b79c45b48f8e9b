import { describe, expect, test } from 'vitest';
import { LIMITS } from '#renderer/templates/limits.ts';
import { createTemplates } from '#renderer/templates/render-template.ts';
import { render, textOf } from './fixtures.ts';
import { HOSTILE, HOSTILE_DATA, OUT_OF_REACH } from './hostile-templates.ts';

const DEADLINE_MS = 100;
const TRIES = 5;

describe('a hostile template ends by itself, whatever the clock says', () => {
  test.each(HOSTILE)('%s', (_name, template, code) => {
    const answer = render(template, HOSTILE_DATA);
    expect(answer.ok ? answer.value.text.slice(0, 100) : answer.error.code).toBe(code);
  });
});

describe(`within ${DEADLINE_MS} ms`, () => {
  const templates = createTemplates();
  test.each(HOSTILE)('%s', (_name, template) => {
    // The quickest of some: what is measured is the template, not what else the machine does.
    let quickest = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < TRIES && quickest > DEADLINE_MS; tries++) {
      const before = performance.now();
      expect(templates.render(template, HOSTILE_DATA).ok).toBe(false);
      quickest = Math.min(quickest, performance.now() - before);
    }
    expect(quickest).toBeLessThan(DEADLINE_MS);
  });
});

test('what counting does not see is ended by the clock', () => {
  let at = 0;
  const slow = createTemplates({ elapsed: () => at++ * 10 });
  const rounds = LIMITS.ms / 10 + 1;
  const template = `${'{{ "a" | upcase }}'.repeat(rounds)}`;
  expect(slow.render(template, {})).toEqual({ ok: false, error: { code: 'too-slow' } });
  // The next one has its own time.
  at = 0;
  expect(slow.render('{{ "a" | upcase }}', {})).toEqual({ ok: true, value: { text: 'A', unresolved: [] } });
});

test('what a busy machine made slow is tried by the amount of work: a long honest text is filled in', () => {
  const line = '- {{ ticket.title }} ({{ ticket.id }}): {% if ticket.vip %}first{% else %}later{% endif %}\n';
  const template = line.repeat(300);
  expect(textOf(template, { ticket: { title: 'Kettle', id: 7 } })).toBe('- Kettle (7): later\n'.repeat(300));
});

describe('what is not the template’s is as if it were not there', () => {
  const data = { ticket: { title: 'Kettle', id: 7, list: ['a', 'b'] } };
  test.each(OUT_OF_REACH)('%s', (path) => {
    const output = `{{ ${path} }}`;
    // Literals hold no variable, so that nothing is nothing; a list of nothing prints nothing.
    const nothing = /^["\d]|^empty|^blank/.test(path) ? ['', output] : [output];
    expect(nothing).toContain(textOf(output, data));
    expect(textOf(`{% if ${path.split(' |')[0]} %}reached{% endif %}`, data)).toBe(path.includes('|') ? 'reached' : '');
  });

  test('a loop’s own object shows what Liquid documents, and nothing behind it', () => {
    for (const name of ['constructor', '__proto__', 'next', 'valueOf', 'toString', 'liquidMethodMissing', 'i'])
      expect(textOf(`{% for i in (1..2) %}{% if forloop.${name} %}reached{% endif %}{% endfor %}`)).toBe('');
  });

  test('assigning under such a name reaches nobody else', () => {
    expect(textOf('{% assign __proto__ = "a" %}{% assign constructor = "b" %}{{ __proto__ }}{{ constructor }}')).toBe(
      'ab',
    );
    expect(textOf('{% if ticket.a %}reached{% endif %}', { ticket: {} })).toBe('');
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
    expect(textOf('{% capture __proto__ %}x{% endcapture %}{% increment constructor %}', {})).toBe('0');
  });

  test('data with such keys is plain data', () => {
    const data: unknown = JSON.parse(
      '{"ticket":{"__proto__":{"polluted":"yes"},"constructor":"mine","toString":"text"}}',
    );
    expect(
      textOf('{{ ticket.constructor }} {{ ticket.toString }} {{ ticket.__proto__.polluted }}', data as never),
    ).toBe('mine text yes');
    expect(textOf('{% if ticket.polluted %}reached{% endif %}', data as never)).toBe('');
  });
});
