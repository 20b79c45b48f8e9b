import { describe, expect, test } from 'vitest';
import { type Directory, whoCalls } from './directory.ts';
import { NATIONAL_FORMS } from './national-forms.ts';

describe.each(NATIONAL_FORMS)(
  '$country: whoever is known by one form is known by every other',
  ({ country, e164, forms }) => {
    test.each(forms)('kept as %s', (kept) => {
      expect(whoCalls(e164, { Anna: kept }, { country })).toEqual(['Anna: number']);
    });
    test.each(forms)('calls as %s', (caller) => {
      expect(whoCalls(caller, { Anna: e164 }, { country })).toEqual(['Anna: number']);
    });
  },
);

/** A number that calls, one that is kept with Anna, and where both are read; `null`: it is not hers. */
type Case = readonly [caller: string, kept: string | null, country: string, why: string | null];
const expectWhy = (caller: string, kept: string | null, country: string, why: string | null) =>
  expect(whoCalls(caller, { Anna: kept }, { country })).toEqual(why === null ? [] : [`Anna: ${why}`]);

describe('the end of a number, where a country, an area or a plus was left out', () => {
  test.each<Case>([
    // The country was left out, and the desk is in another one.
    ['+4722000012', '22 00 00 12', 'US', 'suffix'],
    ['+4722000012', '22000012', 'GB', 'suffix'],
    ['+4532000012', '32 00 00 12', 'NO', 'suffix'],
    ['+46846500412', '08-465 004 12', 'NO', 'suffix'],
    ['+442079460012', '020 7946 0012', 'NO', 'suffix'],
    ['+12125550112', '(212) 555-0112', 'NO', 'suffix'],
    ['+33199001234', '01 99 00 12 34', 'US', 'suffix'],
    ['+34910001234', '910 00 12 34', 'US', 'suffix'],
    ['32000012', '+45 32 00 00 12', 'NO', 'suffix'],
    // The area was left out: seven digits at least.
    ['+12125550112', '555-0112', 'US', 'suffix'],
    ['+493023125012', '23125012', 'DE', 'suffix'],
    ['+442079460012', '7946 0012', 'GB', 'suffix'],
    ['+74950001234', '000-12-34', 'RU', 'suffix'],
    ['+61255501234', '5550 1234', 'AU', 'suffix'],
    ['+551130001234', '3000-1234', 'BR', 'suffix'],
    ['5550112', '+1 212 555 0112', 'US', 'suffix'],
    // A digit for the outside line came along.
    ['0 22000012', '+47 22 00 00 12', 'NO', 'suffix'],
    ['9 22000012', '+47 22 00 00 12', 'NO', 'suffix'],
    ['0 0047 22000012', '+47 22 00 00 12', 'NO', 'suffix'],
    ['9 011 47 22000012', '+47 22 00 00 12', 'US', 'suffix'],
    ['92125550112', '+1 212 555 0112', 'US', 'suffix'],
    ['0 030 23125012', '+49 30 23125012', 'GB', 'suffix'],
    ['+4722000012', '022000012', 'NO', 'suffix'],
    // The 0 or the plus was lost, and nobody can say which.
    ['33199001234', '+33 1 99 00 12 34', 'DE', 'number'],
    ['33199001234', '0331 99001234', 'DE', 'suffix'],
    ['33199001234', '+49 331 99001234', 'DE', 'suffix'],
    ['+4933199001234', '33199001234', 'DE', 'suffix'],
    // Six digits are a subscriber in hundreds of towns.
    ['+442079460012', '460012', 'GB', null],
    ['+493023125012', '125012', 'DE', null],
    ['+376312345', '312345', 'NO', null],
    ['+12125550112', '550112', 'US', null],
    // The same end, but each has a beginning of its own.
    ['+4722000012', '92000012', 'NO', null],
    ['+12125550112', '+1 646 555 0112', 'US', null],
    ['(212) 555-0112', '(646) 555-0112', 'US', null],
    ['+4722000012', '+45 22 00 00 12', 'NO', null],
    ['+4722000012', '+46 22 00 00 12', 'NO', null],
    ['+4722000012', '+1 472 200 0012', 'NO', null],
    ['030 23125012', '040 23125012', 'DE', null],
    ['020 7946 0012', '020 7946 0013', 'GB', null],
    // In the country, two whole numbers that differ are two.
    ['22000012', '92000012', 'NO', null],
  ])('%s calls, %s is kept, in %s: %s', expectWhy);
});

