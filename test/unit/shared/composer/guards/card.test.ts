import { describe, expect, it } from 'vitest';
import { card, passesLuhn } from '#shared/composer/guards/card.ts';

const found = (text: string): string | null =>
  card({ kind: 'reply', toRequester: true, addresses: [], files: 0, text })?.what ?? null;

describe('card numbers', () => {
  // The numbers that Visa, Mastercard, American Express, Discover, Diners Club and JCB give for trying.
  it.each([
    ['4111111111111111', '…1111'],
    ['Ihre Karte 4111 1111 1111 1111 wurde belastet.', '…1111'],
    ['картка 5555-5555-5555-4444.', '…4444'],
    ['thẻ 3782 822463 10005', '…0005'],
    ['6011111111111117', '…1117'],
    ['30569309025904', '…5904'],
    ['3530111333300000', '…0000'],
    ['4222222222222', '…2222'],
    ['(4012\u00a08888\u00a08888\u00a01881)', '…1881'],
    ['> 2223 0031 2200 3222', '…3222'],
  ])('%s', (text, what) => {
    expect(found(text)).toBe(what);
  });

  it.each([
    ['a wrong check digit', '4111 1111 1111 1112'],
    ['an IMEI, whose check digit is right', '490154203237518'],
    ['an order number with a right check digit', '1000000000000008'],
    ['part of a longer number', '41111111111111111111'],
    ['part of an address', 'https://track.example/p/4111111111111111'],
    ['part of a code', 'AB4111111111111111'],
    ['dates and times', '2026-11-26 15:30 2026-11-27 09:00'],
    ['an IBAN', 'DE89 3704 0044 0532 0130 00'],
    ['a telephone number', '+380 44 123 45 67'],
  ])('not %s', (_, text) => {
    expect(found(text)).toBeNull();
  });

  it('have a check digit as Luhn’s patent works it out', () => {
    expect(passesLuhn('79927398713')).toBe(true);
    for (const digit of '012456789') expect(passesLuhn(`7992739871${digit}`)).toBe(false);
  });
});
