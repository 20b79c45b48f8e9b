import { describe, expect, it } from 'vitest';
import { internalText } from '#shared/composer/guards/internal-text.ts';
import { shinglesOf } from '#shared/composer/guards/shingles.ts';

const numbers = (text: string): ReadonlySet<number> => new Set(shinglesOf(text).map(({ number }) => number));
const found = (text: string, note: string, open = ''): string | null => {
  const [own, known] = [numbers(note), numbers(open)];
  const internal = [{ guard: 'note' as const, has: (number: number) => own.has(number) }];
  return internalText(text, internal, (number) => known.has(number))[0]?.what ?? null;
};

describe('internal text in a reply', () => {
  it.each([
    [
      'He is on the list of customers whom we give no credit, sorry!',
      'Careful: he is on the list of customers whom we give no credit.',
      'He is on the list of customers whom',
    ],
    [
      'Leider: Kunde steht auf der Liste der säumigen Zahler seit 2024',
      'Der KUNDE steht auf der Liste der säumigen Zahler, seit 2024.',
      'Kunde steht auf der Liste der säumigen Zahler',
    ],
    [
      'Клієнт уже тричі повертав товар без чека і коробки',
      'Увага: клієнт уже тричі повертав товар без чека і коробки!',
      'Клієнт уже тричі повертав товар без чека і',
    ],
    [
      'Khách này đã trả hàng ba lần trong tháng',
      'khách này đã trả hàng ba lần trong tháng'.normalize('NFD'),
      'Khách này đã trả hàng ba lần trong',
    ],
  ])('%s', (text, note, what) => {
    expect(found(text, note)).toBe(what);
  });

  it.each([
    [
      'seven words that are the same',
      'one two three four five six seven other',
      'one two three four five six seven more',
    ],
    ['other words', 'It is on its way and will arrive on Monday', 'He asked three times, and it left us on Monday'],
    ['nothing', '', 'one two three four five six seven eight'],
  ])('not %s', (_, text, note) => {
    expect(found(text, note)).toBeNull();
  });

  it('is none when the customer has read it already', () => {
    const words = 'the parcel was handed to your neighbour on Friday at noon';
    expect(found(words, `He says: ${words}`, `We heard that ${words}`)).toBeNull();
  });
});