describe('short codes and internal extensions are the same or not', () => {
  test.each<Case>([
    ['201', '201', 'NO', 'number'],
    ['201', '2 01', 'NO', 'number'],
    ['sip:201@pbx.example', '201', 'NO', 'number'],
    ['"Reception" <sip:201@pbx.example>', '201', 'NO', 'number'],
    ['tel:201;phone-context=pbx.example', '201', 'NO', 'number'],
    ['201', '1201', 'NO', null],
    ['1201', '201', 'NO', null],
    ['0012', '012', 'NO', null],
    ['112', '+47 22 00 01 12', 'NO', null],
    ['0112', '+1 212 555 0112', 'US', null],
    ['550112', '+1 212 555 0112', 'US', null],
    ['+4722000012', '12', 'NO', null],
    ['+4722000012', '0012', 'NO', null],
    ['12', '+47 22 00 00 12', 'NO', null],
    ['000012', '+47 22 00 00 12', 'NO', null],
    // An extension in the customer's house is none in ours.
    ['34', '+47 22 00 00 12 ext. 34', 'NO', null],
    ['34', '22000012,34', 'NO', null],
    ['2000', '2000', 'DE', 'number'],
    ['200034', '200034', 'DE', 'number'],
    ['1881', '1881', 'NO', 'number'],
  ])('%s calls, %s is kept, in %s: %s', expectWhy);
});

describe('withheld numbers are nobody’s', () => {
  test.each<Case>([
    ['anonymous', 'anonymous', 'NO', null],
    ['anonymous', '', 'NO', null],
    ['', '', 'NO', null],
    ['', null, 'NO', null],
    ['unknown', 'unknown', 'NO', null],
    ['+266696687', '+266696687', 'NO', null],
    ['+266696687', '266696687', 'NO', null],
    ['0', '0', 'NO', null],
    ['Restricted', '+47 22 00 00 12', 'NO', null],
    ['+4722000012', 'anonymous', 'NO', null],
    ['+4722000012', null, 'NO', null],
    ['+4722000012', 'ask Kari', 'NO', null],
  ])('%s calls, %s is kept, in %s', expectWhy);
});

describe('extensions', () => {
  test.each<Case>([
    ['+4722000012;ext=34', '+47 22 00 00 12 ext. 34', 'NO', 'number'],
    ['+4722000012,34', '22 00 00 12 x34', 'NO', 'number'],
    ['tel:+4722000012;ext=34', '22 00 00 12 #34', 'NO', 'number'],
    ['+4722000012', '22 00 00 12 ext. 34', 'NO', 'extension'],
    ['+4722000012;ext=34', '+47 22 00 00 12', 'NO', 'extension'],
    ['+4722000012;ext=34', '22 00 00 12 ext. 35', 'NO', 'extension'],
    ['+4722000012;ext=34', '22 00 00 13 ext. 34', 'NO', null],
  ])('%s calls, %s is kept, in %s: %s', expectWhy);

  const house: Directory = {
    Reception: '+47 22 00 00 12',
    Anna: '22 00 00 12 ext. 34',
    Bo: '22 00 00 12,35',
  };
  test.each<readonly [caller: string, found: readonly string[]]>([
    // Without an extension it may be anybody of the house.
    ['+4722000012', ['Reception: number', 'Anna: extension', 'Bo: extension']],
    // With one it is who has it.
    ['+4722000012;ext=34', ['Anna: number']],
    ['+4722000012;ext=35', ['Bo: number']],
    // A new one in the house: whoever else is there, to choose from.
    ['+4722000012;ext=36', ['Reception: extension', 'Anna: extension', 'Bo: extension']],
    ['+4722000013', []],
  ])('%s calls a house that shares a line', (caller, found) => {
    expect(whoCalls(caller, house)).toEqual(found);
  });
});

