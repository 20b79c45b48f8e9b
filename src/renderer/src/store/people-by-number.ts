import { indexNumbers } from '#shared/calls/number-index.ts';
import type { Person } from '#shared/domain/desk.ts';
import type { RemoteId } from '#shared/domain/ids.ts';

type Pause = () => Promise<void>;

/** People of an account by their numbers. None is read before somebody calls, or may do so soon. */
export type PeopleByNumber = {
  /** Somebody new, or changed. */
  put(person: Person): void;
  /** Who has a number that ends like this one. */
  endingLike(digits: string, pause: Pause): Promise<readonly Person[]>;
  /** Reads everybody's numbers, giving way meanwhile; resolves once they are read. */
  ready(pause: Pause): Promise<void>;
};

export function peopleByNumber(people: ReadonlyMap<RemoteId, Person>): PeopleByNumber {
  const index = indexNumbers();
  let reading: Promise<void> | null = null;

  const readAll = async (pause: Pause): Promise<void> => {
    // Whoever changes meanwhile is put by itself; whoever comes is met at the end of the walk as well.
    for (const person of people.values()) {
      index.put(person);
      await pause();
    }
  };
  const ready = (pause: Pause): Promise<void> => {
    reading ??= readAll(pause);
    return reading;
  };

  return {
    put(person) {
      if (reading) index.put(person);
    },
    async endingLike(digits, pause) {
      await ready(pause);
      return [...index.endingLike(digits)].flatMap((id) => people.get(id) ?? []);
    },
    ready,
  };
}
