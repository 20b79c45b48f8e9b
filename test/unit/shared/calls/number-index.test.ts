import { expect, test } from 'vitest';
import { type Candidate, endOf, matchNumber } from '#shared/calls/match-number.ts';
import { indexNumbers } from '#shared/calls/number-index.ts';
import { readNumbers } from '#shared/calls/read-number.ts';
import { personNamed } from './directory.ts';
import { NATIONAL_FORMS } from './national-forms.ts';

/** Every form of every country, with the last digit changed for every second one, so that many end nearly alike. */
const PEOPLE = NATIONAL_FORMS.flatMap(({ forms }) => forms).flatMap((form, index) => [
  personNamed(`${index}`, form),
  personNamed(`${index} next door`, { phone: null, otherPhones: ['call me', form.replace(/\d(?=\D*$)/u, '7')] }),
]);
/** Each third one: looking at everybody takes its time. */
const CALLERS = [
  ...NATIONAL_FORMS.flatMap(({ forms }) => forms).filter((_, index) => index % 3 === 0),
  '201',
  '555-0112',
  '1-800-FLOWERS',
  '+4002',
  '12',
];

test.each(['NO', 'DE', ''])('in %s it finds everybody whom looking at everybody finds', (country) => {
  const everybody: readonly Candidate[] = PEOPLE.map((person) => ({ accountId: 'desk-1', person }));
  const byName = new Map(everybody.map((one) => [one.person.name, one]));
  const index = indexNumbers(PEOPLE);
  let matches = 0;
  for (const text of CALLERS) {
    const [caller] = readNumbers(text, country);
    if (!caller) throw new Error(`${text} is read as nothing`);
    const names = (candidates: readonly Candidate[]): readonly string[] =>
      matchNumber(caller, { candidates, country, earlier: null }).map(({ person, why }) => `${person.name} ${why}`);
    const byIndex = names([...index.endingLike(endOf(caller))].flatMap((name) => byName.get(name) ?? []));
    expect({ text, found: [...byIndex].sort() }).toEqual({ text, found: [...names(everybody)].sort() });
    matches += byIndex.length;
  }
  expect(matches).toBeGreaterThan(CALLERS.length);
});

test('somebody with another number is found by it at once', () => {
  const index = indexNumbers([personNamed('Kari', '+47 22 00 00 12')]);
  expect([...index.endingLike('22000012')]).toEqual(['Kari']);
  index.put(personNamed('Kari', '+47 91 00 00 34'));
  index.put(personNamed('Kari', '+47 91 00 00 34'));
  index.put(personNamed('Ola', '91 00 00 34'));
  expect([...index.endingLike('91000034')]).toEqual(['Kari', 'Ola']);
  expect([...index.endingLike('91000035')]).toEqual([]);
});
