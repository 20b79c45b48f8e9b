import type { TemplateProblem } from '#shared/templates/rendered.ts';

const LONG = 'x'.repeat(20_000);
/** What a customer may have written. */
export const HOSTILE_DATA = {
  long: LONG,
  spaces: ' '.repeat(20_000),
  opening: '<'.repeat(20_000),
  percent: '%'.repeat(20_000),
  words: 'ab '.repeat(6_000),
  digits: '9'.repeat(20_000),
  dc: {
    many: '{{dc.more}}'.repeat(200),
    more: '{{dc.most}}'.repeat(200),
    most: 'x',
    long: '{{dc.longer}}'.repeat(90),
    longer: 'x'.repeat(2_000),
    loop: '{% for i in (1..100000000) %}x{% endfor %}',
    deep: '{% if true %}'.repeat(60) + '{% endif %}'.repeat(60),
  },
};

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

/** Templates that would take for ever, fill the memory or reach what is not theirs, with how they are stopped. */
export const HOSTILE: readonly (readonly [name: string, template: string, code: TemplateProblem['code']])[] = [
  ['a loop without end', '{% for i in (1..100000000) %}x{% endfor %}', 'too-much-memory'],
  ['a long loop', '{% for i in (1..400000) %}x{% endfor %}', 'too-slow'],
  ['an empty long loop', '{% for i in (1..400000) %}{% endfor %}', 'too-slow'],
  ['a long table', '{% tablerow i in (1..400000) %}{% endtablerow %}', 'too-much-output'],
  [
    'loops in loops',
    '{% for a in (1..999) %}{% for b in (1..999) %}{% for c in (1..999) %}{% endfor %}{% endfor %}{% endfor %}',
    'too-slow',
  ],
  ['dynamic content that names more and more', '{{dc.many}}', 'too-slow'],
  ['dynamic content that grows', '{{dc.long}}', 'too-much-output'],
  ['dynamic content with a loop without end', '{{dc.loop}}', 'too-much-memory'],
  ['dynamic content of blocks inside each other', '{{dc.deep}}', 'too-deep'],
  ['a loop to the end of numbers', `{% for i in (1..${'9'.repeat(300)}) %}x{% endfor %}`, 'too-much-memory'],
  ['a loop to a long number', '{% for i in (1..digits) %}x{% endfor %}', 'too-much-memory'],
  [
    'text doubled by append',
    '{% assign a = "0123456789" %}{% for i in (1..99) %}{% assign a = a | append: a %}{% endfor %}',
    'too-much-memory',
  ],
  [
    'text doubled by prepend',
    '{% assign a = "0123456789" %}{% for i in (1..99) %}{% assign a = a | prepend: a %}{% endfor %}',
    'too-much-memory',
  ],
  [
    'text doubled by capture',
    '{% assign a = "0123456789" %}{% for i in (1..99) %}{% capture a %}{{a}}{{a}}{% endcapture %}{% endfor %}',
    'too-much-output',
  ],
  ['a long text repeated', '{% for i in (1..999) %}{{long}}{% endfor %}', 'too-much-output'],
  [
    'a long text captured again and again',
    '{% capture a %}{% for i in (1..999) %}{{long}}{% endfor %}{% endcapture %}',
    'too-much-output',
  ],
  ['replace that blows up', '{{ long | replace: "x", long }}', 'too-much-memory'],
  ['replace of nothing', '{{ long | replace: "", long }}', 'too-much-memory'],
  [
    'a list doubled',
    '{% assign a = long | split: "" %}{% for i in (1..99) %}{% assign a = a | concat: a %}{% endfor %}',
    'too-much-memory',
  ],
  [
    'one long text many times in a list',
    '{% assign a = long | split: "?" %}{% for i in (1..12) %}{% assign a = a | concat: a %}{% endfor %}{{ a }}',
    'too-much-memory',
  ],
  ['a list joined by a long text', '{{ words | split: " " | join: long }}', 'too-much-memory'],
  [
    'signs sorted again and again',
    '{% for i in (1..99) %}{% assign a = long | split: "" | sort %}{% endfor %}',
    'too-much-memory',
  ],
  [
    'words sorted again and again',
    '{% for i in (1..99) %}{% assign a = words | split: " " | sort_natural %}{% endfor %}',
    'too-much-memory',
  ],
  [
    'an escape that grows',
    '{% assign a = percent %}{% for i in (1..99) %}{% assign a = a | url_encode %}{% endfor %}',
    'too-much-memory',
  ],
  [
    'tags that never end',
    '{% assign a = opening %}{% for i in (1..99) %}{% assign a = a | escape %}{% endfor %}',
    'too-much-memory',
  ],
  ['a date of endless width', '{{ "now" | date: "%999999999Y" }}', 'too-much-memory'],
  ['a date of endless digits', '{{ "now" | date: "%999999999N" }}', 'too-much-memory'],
  ['a date of many names', `{{ "now" | date: "${'%A'.repeat(900)}" }}`, 'failed'],
  [
    'dates of many names',
    `{% for i in (1..9999) %}{{ "now" | date: "${'%A'.repeat(20)}" }}{% endfor %}`,
    'too-much-memory',
  ],
  ['blocks in blocks', nested(900, '{% if a %}', '{% endif %}'), 'too-deep'],
  ['captures in captures', nested(900, '{% capture a %}', '{% endcapture %}'), 'too-deep'],
  ['very many outputs', '{{a}}'.repeat(9_000), 'too-long'],
  ['very many openings', '{{'.repeat(30_000), 'too-long'],
  ['very many tags that do not end', '{%'.repeat(30_000), 'too-long'],
  ['very many quotation marks', "{{ '".repeat(1_900), 'syntax'],
  ['a long condition', `{% if a${' and a'.repeat(9_000)} %}{% endif %}`, 'too-long'],
  ['a long chain of filters', `{{ a${' | upcase'.repeat(6_000)} }}`, 'too-long'],
  ['a long path', `{{ a${'.b'.repeat(30_000)} }}`, 'too-long'],
  ['brackets in brackets', `{{ ${'a['.repeat(900)}${']'.repeat(900)} }}`, 'too-deep'],
  ['ranges in ranges', `{{ ${'(1..'.repeat(900)}2${')'.repeat(900)} }}`, 'too-long'],
  ['ranges in some ranges', `{{ ${'(1..'.repeat(100)}2${')'.repeat(100)} }}`, 'too-deep'],
  ['a template without end', 'x'.repeat(70_000), 'too-long'],
  ['marks that grow', `{% for i in (1..9999) %}{{ ${'a'.repeat(3_000)} }}{% endfor %}`, 'too-much-memory'],
];

/** Ways to what a template must not reach: each is as if it were not there. */
export const OUT_OF_REACH: readonly string[] = [
  'ticket.constructor',
  'ticket.constructor.constructor',
  'ticket.__proto__',
  'ticket["__proto__"]["constructor"]',
  'ticket.prototype',
  'ticket.toString',
  'ticket.valueOf',
  'ticket.hasOwnProperty',
  'ticket.title.constructor',
  'ticket.title.__proto__',
  'ticket.title.replace',
  'ticket.list.constructor',
  'ticket.list.__proto__',
  'ticket.list.push',
  'ticket.id.constructor',
  'ticket.id.toFixed',
  'constructor',
  '__proto__',
  'globalThis',
  'self',
  'process',
  'ticket | map: "constructor"',
  'ticket.list | map: "__proto__"',
  '"text".constructor',
  'empty.constructor',
  'blank.valueOf',
  '5.0.equals',
];
