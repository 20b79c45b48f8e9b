import type { Finding } from './guard.ts';

export type NamedPerson = { readonly name: string; readonly email: string | null };

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Names of more words are rare, and would cost every message. */
const MOST_WORDS = 4;

/**
 * Another customer's name or address in a message: the words were meant for somebody else, or tell one customer of another.
 * Only whole names of two words or more count, written as they are known, and addresses.
 * @param people everybody known, without those that this ticket is between
 * @param isKnown whether these words already stand in the ticket's public messages, or are of those that it is between
 */
export function otherCustomer(
  text: string,
  people: Iterable<NamedPerson>,
  isKnown: (words: string) => boolean,
): Finding | null {
  const plain = text.normalize('NFC');
  const addresses = new Set(Array.from(plain.matchAll(ADDRESS), ([address]) => address.toLowerCase()));
  // Most people are told apart from it by this alone, and there are a hundred thousand of them.
  const lengths = new Set(Array.from(addresses, ({ length }) => length));
  const names = namesIn(plain);
  for (const { name, email } of people) {
    if (email !== null && lengths.has(email.length) && addresses.has(email.toLowerCase()) && !isKnown(email))
      return { guard: 'other-customer', what: email };
    if (names.has(name) && !isKnown(name)) return { guard: 'other-customer', what: name };
  }
  return null;
}

/** Every two to four words in a row that could be a name: what is made up of words as they stand beside each other. */
function namesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const run of text.split(/[^\p{L}\p{M}\p{N}'’.\- \n]+|\n\s*\n/u)) {
    const words = run.split(/[ \n]+/u).filter((word) => word !== '');
    for (let first = 0; first < words.length; first++)
      for (let count = 2; count <= MOST_WORDS && first + count <= words.length; count++) {
        const name = words.slice(first, first + count).join(' ');
        found.add(name);
        found.add(name.replace(/(?:['’]s)?[.'’]?$/u, ''));
      }
  }
  return found;
}
