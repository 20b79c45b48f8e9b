import { describe, expect, it } from 'vitest';
import { continueLine } from '../../../../../../src/renderer/src/features/composer/writing/continue-line.ts';
import type { Edit, Selected } from '../../../../../../src/renderer/src/features/composer/writing/edit.ts';
import { link, linkOver } from '../../../../../../src/renderer/src/features/composer/writing/link.ts';
import { prefixLines } from '../../../../../../src/renderer/src/features/composer/writing/prefix-lines.ts';
import { quote } from '../../../../../../src/renderer/src/features/composer/writing/quote.ts';
import { wrap } from '../../../../../../src/renderer/src/features/composer/writing/wrap.ts';

/** A field in which `⟦` and `⟧` hold what is selected; `¦` is a caret. */
const read = (shown: string): Selected => {
  const caret = shown.indexOf('¦');
  if (caret >= 0) return { text: shown.replace('¦', ''), start: caret, end: caret };
  return { text: shown.replace(/[⟦⟧]/g, ''), start: shown.indexOf('⟦'), end: shown.indexOf('⟧') - 1 };
};
const shown = ({ text }: Selected, edit: Edit | null): string | null => {
  if (edit === null) return null;
  const done = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  const caret = edit.from + edit.text.length;
  const { start, end } = edit.select ?? { start: caret, end: caret };
  if (start === end) return `${done.slice(0, start)}¦${done.slice(start)}`;
  return `${done.slice(0, start)}⟦${done.slice(start, end)}⟧${done.slice(end)}`;
};

describe('wrap', () => {
  it.each([
    ['bold', 'a ⟦word⟧ b', 'a **⟦word⟧** b'],
    ['bold', 'a ⟦word ⟧b', 'a **⟦word⟧** b'],
    ['bold', 'a **⟦word⟧** b', 'a ⟦word⟧ b'],
    ['bold', '⟦**word**⟧', '⟦word⟧'],
    ['bold', '*⟦word⟧*', '***⟦word⟧***'],
    ['italic', '**⟦word⟧**', '***⟦word⟧***'],
    ['italic', '⟦**word**⟧', '*⟦**word**⟧*'],
    ['italic', '***⟦word⟧***', '**⟦word⟧**'],
    ['bold', 'a ¦ b', 'a **¦** b'],
    ['bold', 'a **word¦** b', 'a **word**¦ b'],
    ['code', 'run ⟦npm ci⟧', 'run `⟦npm ci⟧`'],
    ['code', '⟦one\ntwo⟧', '```\none\ntwo\n```¦'],
    ['code', 'as ⟦one\ntwo⟧ so', 'as \n```\none\ntwo\n```\n¦ so'],
    ['italic', '⟦Привіт, світе⟧', '*⟦Привіт, світе⟧*'],
  ] as const)('%s: %j', (mark, before, after) => {
    expect(shown(read(before), wrap(read(before), mark))).toBe(after);
  });
});

describe('prefixLines', () => {
  it.each([
    ['list', 'one\nt¦wo', 'one\n- t¦wo'],
    ['list', '⟦one\n\ntwo⟧', '⟦- one\n\n- two⟧'],
    ['list', '⟦- one\n- two⟧', '⟦one\ntwo⟧'],
    ['list', '⟦1. one\n2. two⟧', '⟦- one\n- two⟧'],
    ['numbers', '⟦one\ntwo⟧\nthree', '⟦1. one\n2. two⟧\nthree'],
    ['numbers', '⟦one\n⟧two', '⟦1. one⟧\ntwo'],
    ['quote', '⟦one\n\ntwo⟧', '⟦> one\n>\n> two⟧'],
    ['quote', '⟦> one\n>\n> two⟧', '⟦one\n\ntwo⟧'],
    ['list', '¦', '- ¦'],
  ] as const)('%s: %j', (kind, before, after) => {
    expect(shown(read(before), prefixLines(read(before), kind))).toBe(after);
  });
});

describe('link', () => {
  it.each([
    ['see ⟦our shop⟧', 'see [our shop](⟦https://⟧)'],
    ['see ⟦https://a.example/x⟧', 'see [¦](https://a.example/x)'],
    ['see ⟦https://a.example/x_(y)⟧', 'see [¦](<https://a.example/x_(y)>)'],
    ['see ¦', 'see [](⟦https://⟧)'],
    ['⟦a [b]⟧', '[a \\[b\\]](⟦https://⟧)'],
  ])('%j', (before, after) => {
    expect(shown(read(before), link(read(before)))).toBe(after);
  });

  it.each([
    ['see ⟦our shop⟧', 'https://a.example/x', 'see [our shop](https://a.example/x)¦'],
    ['see ¦', 'https://a.example/x', null],
    ['see ⟦our shop⟧', 'a word', null],
    ['see ⟦https://b.example⟧', 'https://a.example/x', null],
  ])('an address pasted over words: %j', (before, pasted, after) => {
    expect(shown(read(before), linkOver(read(before), pasted))).toBe(after);
  });
});

describe('continueLine', () => {
  it.each([
    ['- one¦', '- one\n- ¦'],
    ['- o¦ne', '- o\n- ¦ne'],
    ['9. nine¦', '9. nine\n10. ¦'],
    ['  * in¦', '  * in\n  * ¦'],
    ['- [x] done¦', '- [x] done\n- [ ] ¦'],
    ['> said¦', '> said\n> ¦'],
    ['> - in¦', '> - in\n> - ¦'],
    ['- one\n- ¦', '- one\n¦'],
    ['> said\n> ¦', '> said\n¦'],
    ['> > said\n> > ¦', '> > said\n> ¦'],
    ['plain¦', null],
    ['-no list¦', null],
    ['```\n- code¦', null],
    ['12.50 euro¦', null],
  ])('%j', (before, after) => {
    expect(shown(read(before), continueLine(read(before)))).toBe(after);
  });
});

describe('quote', () => {
  it.each([
    ['¦', 'one\r\ntwo ', '> one\n> two\n\n¦'],
    ['Hello¦', 'one\n\n\n\ntwo\n', 'Hello\n\n> one\n>\n> two\n\n¦'],
    ['> one\n\nYes.\n\n¦', 'two', '> one\n\nYes.\n\n> two\n\n¦'],
    ['Hello¦\n\nBye', 'one', 'Hello\n\n> one¦\n\nBye'],
  ])('%j', (before, words, after) => {
    expect(shown(read(before), quote(read(before), words))).toBe(after);
  });
});
