import { describe, expect, it } from 'vitest';
import { smsLength } from '#shared/composer/sms-segments.ts';

const brief = (text: string): string => {
  const { used, room, messages, wide } = smsLength(text);
  return `${used} of ${room} in ${messages}${wide === null ? '' : `, ${wide}`}`;
};

describe('the length of a text message', () => {
  // Worked out from 3GPP TS 23.038 and 23.040.
  it.each([
    ['', '0 of 160 in 1'],
    ['a'.repeat(160), '160 of 160 in 1'],
    ['a'.repeat(161), '161 of 306 in 2'],
    ['a'.repeat(306), '306 of 306 in 2'],
    ['a'.repeat(307), '307 of 459 in 3'],
    ['Grüße à Ålesund ¿Ñ? @ £ § ΔΩ', '28 of 160 in 1'],
    // What is beyond the alphabet's first table takes two places.
    ['€[]{}~^|\\', '18 of 160 in 1'],
    ['€'.repeat(80), '160 of 160 in 1'],
    // Of 153 places the last cannot hold a half of it.
    ['€'.repeat(81), '162 of 306 in 2'],
    ['€'.repeat(153), '306 of 459 in 3'],
    ['Дякую', '5 of 70 in 1, Д'],
    ['я'.repeat(70), '70 of 70 in 1, я'],
    ['я'.repeat(71), '71 of 134 in 2, я'],
    ['Xin chào', '8 of 160 in 1'],
    ['Cảm ơn', '6 of 70 in 1, ả'],
    ['It’s here', '9 of 70 in 1, ’'],
    ['😀'.repeat(35), '70 of 70 in 1, 😀'],
    // 67 places hold 33 of them.
    ['😀'.repeat(36), '72 of 134 in 2, 😀'],
    ['😀'.repeat(67), '134 of 201 in 3, 😀'],
    ['one\r\ntwo', '7 of 160 in 1'],
  ])('%j', (text, length) => {
    expect(brief(text)).toBe(length);
  });
});
