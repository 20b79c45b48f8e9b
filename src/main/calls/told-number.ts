/** What telephones say in place of a number that its owner does not show. */
const WITHHELD =
  /^(?:anonym(?:ous)?|unknown|private|withheld|restricted|unavailable|blocked|hidden|no[ -]?number|caller ?id ?(?:blocked|unavailable)|n\/a|none|null|-+)$/i;

/**
 * A number as a telephone tells it; empty where it is withheld. A `+` that was sent as it is arrives as a space: that is how forms
 * and queries write one.
 */
export function toldNumber(text: string): string {
  const number = text
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^ (?=\d)/, '+')
    .trim();
  const user = number.replace(/^sips?:/i, '').replace(/@.*$/, '');
  return WITHHELD.test(user) || /^anonymous@/i.test(number) ? '' : number;
}

/** A name as it may be shown: without line breaks, and without signs that turn the direction of what follows. */
export const toldName = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
