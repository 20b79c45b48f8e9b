import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../../../../../src/renderer/src/features/composer/markdown.ts';

describe('markdown as it is sent', () => {
  const render = createMarkdown();
  it.each([
    ['one\ntwo', '<p>one<br>\ntwo</p>'],
    ['**bold** and *soft*', '<p><strong>bold</strong> and <em>soft</em></p>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['<b onclick=x>b</b>', '<p>&lt;b onclick=x&gt;b&lt;/b&gt;</p>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['see https://a.example/x.', '<p>see <a href="https://a.example/x">https://a.example/x</a>.</p>'],
    ['open file.py', '<p>open file.py</p>'],
    ['Привіт **світ**', '<p>Привіт <strong>світ</strong></p>'],
  ])('%j', (markdown, html) => {
    expect(render(markdown)).toBe(html);
  });
  it('makes no image that the customer’s mail program would fetch', () => {
    expect(render('![x](https://a.example/x.png)')).not.toContain('<img');
  });
});
