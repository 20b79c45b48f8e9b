import { expect, test } from 'vitest';
import { render } from './fixtures.ts';

const data = {
  ticket: {
    id: 7,
    requester: { name: 'Zoë', phone: '', email: null },
    latest_comment: { value: 'It broke.', author: { name: 'Zoë' } },
    list: [],
  },
};

test.each<[template: string, text: string, unresolved: readonly string[]]>([
  ['Call {{ticket.requester.phone}}.', 'Call {{ticket.requester.phone}}.', ['{{ticket.requester.phone}}']],
  ['{{ ticket.requester.email }}', '{{ ticket.requester.email }}', ['{{ ticket.requester.email }}']],
  ['{{ticket.nothing.at.all}}', '{{ticket.nothing.at.all}}', ['{{ticket.nothing.at.all}}']],
  ['{{ticket.list}}', '{{ticket.list}}', ['{{ticket.list}}']],
  ['{{ticket.requester}}', '{{ticket.requester}}', ['{{ticket.requester}}']],
  ['{{dc.greeting}}', '{{dc.greeting}}', ['{{dc.greeting}}']],
  // Each once, in the text's order.
  ['{{b}} {{a}} {{b}}', '{{b}} {{a}} {{b}}', ['{{b}}', '{{a}}']],
  [
    '{{ ticket.nothing | upcase | split: "," | first }}',
    '{{ ticket.nothing | upcase | split: "," | first }}',
    ['{{ ticket.nothing | upcase | split: "," | first }}'],
  ],
  ['{{- a -}}', '{{- a -}}', ['{{- a -}}']],
  // What has something to say.
  ['{{ticket.requester.phone | default: "no number"}}', 'no number', []],
  ['[{{ticket.requester.phone | default: ""}}]', '[]', []],
  [
    '{{ticket.requester.phone | default: ticket.nothing}}',
    '{{ticket.requester.phone | default: ticket.nothing}}',
    ['{{ticket.requester.phone | default: ticket.nothing}}'],
  ],
  ['{{ticket.id}} {{ticket.latest_comment}}', '7 It broke.', []],
  ['{{ticket.latest_comment | upcase}} {{ticket.latest_comment.author.name}}', 'IT BROKE. Zoë', []],
  ['{{ false }}{{ "" }}{{- "" -}}', 'false', []],
  // Only what is reached counts.
  ['{% if ticket.nothing %}{{ticket.nothing}}{% else %}none{% endif %}', 'none', []],
  ['{% for x in ticket.nothing %}{{x.y}}{% endfor %}', '', []],
  ['{% for x in (1..2) %}{{x.y}}{% endfor %}', '{{x.y}}{{x.y}}', ['{{x.y}}']],
  // Captured and put to use, it is still seen.
  ['{% capture c %}Dear {{a}}{% endcapture %}{{ c | upcase | truncate: 50 }}', 'DEAR {{a}}', ['{{a}}']],
  ['{% capture c %}Dear {{a}}{% endcapture %}gone', 'gone', []],
  // A capture of nothing is nothing.
  ['{% capture c %} {{a}} {% endcapture %}{% if c == blank %}blank{% endif %}', 'blank', []],
  ['{% capture c %}{{a}}{% endcapture %}{{ c | default: "there" }}', 'there', []],
  ['{% capture c %}{{a}}{% endcapture %}{{ c }}', '{{ c }}', ['{{ c }}']],
  ['{% assign c = a %}{{c}}', '{{c}}', ['{{c}}']],
])('%s', (template, text, unresolved) => {
  expect(render(template, data)).toEqual({ ok: true, value: { text, unresolved } });
});

test.each([
  'Hello {{cursor}}, {{ ask:order number }} {{response:refund-1}}',
  `{{ask:the customer's "own" words}} {{ cursor }}`,
  '{% raw %}{{cursor}}{% endraw %}'.replace(/\{% \w+ %\}/g, ''),
])('what is no Liquid goes through: %s', (template) => {
  expect(render(template, data)).toEqual({ ok: true, value: { text: template, unresolved: [] } });
});

test('tab stops keep their places beside outputs, in texts of tags and in conditions', () => {
  expect(
    render(
      `{% assign c = "{{ask:it's}}" %}{{c}}|{{ a | default: "{{cursor}}" }}|{% if ticket.id %}{{ask:why?}}{% endif %}{{a}}`,
      data,
    ),
  ).toEqual({ ok: true, value: { text: `{{ask:it's}}|{{cursor}}|{{ask:why?}}{{a}}`, unresolved: ['{{a}}'] } });
});

test('a line number counts behind tab stops as before them', () => {
  expect(render(`{{ask:it's}}\n{{cursor}} {{ a | nope }}`, data)).toEqual({
    ok: false,
    error: { code: 'unknown-filter', filter: 'nope', line: 2, column: 12 },
  });
});
