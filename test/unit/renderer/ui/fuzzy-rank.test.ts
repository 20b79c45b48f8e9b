import { describe, expect, it } from 'vitest';
import { fuzzyRank } from '../../../../src/renderer/src/ui/fuzzy-rank.ts';

const TITLES = [
  'Next ticket',
  'Solve',
  'Assign',
  'Assign to me',
  'Write an internal note',
  'Go to inbox',
  'Go to my tickets',
  'Go to knowledge',
  'Snooze',
  'Show or hide views',
] as const;
const rank = (text: string, titles: readonly string[] = TITLES): readonly string[] =>
  fuzzyRank(titles, text, (one) => one);

describe('fuzzyRank', () => {
  it.each([
    ['solve', 'Solve'],
    ['slv', 'Solve'],
    ['gti', 'Go to inbox'],
    ['gk', 'Go to knowledge'],
    ['atm', 'Assign to me'],
    ['asgn', 'Assign'],
    ['note', 'Write an internal note'],
    ['view', 'Show or hide views'],
    ['tickets my', 'Go to my tickets'],
    ['SOLVE', 'Solve'],
  ])('finds %s first: %s', (text, title) => {
    expect(rank(text)[0]).toBe(title);
  });

  it('puts whole beginnings before letters here and there', () => {
    expect(rank('no', ['Snooze', 'Write an internal note'])).toEqual(['Write an internal note', 'Snooze']);
    expect(rank('sho', ['Solve the house', 'Show'])).toEqual(['Show', 'Solve the house']);
  });

  it('asks for every word, and for letters in their order', () => {
    expect(rank('solve inbox')).toEqual([]);
    expect(rank('evlos')).toEqual([]);
  });

  it('keeps the order when nothing is typed', () => {
    expect(rank('  ')).toEqual(TITLES);
  });

  it.each([
    ['doi giay', 'Đổi cỡ giày'],
    ['ĐỔI', 'Đổi cỡ giày'],
    ['чрн', 'Чернетки'],
    ['返品', '返品ラベル'],
    ['ラベル', '返品ラベル'],
    ['مسودات', 'مسودات'],
  ])('finds %s in its own script', (text, title) => {
    expect(rank(text, ['Đổi cỡ giày', 'Чернетки', '返品ラベル', 'مسودات'])).toEqual([title]);
  });

  it('keeps й apart from и and ї from і, and takes CJK only as a whole', () => {
    expect(rank('мои', ['Мой заказ'])).toEqual([]);
    expect(rank('мой', ['Мой заказ'])).toEqual(['Мой заказ']);
    expect(rank('іжак', ['Їжак'])).toEqual([]);
    expect(rank('返ル', ['返品ラベル'])).toEqual([]);
  });

  it.each([
    ['ыщдму', 'Solve', 'Russian'],
    ['ф ыштуі', 'Assign', 'neither'],
    ['іщдму', 'Solve', 'Ukrainian'],
    ['пщ ещ штищч', 'Go to inbox', 'Ukrainian'],
    ['ЫТЩЩЯУ', 'Snooze', 'Russian capitals'],
  ])('takes %s for %s, typed with the layout on: %s', (text, title, layout) => {
    if (layout === 'neither') expect(rank(text)).toEqual([]);
    else expect(rank(text)[0]).toBe(title);
  });

  it('finds Cyrillic typed with the Latin layout on', () => {
    expect(rank('xthytnrb', ['Чернетки', 'Вихідні'])).toEqual(['Чернетки']);
  });
});
