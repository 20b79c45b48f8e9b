import { describe, expect, it } from 'vitest';
import { asPlaced, saysMore } from '../../../../../../src/renderer/src/features/composer/writing/pasted-markdown.ts';

describe('what is pasted', () => {
  const nowhere = { text: '', start: 0, end: 0 };
  it.each([
    ['<p>one</p>', false],
    ['<span style="font-weight: bold">one</span>', false],
    ['<table><tr><td>one</td></tr></table>', false],
    ['<table><tr><td>one</td><td>two</td></tr></table>', true],
    ['<a href="https://a.example">one</a>', true],
    ['<ul><li>one</li></ul>', true],
    ['<p>one <B>two</B></p>', true],
    ['<abbr>one</abbr><body>two</body><img src="x">', false],
    ['', false],
  ])('%s says more than its plain text: %s', (html, more) => {
    expect(saysMore(html, nowhere)).toBe(more);
  });

  it('is what it is inside a block of code', () => {
    const text = '```\n\n```\n';
    expect(saysMore('<b>one</b>', { text, start: 4, end: 4 })).toBe(false);
    expect(saysMore('<b>one</b>', { text, start: text.length, end: text.length })).toBe(true);
  });

  it.each([
    ['- one', '', '', '- one'],
    ['- one', 'See: ', '', '\n\n- one'],
    ['- one', 'See:\n', ' so', '\n- one\n\n'],
    ['| a | b |', 'See:\n\n', '\nso', '| a | b |\n'],
    ['just words', 'See: ', ' so', 'just words'],
    ['words\n\n- one', 'See: ', 'so', 'words\n\n- one\n\n'],
  ])('%j between %j and %j is %j', (markdown, before, after, placed) => {
    const at = { text: before + after, start: before.length, end: before.length };
    expect(asPlaced(markdown, at)).toBe(placed);
  });
});
