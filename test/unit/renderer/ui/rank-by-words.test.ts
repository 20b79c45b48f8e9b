import { describe, expect, it } from 'vitest';
import { rankByWords } from '../../../../src/renderer/src/ui/rank-by-words.ts';

const rank = (items: readonly string[], text: string): readonly string[] => rankByWords(items, text, (item) => item);

describe('rankByWords', () => {
  it('puts what begins with the words before what only holds them', () => {
    expect(rank(['Show views', 'How it works'], 'how')).toEqual(['How it works', 'Show views']);
  });

  it('asks for every word, in any order', () => {
    expect(rank(['Go to inbox', 'Go to outbox'], 'in go')).toEqual(['Go to inbox']);
  });

  it('finds Latin letters without their marks, and keeps й apart from и', () => {
    expect(rank(['Đổi cỡ giày'], 'doi co')).toEqual(['Đổi cỡ giày']);
    expect(rank(['Мой заказ'], 'мои')).toEqual([]);
    expect(rank(['Мой заказ'], 'мой')).toEqual(['Мой заказ']);
  });

  it('keeps the order when nothing is typed', () => {
    expect(rank(['b', 'a'], '  ')).toEqual(['b', 'a']);
  });
});
