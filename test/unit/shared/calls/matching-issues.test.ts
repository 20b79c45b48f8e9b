import { describe, expect, test } from 'vitest';
import { whoCalls } from './directory.ts';

/** What callers' consoles got wrong, after reports about Zammad's. */
describe('as reported elsewhere', () => {
  // zammad/zammad#5117
  test('a user who has a number and neither a name nor an address is identified', () => {
    const nameless = { phone: '493012345', name: '', email: null };
    expect(whoCalls('493012345', { Nameless: nameless }, { country: 'DE' })).toEqual([': number']);
    expect(whoCalls('+493012345', { Nameless: nameless }, { country: 'DE' })).toEqual([': number']);
  });

  // zammad/zammad#4872, #5128
  test.each(['030/23125012', '0 30 / 23 12 50 12', '+49 30/23125012', '+49/30/23125012', '0049 (0)30/231 250-12'])(
    'a slash in the number %s keeps nobody from being found',
    (kept) => {
      expect(whoCalls('+493023125012', { Anna: kept }, { country: 'DE' })).toEqual(['Anna: number']);
      expect(whoCalls('493023125012', { Anna: kept }, { country: 'DE' })).toEqual(['Anna: number']);
    },
  );

  // zammad/zammad#2096
  test('of two users with one number, whoever was switched off is not shown', () => {
    const directory = { Old: { phone: '+4722000012', active: false }, New: '+4722000012' };
    expect(whoCalls('+4722000012', directory)).toEqual(['New: number']);
    expect(whoCalls('+4722000012', { Old: directory.Old })).toEqual([]);
    expect(whoCalls('+12125550112', { Old: { phone: '555-0112', active: false } }, { country: 'US' })).toEqual([]);
  });

  // zammad/zammad#3560
  test('the exact number of one customer is not hidden among guesses', () => {
    const directory = { Guess: '555-0112', Customer: '+1 212 555 0112', Other: '5550112' };
    expect(whoCalls('+12125550112', directory, { country: 'US' })).toEqual(['Customer: number']);
  });

  // zammad/zammad#2144
  test('guesses are all shown, to choose from, as long as nobody is known', () => {
    const directory = { Guess: '555-0112', Elsewhere: '555-0113', Other: '5550112' };
    expect(whoCalls('+12125550112', directory, { country: 'US' })).toEqual(['Guess: suffix', 'Other: suffix']);
  });
  test('and once the agent has said who it was, that is who it is', () => {
    const directory = { Guess: '555-0112', Other: '5550112', New: null };
    expect(whoCalls('+12125550112', directory, { country: 'US', earlier: 'New' })).toEqual(['New: earlier-call']);
  });

  // zammad/zammad#2143
  test('an unknown number is not matched to customers who happen to end alike', () => {
    const directory = { A: '+49 176 38000012', B: '0176 39000012', C: '000012', D: '+49 30 000012', E: '0012' };
    expect(whoCalls('+4917600000012', directory, { country: 'DE' })).toEqual([]);
  });

  // zammad/zammad#2044, #2797
  test('an internal extension is the colleague who has it, never the end of a customer’s number', () => {
    const directory = {
      Colleague: { phone: '1234', role: 'agent' },
      Customer: '+49 30 55571234',
      House: '+49 30 555716 ext. 1234',
    } as const;
    expect(whoCalls('1234', directory, { country: 'DE' })).toEqual(['Colleague: number']);
    expect(whoCalls('sip:1234@pbx.example', directory, { country: 'DE' })).toEqual(['Colleague: number']);
  });

  // zammad/zammad#3967
  test('customers are not offered for an extension of the house', () => {
    expect(whoCalls('1234', { Customer: '+49 30 55571234', Other: '0176 00001234' }, { country: 'DE' })).toEqual([]);
  });

  // znuny/Znuny4OTRS-CTI#3
  test('of several who have one number all are shown, not the last by the alphabet', () => {
    expect(whoCalls('123', { Anna: '123', Bo: '123', Cy: '123' })).toEqual([
      'Anna: number',
      'Bo: number',
      'Cy: number',
    ]);
  });
});
