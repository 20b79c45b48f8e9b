import { ARTICLES } from '#main/practice-desk/data/articles.ts';
import { CUSTOMERS } from '#main/practice-desk/data/customers.ts';
import { PRODUCTS } from '#main/practice-desk/data/products.ts';
import { SCRIPTS } from '#main/practice-desk/data/scripts.ts';
import type { Script, Theme } from '#main/practice-desk/data/theme.ts';
import { THEMES } from '#main/practice-desk/data/themes.ts';
import { fill } from '#main/practice-desk/generate/compose.ts';
import type { Random } from '#main/practice-desk/random.ts';

/** What one ticket is about, in the customer's own language for every third. */
export type Matter = { readonly theme: Theme; readonly script: Script | null; readonly slots: Record<string, string> };

/** A name of a language's own, put together anew so that twenty thousand people do not share a hundred names. */
export function nameOfPerson(random: Random): { readonly name: string; readonly locale: string } {
  const { locale, names } = random.pick(CUSTOMERS);
  const [one, other] = [random.pick(names).split(' '), random.pick(names).split(' ')];
  return { locale, name: one.length > 1 && other.length > 1 ? `${one[0]} ${other.slice(1).join(' ')}` : one.join(' ') };
}

export function matterOf(random: Random, requester: { readonly name: string; readonly locale: string }): Matter {
  const own = SCRIPTS.filter(({ locale }) => locale === requester.locale);
  const script = own.length > 0 && random.chance(0.6) ? random.pick(own) : null;
  const product = random.pick(PRODUCTS);
  return {
    script,
    theme: THEMES.find(({ id }) => id === script?.theme) ?? random.pick(THEMES),
    slots: {
      order: `FF-${random.between(204_000, 298_999)}`,
      product: product.name,
      price: `€${product.price}`,
      size: 'M',
      otherSize: 'L',
      city: random.pick(CUSTOMERS).cities[0] ?? '',
      day: random.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']),
      code: 'FJORD15',
      tracking: `NO${random.between(100_000_000, 999_999_999)}SE`,
      first: requester.name.split(' ')[0] ?? requester.name,
    },
  };
}

export const subjectOf = (random: Random, { theme, script, slots }: Matter): string => {
  const subject = fill(script?.subject ?? random.pick(theme.subjects), slots);
  return random.chance(0.3) ? `Re: ${subject}` : subject;
};

/** What is said at a turn of the conversation; the first is the customer's. */
export function textOf(random: Random, { theme, script, slots }: Matter, turn: number): string {
  const told = script?.turns[turn];
  if (told) return fill(told[1], slots);
  if (turn === 0) return fill(`${random.pick(theme.openings)} ${random.pick(theme.asks)}`, slots);
  return fill(random.pick(turn % 2 === 0 ? theme.followUps : theme.replies), slots);
}

/** Mail as it comes: most is short, some carries what was written before, a few carry a log or a whole thread. */
export function asMail(random: Random, text: string, before: string | null): string {
  const paragraphs = (one: string): string =>
    one
      .split('\n\n')
      .map((part) => `<p style="margin:0 0 1em">${part.replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`)
      .join('');
  const signature = random.chance(0.4)
    ? '<table style="font:12px Arial;color:#777"><tr><td><b>Fjell &amp; Fathom</b><br>Strandgaten 12 · 5013 Bergen<br>+47 55 01 02 03</td></tr></table>'
    : '';
  const quoted =
    before !== null && random.chance(0.5) ? `<blockquote type="cite">${paragraphs(before)}</blockquote>` : '';
  const long = random.chance(0.04) ? `<pre>${LOG_LINE.repeat(random.between(40, 220))}</pre>` : '';
  return `<div dir="auto">${paragraphs(text)}${long}${signature}${quoted}</div>`;
}

const LOG_LINE = '2026-11-02 09:14:07.318 depot-4 scan OK parcel=NO558201773SE route=17 weight=2.41\n';

/** Articles with the shop's own words, as long as such articles are: 1 to 12 kB. */
export function articleText(random: Random, index: number): { readonly title: string; readonly body: string } {
  const article = ARTICLES[index % ARTICLES.length];
  const paragraphs = article?.body ?? [];
  const times = random.between(1, 6);
  return {
    title:
      index < ARTICLES.length ? (article?.title ?? '') : `${article?.title} (${Math.floor(index / ARTICLES.length)})`,
    body: Array.from({ length: times }, () => paragraphs.map((part) => `<p>${part}</p>`).join('')).join('<h2>…</h2>'),
  };
}