describe('shared numbers', () => {
  test.each<readonly [what: string, caller: string, directory: Directory, found: readonly string[]]>([
    [
      'a family',
      '+4722000012',
      { Kari: '22 00 00 12', Ola: '+47 22 00 00 12', Per: '22 00 00 13' },
      ['Kari: number', 'Ola: number'],
    ],
    [
      'one that the helpdesk calls shared',
      '+4722000012',
      { Kari: { phone: '22 00 00 12', phoneShared: true } },
      ['Kari: shared'],
    ],
    [
      'the same, by another of hers that is not',
      '+4791000034',
      {
        Kari: { phone: '91 00 00 34', otherPhones: ['22 00 00 12'] },
        Ola: { phone: '22 00 00 12', phoneShared: true },
      },
      ['Kari: number'],
    ],
    [
      'the one who has it alone before those who share it',
      '+4722000012',
      { Ola: { phone: '22 00 00 12', phoneShared: true }, Kari: '22 00 00 12' },
      ['Kari: number', 'Ola: shared'],
    ],
    [
      'with an extension it is one person’s, shared or not',
      '+4722000012;ext=34',
      { Kari: { phone: '22 00 00 12 ext. 34', phoneShared: true } },
      ['Kari: number'],
    ],
    [
      'the same person twice in one field',
      '+4722000012',
      { Kari: { phone: '22 00 00 12, +47 22 00 00 12', otherPhones: ['0047 22000012'] } },
      ['Kari: number'],
    ],
  ])('%s', (_what, caller, directory, found) => {
    expect(whoCalls(caller, directory)).toEqual(found);
  });
});

describe('several numbers of a person', () => {
  const directory: Directory = {
    Kari: { phone: '+47 22 00 00 12', otherPhones: ['+47 91 00 00 34', 'home: 33 00 00 56'] },
    Ola: '22000013, 91000035 / 33000057',
    Per: { phone: null, otherPhones: ['22 00 00 14/15'] },
  };
  test.each([
    ['22000012', 'Kari'],
    ['91000034', 'Kari'],
    ['33000056', 'Kari'],
    ['22000013', 'Ola'],
    ['91000035', 'Ola'],
    ['33000057', 'Ola'],
    ['22000014', 'Per'],
    ['22000015', 'Per'],
  ])('%s is %s', (caller, name) => {
    expect(whoCalls(caller, directory)).toEqual([`${name}: number`]);
  });
  test('the better of two reasons counts', () => {
    expect(whoCalls('+4722000012', { Kari: { phone: '22 00 00 12 ext. 34', otherPhones: ['22 00 00 12'] } })).toEqual([
      'Kari: number',
    ]);
  });
});

describe('whom the agent named at an earlier call', () => {
  test('is the only one where nobody else has the number', () => {
    expect(whoCalls('+4722000012', { Kari: null, Ola: '91 00 00 34' }, { earlier: 'Kari' })).toEqual([
      'Kari: earlier-call',
    ]);
  });
  test('stands before others who have it', () => {
    expect(whoCalls('+4722000012', { Kari: '22000012', Ola: '22000012' }, { earlier: 'Ola' })).toEqual([
      'Ola: earlier-call',
      'Kari: number',
    ]);
  });
  test('is one of many who only end the same', () => {
    const directory = { Kari: '555-0112', Ola: '555-0112' };
    expect(whoCalls('+12125550112', directory, { country: 'US' })).toEqual(['Kari: suffix', 'Ola: suffix']);
    expect(whoCalls('+12125550112', directory, { country: 'US', earlier: 'Ola' })).toEqual(['Ola: earlier-call']);
  });
  test('is nobody once they are switched off', () => {
    expect(whoCalls('+4722000012', { Kari: { phone: null, active: false } }, { earlier: 'Kari' })).toEqual([]);
  });
});
