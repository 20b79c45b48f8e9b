import { describe, expect, test } from 'vitest';
import type { TemplateScope } from '#shared/templates/template-data.ts';
import { textOf } from './fixtures.ts';

/** Tags, operators and white space by https://shopify.github.io/liquid/: its examples, and what its definitions say. */
const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  if: [
    ['{% if product.title == "Awesome Shoes" %}yes{% endif %}', 'yes'],
    ['{% if user == "kevin" %}K{% elsif user == "anon" %}A{% else %}?{% endif %}', 'A'],
    ['{% if nothing %}yes{% else %}no{% endif %}', 'no'],
    ['{% if null_value %}yes{% else %}no{% endif %}', 'no'],
    // Everything but nil and false is true, an empty text as well.
    ['{% if empty_text %}yes{% endif %}', 'yes'],
    ['{% if zero %}yes{% endif %}', 'yes'],
    ['{% if empty_list == empty %}empty{% endif %}', 'empty'],
    ['{% if nothing == nil %}nil{% endif %}', 'nil'],
    ['{% if empty_text == blank %}blank{% endif %}', 'blank'],
    ['{% if nothing == "" %}yes{% else %}no{% endif %}', 'no'],
    ['{% if nothing > 1 or nothing < 1 %}yes{% else %}no{% endif %}', 'no'],
    ['{% if null_value >= 0 %}yes{% else %}no{% endif %}', 'no'],
    ['{% if number > 6 and number <= 7 and number != 8 %}yes{% endif %}', 'yes'],
    ['{% if 5.0 == 5 and 5 == 5.0 and 5.5 > 5.0 %}yes{% endif %}', 'yes'],
    ['{% if product.title contains "Shoes" %}yes{% endif %}', 'yes'],
    ['{% if tags contains "Hello" %}yes{% endif %}', 'yes'],
    ['{% if tags contains "Hel" %}yes{% else %}no{% endif %}', 'no'],
    // Read from the right: true or (false and false), and true and (false and (false or true)).
    ['{% if true or false and false %}yes{% endif %}', 'yes'],
    ['{% if true and false and false or true %}yes{% else %}no{% endif %}', 'no'],
  ],
  unless: [
    ['{% unless product.title == "Other" %}not{% endunless %}', 'not'],
    ['{% unless true %}a{% else %}b{% endunless %}', 'b'],
  ],
  case: [
    ['{% case handle %}{% when "cake" %}cake{% when "cookie", "biscuit" %}cookie{% else %}none{% endcase %}', 'cookie'],
    ['{% case handle %}{% when "cake" or "biscuit" %}one{% endcase %}', 'one'],
    ['{% case number %}{% when 7 %}seven{% endcase %}', 'seven'],
    ['{% case nothing %}{% when "a" %}a{% else %}else{% endcase %}', 'else'],
  ],
  for: [
    ['{% for tag in tags %}{{ tag }};{% endfor %}', 'Hello;World;'],
    ['{% for tag in empty_list %}x{% else %}none{% endfor %}', 'none'],
    ['{% for tag in nothing %}x{% else %}none{% endfor %}', 'none'],
    ['{% for i in (1..5) %}{% if i == 4 %}{% break %}{% else %}{{ i }}{% endif %}{% endfor %}', '123'],
    ['{% for i in (1..5) %}{% if i == 4 %}{% continue %}{% else %}{{ i }}{% endif %}{% endfor %}', '1235'],
    ['{% for i in numbers limit:2 %}{{ i }}{% endfor %}', '12'],
    ['{% for i in numbers limit:2 offset:2 %}{{ i }}{% endfor %}', '34'],
    [
      '{% for i in numbers limit:3 %}{{ i }}{% endfor %}-{% for i in numbers offset:continue %}{{ i }}{% endfor %}',
      '123-456',
    ],
    ['{% for i in numbers reversed %}{{ i }}{% endfor %}', '654321'],
    ['{% assign n = 3 %}{% for i in (1..n) %}{{ i }}{% endfor %}', '123'],
    [
      '{% for i in (1..3) %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{{ forloop.first }}{{ forloop.last }},{% endfor %}',
      '103truefalse,212falsefalse,321falsetrue,',
    ],
    ['{% for i in (1..2) %}{{ forloop.length }}{% endfor %}', '22'],
    ['{% for pair in product %}{{ pair[0] }}={{ pair[1] }}{% endfor %}', 'title=Awesome Shoes'],
  ],
  cycle: [
    [
      '{% cycle "one", "two", "three" %}{% cycle "one", "two", "three" %}{% cycle "one", "two", "three" %}{% cycle "one", "two", "three" %}',
      'onetwothreeone',
    ],
    [
      '{% cycle "first": "one", "two" %}{% cycle "second": "one", "two" %}{% cycle "first": "one", "two" %}',
      'oneonetwo',
    ],
  ],
  tablerow: [
    [
      '{% tablerow i in (1..3) cols:2 %}{{ i }}{% endtablerow %}',
      '<tr class="row1"><td class="col1">1</td><td class="col2">2</td></tr><tr class="row2"><td class="col1">3</td></tr>',
    ],
  ],
  assign: [
    ['{% assign favorite = false %}{% if favorite != true %}no{% endif %}', 'no'],
    ['{% assign foo = "bar" %}{{ foo }}', 'bar'],
    ['{% assign name = product.title | split: " " | first %}{{ name }}', 'Awesome'],
    // Nothing that a template assigns reaches the data of the next.
    ['{% assign handle = "x" %}{{ handle }}', 'x'],
    ['{{ handle }}', 'biscuit'],
  ],
  capture: [
    ['{% capture about %}I am {{ number }}.{% endcapture %}{{ about }}{{ about }}', 'I am 7.I am 7.'],
    ['{% capture n %}{{ number }}{% endcapture %}{% if n == "7" %}text{% endif %}', 'text'],
  ],
  increment: [
    ['{% increment c %}{% increment c %}{% increment c %}', '012'],
    ['{% decrement c %}{% decrement c %}', '-1-2'],
  ],
  comment: [
    ['a{% comment %} {{ x }} {% if %} {% endcomment %}b', 'ab'],
    ['a{% # what comes %}b', 'ab'],
  ],
  raw: [
    [
      '{% raw %}In Handlebars, {{ this }} will be {% escaped %}.{% endraw %}',
      'In Handlebars, {{ this }} will be {% escaped %}.',
    ],
  ],
  'white space': [
    ['{% if true %}\n a\n{% endif %}', '\n a\n'],
    ['{%- if true -%}\n a \n{%- endif -%}', 'a'],
    ['a  {{- number -}}  b', 'a7b'],
  ],
  output: [
    ['{{ product.title }}', 'Awesome Shoes'],
    ['{{ product["title"] }}', 'Awesome Shoes'],
    ['{% assign key = "title" %}{{ product[key] }}', 'Awesome Shoes'],
    ['{{ tags[0] }} {{ tags[-1] }}', 'Hello World'],
    ['{{ tags }}', 'HelloWorld'],
    ['{{ true }} {{ false }} {{ 10 }} {{ 10.0 }} {{ 1.50 }}', 'true false 10 10.0 1.5'],
    ['{{ \'single\' }} {{ "double" }}', 'single double'],
    ['{{ tags.size }} {{ tags.first }} {{ tags.last }} {{ product.title.size }}', '2 Hello World 13'],
    ['Ціна: {{ "₴" | prepend: "5 " }} — дякую 🙏 cảm ơn', 'Ціна: 5 ₴ — дякую 🙏 cảm ơn'],
    ['{ a } } { % %', '{ a } } { % %'],
  ],
};

const DATA: TemplateScope = {
  product: { title: 'Awesome Shoes' },
  user: 'anon',
  handle: 'biscuit',
  tags: ['Hello', 'World'],
  numbers: [1, 2, 3, 4, 5, 6],
  number: 7,
  zero: 0,
  empty_text: '',
  empty_list: [],
  null_value: null,
};

describe.each(Object.entries(CASES))('%s', (_name, cases) => {
  test.each(cases)('%s', (template, expected) => {
    expect(textOf(template, DATA)).toBe(expected);
  });
});
