import { type Candidate, endOf, matchNumber } from '#shared/calls/match-number.ts';
import { indexNumbers } from '#shared/calls/number-index.ts';
import { readNumbers } from '#shared/calls/read-number.ts';
import type { Person } from '#shared/domain/desk.ts';

/** People by name, with a number or with more of what is known of them. */
export type Directory = Readonly<Record<string, string | null | Partial<Person>>>;

export const personNamed = (name: string, known: Directory[string]): Person => ({
  remoteId: name,
  name,
  email: null,
  phone: null,
  role: 'requester',
  organizationId: null,
  locale: null,
  timeZone: null,
  active: true,
  groupIds: [],
  notes: null,
  ...(typeof known === 'object' ? known : { phone: known }),
});

/** Who may be calling and why, the likeliest first: `Anna: number`. By way of the index, as the store does. */
export function whoCalls(
  caller: string,
  directory: Directory,
  { country = 'NO', earlier }: { readonly country?: string; readonly earlier?: string } = {},
): readonly string[] {
  const [number] = readNumbers(caller, country);
  if (!number) return [];
  const people = new Map(Object.entries(directory).map(([name, known]) => [name, personNamed(name, known)]));
  const candidate = (name: string): readonly Candidate[] => {
    const person = people.get(name);
    return person ? [{ accountId: 'desk-1', person }] : [];
  };
  const found = matchNumber(number, {
    candidates: [...indexNumbers(people.values()).endingLike(endOf(number))].flatMap(candidate),
    country,
    earlier: candidate(earlier ?? '')[0] ?? null,
  });
  return found.map(({ person, why }) => `${person.name}: ${why}`);
}
