import type { Finding, Written } from './guard.ts';

/** Digits in one run, in groups parted by single spaces or hyphens, and no part of an address or a longer code. */
const RUNS = /(?<![\p{L}\p{N}/=#&_.-])\d(?:[ \u00a0\u2009\u2011\u2013-]?\d){12,18}(?![\p{L}\p{N}/=_]|[ -]\d)/gu;

/**
 * How the numbers of payment cards begin, by length (https://en.wikipedia.org/wiki/Payment_card_number). Without it every tenth
 * order number would be one, and every IMEI, which ends with the same check digit.
 */
const ISSUED =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720|220[0-4])\d{12}|3[47]\d{13}|3(?:0[0-59]|[689]\d)\d{11,16}|(?:6011|64[4-9]\d|65\d{2}|352[89]|35[3-8]\d|62\d{2})\d{12,15}|(?:50|5[6-9]|6[0379])\d{11,17})$/;

/** A whole card number in a message stays in mailboxes for years; the last four digits say as much. */
export function card({ text }: Written): Finding | null {
  for (const [run] of text.matchAll(RUNS)) {
    const digits = run.replace(/\D/g, '');
    if (ISSUED.test(digits) && passesLuhn(digits)) return { guard: 'card', what: `…${digits.slice(-4)}` };
  }
  return null;
}

/** The check digit of ISO/IEC 7812-1, annex B: every second digit from the right doubled, the sum of all digits ends with 0. */
export function passesLuhn(digits: string): boolean {
  const sum = digits
    .split('')
    .reverse()
    .reduce((total, digit, index) => {
      const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
