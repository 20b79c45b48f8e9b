import { expect, test } from 'vitest';
import { htmlToMarkdown } from '#renderer/templates/html-to-markdown.ts';

test.each([
  ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['a line break', '<p>One<br>Two</p>', 'One\nTwo'],
  ['a line break before what would be a list', '<p>Sum:<br>- 3</p>', 'Sum:\n\\- 3'],
  [
    'emphasis',
    '<p><b>Bold</b>, <strong>too</strong>, <i>slanted</i> and <em>so</em></p>',
    '**Bold**, **too**, *slanted* and *so*',
  ],
  ['a link', '<p>See <a href="https://example.org/a_b">the page</a>.</p>', 'See [the page](https://example.org/a_b).'],
  ['a list', '<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
  ['an ordered list', '<ol><li>One</li><li>Two</li></ol>', '1. One\n2. Two'],
  ['a quote', '<blockquote><p>Said</p></blockquote>', '> Said'],
  [
    'code',
    '<p>Run <code>a_b --all</code></p><pre><code>x = 1\ny = *</code></pre>',
    'Run `a_b --all`\n\n```\nx = 1\ny = *\n```',
  ],
  ['a heading', '<h2>Care advice</h2>', '## Care advice'],
  ['struck out', '<p><del>Old</del></p>', '~~Old~~'],
  [
    'a table',
    '<table><tr><th>Item</th><th>Price</th></tr><tr><td>Tent</td><td>3|4<br>or so</td></tr></table>',
    '| Item | Price      |\n| ---- | ---------- |\n| Tent | 3\\|4 or so |',
  ],
  [
    'a table without headings',
    '<table><tr><td>Item</td><td>Price</td></tr><tr><td>Tent</td><td>340</td></tr></table>',
    '| Item | Price |\n| ---- | ----- |\n| Tent | 340   |',
  ],
  ['one cell of a spreadsheet', '<table><tbody><tr><td>42</td></tr></tbody></table>', '42'],
  ['a word by itself', '<meta charset="utf-8"><span style="color:red">word</span>', 'word'],
  [
    'what Google Docs copies',
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p>Plain <b>bold</b></p></b>',
    'Plain **bold**',
  ],
  [
    'an image',
    '<p>Look: <img src="https://example.org/a.png" alt="the label"><img src="b.png"></p>',
    'Look: the label',
  ],
  [
    'what does not belong',
    '<style>p{}</style><script>alert(1)</script><!-- note --><iframe src="https://example.org" title="x"></iframe><p>Words</p>',
    'Words',
  ],
  ['signs of Markdown in words', '<p>5 * 3 * 2, a_b_c, # no</p>', '5 \\* 3 \\* 2, a_b_c, # no'],
  [
    'addresses',
    '<p>https://example.org/x_y and ann@example.org, www.example.org</p>',
    'https://example.org/x_y and ann@example.org, www.example.org',
  ],
  ['nothing', '', ''],
])('%s', (_name, html, markdown) => {
  expect(htmlToMarkdown(html)).toBe(markdown);
});

test.each([
  ['{{ticket.requester.first_name}}'],
  ['{{ ticket.ticket_field_1 | default: "a*b" | split: "::" | last }}'],
  ['{% if ticket.requester.first_name == "An_n" %}'],
  ['{{ask:order number}}'],
])('%s stays as it is', (placeholder) => {
  const encoded = placeholder.replace(/"/g, '&quot;');
  expect(htmlToMarkdown(`<p>Hello <b>${encoded}</b>,<br>${encoded} again</p>`)).toBe(
    `Hello **${placeholder}**,\n${placeholder} again`,
  );
  expect(htmlToMarkdown(`<table><tr><th>${encoded}</th><th>b</th></tr></table>`)).toContain(placeholder);
});

test('a placeholder may be where a link goes', () => {
  expect(htmlToMarkdown('<a href="{{ticket.url}}">your ticket</a>')).toBe('[your ticket]({{ticket.url}})');
});

test.each([['div'], ['blockquote'], ['b']])('a page that nests %s without end keeps its words', (name) => {
  expect(htmlToMarkdown(`${`<${name}>`.repeat(5_000)}words`)).toBe('words');
});
