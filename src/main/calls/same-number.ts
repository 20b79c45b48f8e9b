/** Fewer digits are a short code or an extension, which is the same only as a whole. */
const WHOLE = 7;

/**
 * Whether two numbers, as telephones tell them, are one: with and without the country, the zero before the area, or signs between.
 * Withheld numbers are nobody's.
 */
export function isSameNumber(one: string, other: string): boolean {
  const [a, b] = [digitsOf(one), digitsOf(other)];
  if (a === '' || b === '') return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length < WHOLE ? short === long : long.endsWith(short);
}

/**
 * Without an extension, which begins with a letter, `;`, `,` or `#`, without the zeros that stand for "long distance", and without one
 * in brackets, for those who dial from inside the country.
 */
function digitsOf(number: string): string {
  const [main = ''] = number.replace(/^\s*(?:tel|callto|sips?):/i, '').split(/[\p{L};,#@]/u);
  return main.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');
}
