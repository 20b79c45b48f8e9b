import { expect, test } from 'vitest';
import { fillText } from '#main/practice-desk/macro-text.ts';

const values: Readonly<Record<string, string | null>> = { name: 'Ann', phone: null, tags: 'vip b2b', quote: 'a "b"' };
const fill = (text: string) => fillText(text, (path) => values[path]);

test.each([
  ['Hello {{name}}, {{ name }}!', 'Hello Ann, Ann!'],
  ['{{phone}}', ''],
  ['{{phone | default: "none: given"}} {{name | default: "x"}}', 'none: given Ann'],
  ['{{name | upcase}} {{name|downcase}} {{phone | default: "no" | upcase}}', 'ANN ann NO'],
  ['{{unheard.of}} {{ask:number}}', '{{unheard.of}} {{ask:number}}'],
  ['{% if name %}a{% else %}b{% endif %}', 'a'],
  ['{% if phone %}a{% else %}b{% endif %}', 'b'],
  ['{% unless phone %}a{% endunless %}', 'a'],
  ['{% if name == "Bea" %}a{% elsif name == \'Ann\' %}b{% elsif name %}c{% else %}d{% endif %}', 'b'],
  [
    '{% if name != "Bea" %}a{% endif %}{% if tags contains "b2b" %}b{% endif %}{% if phone contains "1" %}c{% endif %}',
    'ab',
  ],
  ['{% if phone %}a{% if name %}b{% endif %}c{% endif %}d', 'd'],
  ['{% if name %}a{% if phone %}b{% else %}{{name}}{% endif %}c{% endif %}d', 'aAnncd'],
])('%s', (text, filled) => {
  expect(fill(text)).toBe(filled);
});
