import { describe, expect, test } from 'vitest';
import type { TemplateScope } from '#shared/templates/template-data.ts';
import { render, textOf } from './fixtures.ts';

/**
 * Zendesk names no filters of its own: "Understanding Liquid markup and Zendesk Support"
 * (https://support.zendesk.com/hc/en-us/articles/4408883291290) sends its readers to Liquid for Designers. The filters are those
 * of that page and of https://shopify.github.io/liquid/filters/, and the first cases of each are the examples given there. The
 * others follow from the definition in Liquid's `standardfilters.rb` and Ruby's methods that it calls.
 */
const FILTERS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  abs: [
    ['{{ -17 | abs }}', '17'],
    ['{{ 4 | abs }}', '4'],
    ['{{ "-19.86" | abs }}', '19.86'],
    ['{{ "word" | abs }}', '0'],
  ],
  append: [
    ['{{ "/my/fancy/url" | append: ".html" }}', '/my/fancy/url.html'],
    ['{% assign filename = "/index.html" %}{{ "website.com" | append: filename }}', 'website.com/index.html'],
    ['{{ 5 | append: "€" }}', '5€'],
  ],
  at_least: [
    ['{{ 4 | at_least: 5 }}', '5'],
    ['{{ 4 | at_least: 3 }}', '4'],
  ],
  at_most: [
    ['{{ 4 | at_most: 5 }}', '4'],
    ['{{ 4 | at_most: 3 }}', '3'],
    ['{{ 4.5 | at_most: 9 }}', '4.5'],
  ],
  capitalize: [
    ['{{ "title" | capitalize }}', 'Title'],
    ['{{ "my GREAT title" | capitalize }}', 'My great title'],
    ['{{ "їжак" | capitalize }}', 'Їжак'],
  ],
  ceil: [
    ['{{ 1.2 | ceil }}', '2'],
    ['{{ 2.0 | ceil }}', '2'],
    ['{{ 183.357 | ceil }}', '184'],
    ['{{ "3.5" | ceil }}', '4'],
    ['{{ -1.5 | ceil }}', '-1'],
  ],
  compact: [['{{ people | map: "town" | compact | join: "," }}', 'Lviv,Huế']],
  concat: [
    [
      '{% assign f = "apples, oranges" | split: ", " %}{% assign v = "carrots" | split: ", " %}{{ f | concat: v | join: "-" }}',
      'apples-oranges-carrots',
    ],
  ],
  date: [
    ['{{ "2015-07-17T15:04:00Z" | date: "%a, %b %d, %y" }}', 'Fri, Jul 17, 15'],
    ['{{ "2015-07-17T15:04:00Z" | date: "%Y" }}', '2015'],
    ['{{ "March 14, 2016" | date: "%b %d, %y" }}', 'Mar 14, 16'],
    ['{{ "now" | date: "%Y-%m-%d %H:%M" }}', '2026-11-26 09:05'],
    ['{{ "today" | date: "%s" }}', '1795683907'],
    ['{{ 1152098955 | date: "%m/%d/%Y" }}', '07/05/2006'],
    ['{{ "1152098955" | date: "%m/%d/%Y" }}', '07/05/2006'],
    ['{{ "no date" | date: "%Y" }}', 'no date'],
    ['{{ "2026-11-26" | date: "" }}', '2026-11-26'],
    ['{{ "2026-03-01T23:30:00+02:00" | date: "%d %H:%M %z" }}', '01 23:30 +0200'],
    ['{{ "2026-03-01T23:30:00+02:00" | date: "%:z" }}', '+02:00'],
    ['{{ "2026-03-29 02:30" | date: "%H:%M" }}', '02:30'],
    ['{{ "2026-11-26 10:00:00 UTC" | date: "%H %Z" }}', '10 UTC'],
    ['{{ at | date: "%A %a %B %b %h" }}', 'Monday Mon January Jan Jan'],
    ['{{ at | date: "%Y %y %C %m %d %e %j" }}', '2024 24 20 01 01  1 001'],
    ['{{ at | date: "%H %k %I %l %M %S %L %N" }}', '04  4 04  4 05 06 007 007000000'],
    ['{{ at | date: "%p %P %u %w" }}', 'AM am 1 1'],
    ['{{ at | date: "%U %W %V %G" }}', '00 01 01 2024'],
    ['{{ at | date: "%-d.%-m.%Y %-H" }}', '1.1.2024 4'],
    ['{{ at | date: "%^a %^B %05d %_m" }}', 'MON JANUARY 00001  1'],
    ['{{ at | date: "%F %T %R %D" }}', '2024-01-01 04:05:06 04:05 01/01/24'],
    ['{{ at | date: "%c|%x|%X|%r" }}', 'Mon Jan  1 04:05:06 2024|01/01/24|04:05:06|04:05:06 AM'],
    ['{{ at | date: "%v|%+" }}', ' 1-JAN-2024|Mon Jan  1 04:05:06 UTC 2024'],
    ['{{ at | date: "%z %:z %Z" }}', '+0000 +00:00 UTC'],
    ['{{ at | date: "100%% of %%F%n%t." }}', '100% of %F\n\t.'],
    // The year of ISO 8601 is the one of the week's Thursday.
    ['{{ "2027-01-03T00:00:00Z" | date: "%G-W%V-%u %g" }}', '2026-W53-7 26'],
    ['{{ "2024-12-30T00:00:00Z" | date: "%G-W%V" }}', '2025-W01'],
    ['{{ "2026-07-01T21:30:00Z" | date: "%d %H:%M", "Europe/Kyiv" }}', '02 00:30'],
  ],
  default: [
    ['{{ nothing | default: 2.99 }}', '2.99'],
    ['{% assign price = 4.99 %}{{ price | default: 2.99 }}', '4.99'],
    ['{% assign price = "" %}{{ price | default: 2.99 }}', '2.99'],
    ['{% assign shown = false %}{{ shown | default: true }}', 'true'],
    ['{% assign shown = false %}{{ shown | default: true, allow_false: true }}', 'false'],
    ['{{ 0 | default: 1 }}', '0'],
    ['{{ empty_list | default: "none" }}', 'none'],
    ['{{ nothing | default: word }}', 'Straße'],
  ],
  divided_by: [
    ['{{ 16 | divided_by: 4 }}', '4'],
    ['{{ 5 | divided_by: 3 }}', '1'],
    ['{{ 20 | divided_by: 7 }}', '2'],
    ['{{ 20 | divided_by: 7.0 }}', '2.857142857142857'],
    ['{% assign i = 7 %}{% assign f = i | times: 1.0 %}{{ 20 | divided_by: f }}', '2.857142857142857'],
    ['{{ -7 | divided_by: 2 }}', '-4'],
    ['{{ 10.0 | divided_by: 4 }}', '2.5'],
    ['{{ 10.0 | divided_by: 5 }}', '2.0'],
    ['{{ "20" | divided_by: "6" }}', '3'],
  ],
  downcase: [
    ['{{ "Parker Moore" | downcase }}', 'parker moore'],
    ['{{ "ПРИВІТ Ґ" | downcase }}', 'привіт ґ'],
  ],
  escape: [
    [
      `{{ "Have you read 'James & the Giant Peach'?" | escape }}`,
      'Have you read &#39;James &amp; the Giant Peach&#39;?',
    ],
    ['{{ "Tetsuro Takara" | escape }}', 'Tetsuro Takara'],
    [`{{ '<a href="x">' | escape }}`, '&lt;a href=&quot;x&quot;&gt;'],
  ],
  escape_once: [
    ['{{ "1 < 2 & 3" | escape_once }}', '1 &lt; 2 &amp; 3'],
    ['{{ "1 &lt; 2 &amp; 3" | escape_once }}', '1 &lt; 2 &amp; 3'],
    ['{{ "&nbsp;&#169;&x" | escape_once }}', '&nbsp;&#169;&amp;x'],
  ],
  first: [
    ['{{ "Ground control to Major Tom." | split: " " | first }}', 'Ground'],
    ['{{ people.first.name }}', 'Oksana'],
  ],
  floor: [
    ['{{ 1.2 | floor }}', '1'],
    ['{{ 2.0 | floor }}', '2'],
    ['{{ 183.357 | floor }}', '183'],
    ['{{ "3.5" | floor }}', '3'],
    ['{{ -1.5 | floor }}', '-2'],
  ],
  join: [
    ['{{ "John, Paul, George, Ringo" | split: ", " | join: " and " }}', 'John and Paul and George and Ringo'],
    ['{{ list | join }}', 'c a b'],
  ],
  last: [
    ['{{ "Ground control to Major Tom." | split: " " | last }}', 'Tom.'],
    ['{{ people.last.name }}', 'Zoë'],
    // The example of Zendesk's article on custom fields: the last part of a nested option.
    ['{{ nested | split: "::" | last }}', 'Kettle'],
  ],
  lstrip: [
    ['[{{ "          So much room for activities          " | lstrip }}]', '[So much room for activities          ]'],
  ],
  map: [
    ['{{ people | map: "name" | join: "," }}', 'Oksana,Ngọc,Zoë'],
    ['{{ people | map: "nothing" | join: "," }}', ',,'],
  ],
  minus: [
    ['{{ 4 | minus: 2 }}', '2'],
    ['{{ 16 | minus: 4 }}', '12'],
    ['{{ 183.357 | minus: 12 }}', '171.357'],
    ['{{ "10" | minus: "3" }}', '7'],
    ['{{ 1.5 | minus: 0.5 }}', '1.0'],
  ],
  modulo: [
    ['{{ 3 | modulo: 2 }}', '1'],
    ['{{ 24 | modulo: 7 }}', '3'],
    ['{{ 183.357 | modulo: 12 }}', '3.357'],
    ['{{ -7 | modulo: 3 }}', '2'],
  ],
  newline_to_br: [
    ['{{ "\\nHello\\nthere\\n" | newline_to_br }}', '<br />\nHello<br />\nthere<br />\n'],
    ['{{ "a\\r\\nb" | newline_to_br }}', 'a<br />\nb'],
  ],
  plus: [
    ['{{ 4 | plus: 2 }}', '6'],
    ['{{ 16 | plus: 4 }}', '20'],
    ['{{ 183.357 | plus: 12 }}', '195.357'],
    ['{{ 0.1 | plus: 0.2 }}', '0.3'],
    ['{{ "3.0" | plus: 1 }}', '4.0'],
    ['{{ "7 days" | plus: 1 }}', '8'],
    ['{{ nothing | plus: 1 }}', '1'],
  ],
  prepend: [
    ['{{ "apples, oranges, and bananas" | prepend: "Some fruit: " }}', 'Some fruit: apples, oranges, and bananas'],
  ],
  remove: [
    ['{{ "I strained to see the train through the rain" | remove: "rain" }}', 'I sted to see the t through the '],
  ],
  remove_first: [
    [
      '{{ "I strained to see the train through the rain" | remove_first: "rain" }}',
      'I sted to see the train through the rain',
    ],
  ],
  remove_last: [
    [
      '{{ "I strained to see the train through the rain" | remove_last: "rain" }}',
      'I strained to see the train through the ',
    ],
  ],
  replace: [
    [
      '{{ "Take my protein pills and put my helmet on" | replace: "my", "your" }}',
      'Take your protein pills and put your helmet on',
    ],
    ['{{ "a.b.c" | replace: ".", "$&" }}', 'a$&b$&c'],
  ],
  replace_first: [
    [
      '{{ "Take my protein pills and put my helmet on" | replace_first: "my", "your" }}',
      'Take your protein pills and put my helmet on',
    ],
  ],
  replace_last: [
    [
      '{{ "Take my protein pills and put my helmet on" | replace_last: "my", "your" }}',
      'Take my protein pills and put your helmet on',
    ],
  ],
  reverse: [
    ['{{ "apples, oranges, peaches, plums" | split: ", " | reverse | join: ", " }}', 'plums, peaches, oranges, apples'],
    ['{{ "Ground control to Major Tom." | split: "" | reverse | join: "" }}', '.moT rojaM ot lortnoc dnuorG'],
  ],
  round: [
    ['{{ 1.2 | round }}', '1'],
    ['{{ 2.7 | round }}', '3'],
    ['{{ 183.357 | round: 2 }}', '183.36'],
    ['{{ 2.5 | round }}', '3'],
    ['{{ -2.5 | round }}', '-3'],
    ['{{ 2.04 | round: 1 }}', '2.0'],
    ['{{ 1.005 | round: 2 }}', '1.01'],
  ],
  rstrip: [
    ['[{{ "          So much room for activities          " | rstrip }}]', '[          So much room for activities]'],
  ],
  size: [
    ['{{ "Ground control to Major Tom." | size }}', '28'],
    ['{{ "apples, oranges, peaches, plums" | split: ", " | size }}', '4'],
    ['{{ "Zoë 😀" | size }}', '5'],
    ['{{ people.size }}', '3'],
    ['{% assign face = "😀😀" %}{{ face.size }}', '2'],
  ],
  slice: [
    ['{{ "Liquid" | slice: 0 }}', 'L'],
    ['{{ "Liquid" | slice: 2 }}', 'q'],
    ['{{ "Liquid" | slice: 2, 5 }}', 'quid'],
    ['{{ "Liquid" | slice: -3, 2 }}', 'ui'],
    ['{{ "John, Paul, George, Ringo" | split: ", " | slice: 1, 2 | join: "+" }}', 'Paul+George'],
  ],
  sort: [
    [
      '{{ "zebra, octopus, giraffe, Sally Snake" | split: ", " | sort | join: ", " }}',
      'Sally Snake, giraffe, octopus, zebra',
    ],
    ['{{ people | sort: "name" | map: "name" | join: "," }}', 'Ngọc,Oksana,Zoë'],
    // What has no such value comes last.
    ['{{ people | sort: "town" | map: "name" | join: "," }}', 'Zoë,Oksana,Ngọc'],
  ],
  sort_natural: [
    [
      '{{ "zebra, octopus, giraffe, Sally Snake" | split: ", " | sort_natural | join: ", " }}',
      'giraffe, octopus, Sally Snake, zebra',
    ],
  ],
  split: [
    [
      '{% assign b = "John, Paul, George, Ringo" | split: ", " %}{% for m in b %}[{{ m }}]{% endfor %}',
      '[John][Paul][George][Ringo]',
    ],
    ['{{ "  a  b " | split: " " | join: "|" }}', 'a|b'],
    ['{{ "a,b,,c,," | split: "," | join: "|" }}', 'a|b||c'],
    ['{{ "é😀x" | split: "" | join: "|" }}', 'é|😀|x'],
    ['{{ "" | split: "," | size }}', '0'],
    ['{% assign tags = tags | split: " " %}{{ tags.size }}{% if tags contains "vip" %} vip{% endif %}', '2 vip'],
  ],
  strip: [['[{{ "          So much room for activities          " | strip }}]', '[So much room for activities]']],
  strip_html: [
    ['{{ "Have <em>you</em> read <strong>Ulysses</strong>?" | strip_html }}', 'Have you read Ulysses?'],
    ['{{ "a<script>b</script>c<style>d</style>e<!-- f -->g" | strip_html }}', 'aceg'],
  ],
  strip_newlines: [['{{ "\\nHello\\nthere\\n" | strip_newlines }}', 'Hellothere']],
  sum: [['{{ people | sum: "orders" }}', '6']],
  times: [
    ['{{ 3 | times: 2 }}', '6'],
    ['{{ 24 | times: 7 }}', '168'],
    ['{{ 183.357 | times: 12 }}', '2200.284'],
    ['{{ 2.5 | times: 2 }}', '5.0'],
    ['{{ 1.1 | times: 1.1 }}', '1.21'],
  ],
  truncate: [
    ['{{ "Ground control to Major Tom." | truncate: 20 }}', 'Ground control to...'],
    ['{{ "Ground control to Major Tom." | truncate: 25, ", and so on" }}', 'Ground control, and so on'],
    ['{{ "Ground control to Major Tom." | truncate: 20, "" }}', 'Ground control to Ma'],
    ['{{ "Ground control to Major Tom." | truncate: 28 }}', 'Ground control to Major Tom.'],
    ['{{ "😀😀😀😀😀😀" | truncate: 5 }}', '😀😀...'],
  ],
  truncatewords: [
    ['{{ "Ground control to Major Tom." | truncatewords: 3 }}', 'Ground control to...'],
    ['{{ "Ground control to Major Tom." | truncatewords: 3, "--" }}', 'Ground control to--'],
    ['{{ "Ground control to Major Tom." | truncatewords: 3, "" }}', 'Ground control to'],
    ['{{ "Ground control to Major Tom." | truncatewords: 5 }}', 'Ground control to Major Tom.'],
  ],
  uniq: [['{{ "ants, bugs, bees, bugs, ants" | split: ", " | uniq | join: ", " }}', 'ants, bugs, bees']],
  upcase: [
    ['{{ "Parker Moore" | upcase }}', 'PARKER MOORE'],
    ['{{ word | upcase }}', 'STRASSE'],
    ['{{ "cảm ơn" | upcase }}', 'CẢM ƠN'],
  ],
  url_decode: [['{{ "%27Stop%21%27+said+Fred" | url_decode }}', "'Stop!' said Fred"]],
  url_encode: [
    ['{{ "john@liquid.com" | url_encode }}', 'john%40liquid.com'],
    ['{{ "Tetsuro Takara" | url_encode }}', 'Tetsuro+Takara'],
    [`{{ "'Stop!' said Fred" | url_encode }}`, '%27Stop%21%27+said+Fred'],
  ],
  where: [['{{ people | where: "town", "Lviv" | map: "name" | join: "," }}', 'Oksana']],
};

const DATA: TemplateScope = {
  at: '2024-01-01T04:05:06.007Z',
  word: 'Straße',
  tags: 'vip refund',
  nested: 'Kitchen::Kettle',
  list: ['c', 'a', 'b'],
  empty_list: [],
  people: [
    { name: 'Oksana', town: 'Lviv', orders: 1 },
    { name: 'Ngọc', town: null, orders: 2 },
    { name: 'Zoë', town: 'Huế', orders: 3 },
  ],
};

describe.each(Object.entries(FILTERS))('%s', (_name, cases) => {
  test.each(cases)('%s', (template, expected) => {
    expect(textOf(template, DATA)).toBe(expected);
  });
});

test('there are no filters but these', () => {
  const others = ['json', 'inspect', 'base64_decode', 'slugify', 'where_exp', 'group_by_exp', 'push', 'sample', 'raw'];
  for (const name of [...others, 'constructor', '__proto__', 'toString'])
    expect(render(`a {{ "x" | ${name} }}`)).toEqual({
      ok: false,
      error: { code: 'unknown-filter', filter: name, line: 1, column: 3 },
    });
});
