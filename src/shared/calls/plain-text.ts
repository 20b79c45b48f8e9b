/**
 * A text with ASCII digits, spaces, hyphens, slashes and plus signs in place of the many that Unicode has, and without the marks of
 * direction that copying from a contact leaves around a number.
 */
export const plainText = (text: string): string =>
  // Nearly every number is plain, and 20,000 people have some.
  /^[ -~]*$/u.test(text) ? text.trim() : folded(text);

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\p{Pd}\u2212\u30fc]/gu, '-')
    .replace(/[\u2044\u2215]/gu, '/')
    .replace(/[\u00b7\u2022\u30fb]/gu, '.')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\S\n]/gu, ' ')
    .trim();

/** Each script's ten digits stand in a row that begins at a code point ending in 0 or in 6 (hexadecimal). */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const row = code - (code % 16);
  const zero = /\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6;
  return String(code - zero);
}
