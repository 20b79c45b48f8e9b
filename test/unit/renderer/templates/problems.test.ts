import { expect, test } from 'vitest';
import { createText } from '#shared/i18n/text.ts';
import { templateProblemText } from '#shared/templates/problem-text.ts';
import { SYNTAX_FAULTS, TEMPLATE_LIMITS, type TemplateProblem } from '#shared/templates/rendered.ts';
import { render } from './fixtures.ts';

test.each<[template: string, problem: TemplateProblem]>([
  ['a\n b {{ x', { code: 'syntax', what: 'output-open', near: '{{ x', line: 2, column: 4 }],
  ['{{ "never ends }} b', { code: 'syntax', what: 'output-open', near: '{{ "never ends }} b', line: 1, column: 1 }],
  ['a {% if x', { code: 'syntax', what: 'tag-open', near: '{% if x', line: 1, column: 3 }],
  ['{% if x %}a', { code: 'syntax', what: 'block-open', near: '{% if x %}', line: 1, column: 1 }],
  [
    'a {% for i in (1..2) %}\n{% if i %}{% endfor %}',
    { code: 'syntax', what: 'stray-tag', near: '{% endfor %}', line: 2, column: 11 },
  ],
  ['{% capture c %}a', { code: 'syntax', what: 'block-open', near: '{% capture c %}', line: 1, column: 1 }],
  ['{% raw %}a', { code: 'syntax', what: 'block-open', near: 'a', line: 1, column: 10 }],
  ['a {% endif %}', { code: 'syntax', what: 'stray-tag', near: '{% endif %}', line: 1, column: 3 }],
  ['{% else %}', { code: 'syntax', what: 'stray-tag', near: '{% else %}', line: 1, column: 1 }],
  ['{{ }}', { code: 'syntax', what: 'unreadable', near: '{{ }}', line: 1, column: 4 }],
  ['{% for x %}{% endfor %}', { code: 'syntax', what: 'unreadable', near: '{% for x %}', line: 1, column: 1 }],
  ['b {% include "c" %}', { code: 'forbidden-tag', tag: 'include', line: 1, column: 3 }],
  ['{% render "c" %}', { code: 'forbidden-tag', tag: 'render', line: 1, column: 1 }],
  ['{% layout "c" %}', { code: 'forbidden-tag', tag: 'layout', line: 1, column: 1 }],
  ['{% block c %}{% endblock %}', { code: 'forbidden-tag', tag: 'block', line: 1, column: 1 }],
  ['{% liquid\n assign x = 1 %}', { code: 'forbidden-tag', tag: 'liquid', line: 1, column: 1 }],
  ['{% nope %}', { code: 'forbidden-tag', tag: 'nope', line: 1, column: 1 }],
  ['{{ x | nope }}', { code: 'unknown-filter', filter: 'nope', line: 1, column: 1 }],
  ['{% assign x = 1 | nope: 2 %}', { code: 'unknown-filter', filter: 'nope', line: 1, column: 1 }],
  ['\n{{ 1 | divided_by: 0 }}', { code: 'failed', near: '{{ 1 | divided_by: 0 }}', line: 2, column: 1 }],
  ['{{ 1 | modulo: 0 }}', { code: 'failed', near: '{{ 1 | modulo: 0 }}', line: 1, column: 1 }],
  ['{{ "%zz" | url_decode }}', { code: 'failed', near: '{{ "%zz" | url_decode }}', line: 1, column: 1 }],
])('%j', (template, error) => {
  expect(render(template)).toEqual({ ok: false, error });
});

test('every problem is told in a sentence that names the place where there is one', () => {
  const text = createText('en');
  const place = { line: 3, column: 4 };
  const problems: readonly TemplateProblem[] = [
    ...SYNTAX_FAULTS.map((what) => ({ code: 'syntax' as const, what, near: '{{ x', ...place })),
    { code: 'forbidden-tag', tag: 'include', ...place },
    { code: 'unknown-filter', filter: 'nope', ...place },
    { code: 'failed', near: '{{ 1 | divided_by: 0 }}', ...place },
    ...TEMPLATE_LIMITS.map((code) => ({ code })),
    { code: 'unavailable' },
  ];
  const sentences = problems.map((problem) => templateProblemText(text, problem));
  expect(new Set(sentences).size).toBe(problems.length);
  for (const [index, problem] of problems.entries()) {
    expect(sentences[index]).toMatch(/^.+\. Nothing was changed; .+\.$/);
    if ('line' in problem) expect(sentences[index]).toMatch(/^Line 3, column 4: /);
    if ('near' in problem) expect(sentences[index]).toContain(problem.near);
  }
});
