import type { Person } from '../domain/desk.ts';
import type { RemoteId } from '../domain/ids.ts';
import { type NumberText, numbersIn } from './number-texts.ts';

/** People by how their numbers end, so that only a few numbers are read to find who calls. */
export type NumberIndex = {
  /** Somebody new, or with other numbers. What they had before may still find them: whoever asks looks at their numbers anyway. */
  put(person: NumberedPerson): void;
  /** Who has a number that ends like this one. */
  endingLike(digits: string): Iterable<RemoteId>;
};

export type NumberedPerson = Pick<Person, 'remoteId' | 'phone' | 'otherPhones'>;

/**
 * However a number is written, with its country or without, what differs stands in front. The shortest numbers inside a country have
 * four digits (Niue); what is shorter is a short code, which is written in one way only.
 */
const END = 4;

/** Without numbers of any country: putting 20,000 people takes some 60 ms, which whoever puts them may spread. */
export function indexNumbers(people: Iterable<NumberedPerson> = []): NumberIndex {
  // Nearly every ending is one person's: a set for each would be most of the memory.
  const byEnd = new Map<string, RemoteId | Set<RemoteId>>();
  const add = (end: string, id: RemoteId): void => {
    const known = byEnd.get(end);
    if (known === undefined) byEnd.set(end, id);
    else if (typeof known !== 'string') known.add(id);
    else if (known !== id) byEnd.set(end, new Set([known, id]));
  };
  const index: NumberIndex = {
    put(person) {
      for (const number of numbersOf(person))
        for (const digits of writtenForms(number)) add(digits.slice(-END), person.remoteId);
    },
    endingLike(digits) {
      const found = byEnd.get(digits.slice(-END));
      return typeof found === 'string' ? [found] : (found ?? []);
    },
  };
  for (const person of people) index.put(person);
  return index;
}

/** Every number that stands with a person. */
export const numbersOf = ({ phone, otherPhones = [] }: NumberedPerson): readonly NumberText[] =>
  phone === null && otherPhones.length === 0 ? [] : [phone ?? '', ...otherPhones].flatMap(numbersIn);

/** What digits a number may stand for, as far as that can be told from how it is written. */
export const writtenForms = ({ digits, lettersDialled }: NumberText): readonly string[] => [
  digits.replace('+', ''),
  ...(lettersDialled === null ? [] : [lettersDialled.replace('+', '')]),
];
