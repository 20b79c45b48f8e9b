import { describe, expect, it } from 'vitest';
import { dialablesOf } from '#shared/calls/dialable.ts';
import { numbersInWords } from '#shared/calls/numbers-in-words.ts';

const numbers = (text: string): readonly string[] =>
  numbersInWords(text).map(({ at, length }) => text.slice(at, at + length));

describe('numbers that one would call', () => {
  it.each([
    ['Call me on +47 912 34 567, please.', '+47 912 34 567'],
    ['(+44 20 7946 0991)', '+44 20 7946 0991'],
    ['0049 30 1234567', '0049 30 1234567'],
    ['Büro: 030/1234567', '030/1234567'],
    ['06 12 34 56 78 le matin', '06 12 34 56 78'],
    ['0612345678', '0612345678'],
    ['(555) 123-4567 after six', '(555) 123-4567'],
    ['555-123-4567.', '555-123-4567'],
    ['Ring 22 33 44 55!', '22 33 44 55'],
    ['mobil: 91234567', '91234567'],
    ['Tel. 12345', '12345'],
    ['0044\u00a020\u00a07946\u00a00991', '0044\u00a020\u00a07946\u00a00991'],
    ['Số điện thoại: 0912345678', '0912345678'],
  ])('%s', (text, number) => {
    expect(numbers(text)).toEqual([number]);
  });

  it('are several, each where it stands', () => {
    const text = 'Home +46 8 555 01 12 or mobile 070-555 01 12.';
    expect(numbersInWords(text).map(({ at, length }) => text.slice(at, at + length))).toEqual([
      '+46 8 555 01 12',
      '070-555 01 12',
    ]);
  });
});

it('are dialled without what only callers from inside the country dial', () => {
  expect(numbersInWords('+44 (0)20 7946 0991')).toEqual([{ at: 0, length: 19, number: '+442079460991' }]);
  expect(
    dialablesOf({ phone: '030/1234567-12, 0171 234567', otherPhones: ['+49 (0)30 1234567', '0171 234567'] }),
  ).toEqual([
    expect.objectContaining({ number: expect.stringMatching(/^0301234567/) }),
    { number: '0171234567', written: '0171 234567' },
    { number: '+49301234567', written: '+49 (0)30 1234567' },
  ]);
  expect(dialablesOf({ phone: 'ask the porter' })).toEqual([]);
});

describe('numbers of something else', () => {
  it.each([
    'Order 48291 of 2026-11-26',
    'on 26.11.2026 or 01/02/2026',
    'order 100200300400',
    'Total: 1 234 567',
    '€ 1.234.567,00',
    'tracking 1Z999AA10123456784',
    'https://example.com/0612345678/x',
    'id=0612345678',
    '192.168.100.200',
    '#0612345678',
    '4111 1111 1111 1111',
    'DE89 3704 0044 0532 0130 00',
    '10:30-11:45',
    'x'.repeat(200),
  ])('%s', (text) => {
    expect(numbers(text)).toEqual([]);
  });
});

it('reads a long text of digits in a moment', () => {
  const began = performance.now();
  numbersInWords('1 '.repeat(100_000));
  numbersInWords('12345678901234567890 '.repeat(10_000));
  expect(performance.now() - began).toBeLessThan(500);
});
