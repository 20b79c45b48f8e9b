import { CUSTOMERS } from '#main/practice-desk/data/customers.ts';
import { PRODUCTS } from '#main/practice-desk/data/products.ts';
import type { Random } from '#main/practice-desk/random.ts';
import type { Language } from './languages.ts';

const LEAST = 200;
const MOST = 1_200;

/** A template in Markdown of 200 to 1,200 characters: greeting, what is to be said, for some a condition, and the close. */
export function composeText(random: Random, language: Language, first: string): string {
  const length = random.between(LEAST, MOST);
  const condition = random.chance(0.25) ? [`{% if ticket.tags contains "vip" %}${language.forTheClub}{% endif %}`] : [];
  // Names of places and things make texts of one matter differ, as they do in a team's own.
  const about = random.chance(0.5)
    ? [`**${random.pick(PRODUCTS).name}** · ${random.pick(random.pick(CUSTOMERS).cities)}`]
    : [];
  const ends = [...condition, language.close];
  const parts = [language.greeting, first, ...about];
  const soFar = (): number => [...parts, ...ends].join('\n\n').length;
  for (const paragraph of random.shuffle(language.paragraphs)) {
    if (soFar() >= length) break;
    parts.push(paragraph);
  }
  const room = MOST - ends.join('\n\n').length - 3;
  const said = parts.join('\n\n');
  return [said.length <= room ? said : `${said.slice(0, said.lastIndexOf(' ', room))}.`, ...ends].join('\n\n');
}
