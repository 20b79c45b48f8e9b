import type { Person } from '#shared/domain/desk.ts';
import type { GeneratedDesk } from './generated-desk.ts';

/** Customers with a ticket of late that is not closed, each once and the newest ticket's first: when they call, that ticket opens. */
export function callersOf({ people, size, ticket }: GeneratedDesk, count: number): readonly Person[] {
  const known = new Map(people.map((person) => [person.remoteId, person]));
  const found = new Map<string, Person>();
  for (let index = 0; index < size.tickets && found.size < count; index++) {
    const { status, requesterId } = ticket(index);
    const person = known.get(requesterId ?? '');
    if (status !== 'closed' && person) found.set(person.remoteId, person);
  }
  return [...found.values()];
}
