import { describe, expect, it } from 'vitest';
import { otherCustomer } from '#shared/composer/guards/other-customer.ts';

const PEOPLE = [
  { name: 'Olha Petrenko', email: 'olha@mail.example' },
  { name: 'Ольга Петренко', email: null },
  { name: 'Nguyễn Văn An', email: 'an@mail.example' },
  { name: 'Jörg Müller', email: 'joerg@mail.example' },
  { name: 'Madonna', email: null },
];
const found = (text: string, known: readonly string[] = []): string | null =>
  otherCustomer(text, PEOPLE, (words) => known.includes(words))?.what ?? null;

describe('another customer in a message', () => {
  it.each([
    ['Dear Olha Petrenko,\n\nyour tent', 'Olha Petrenko'],
    ['Olha Petrenko’s tent', 'Olha Petrenko'],
    ['It went to Olha\nPetrenko.', 'Olha Petrenko'],
    ['Sehr geehrter Herr Jörg Müller,', 'Jörg Müller'],
    ['Вітаю, Ольга Петренко!', 'Ольга Петренко'],
    ['Chào anh Nguyễn Văn An,'.normalize('NFD'), 'Nguyễn Văn An'],
    ['Write to OLHA@mail.example, please', 'olha@mail.example'],
  ])('%j', (text, what) => {
    expect(found(text)).toBe(what);
  });

  it.each([
    'Dear Olha,',
    'Dear Ms Petrenko,',
    'Like Madonna sang',
    'olha petrenko',
    'Olha. Petrenko',
    'Olha, Petrenko',
    'Olha\n\nPetrenko',
    'Roman.olha@mail.example',
    'Herr Müller, Ольга, anh An',
  ])('not: %j', (text) => {
    expect(found(text)).toBeNull();
  });

  it('is none whom the ticket knows', () => {
    expect(found('Olha Petrenko, olha@mail.example', ['Olha Petrenko', 'olha@mail.example'])).toBeNull();
  });

  it('is found among a hundred thousand within 50 ms', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({
      name: `Person ${index}x`,
      email: `p${index}@a.example`,
    }));
    const text = 'Your order is on its way, and will be there on Monday. Write to us@shop.example. '.repeat(30);
    // The best of some: others may have the processor.
    const took = Array.from({ length: 5 }, () => {
      const before = performance.now();
      expect(otherCustomer(text, many, () => false)).toBeNull();
      return performance.now() - before;
    });
    expect(Math.min(...took)).toBeLessThan(50);
  });
});
