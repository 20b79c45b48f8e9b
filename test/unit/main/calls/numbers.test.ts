import { describe, expect, it } from 'vitest';
import { isSameNumber } from '#main/calls/same-number.ts';
import { telUri } from '#main/calls/tel-uri.ts';
import { toldName, toldNumber } from '#main/calls/told-number.ts';

describe('isSameNumber', () => {
  it.each([
    ['+4791234567', '91 23 45 67'],
    ['+44 20 7946 0018', '020 7946 0018'],
    ['+44 (0)20 7946 0018', '00442079460018'],
    ['493055571600', '030/555 71 600'],
    ['tel:+4791234567;ext=12', '+4791234567'],
    ['201', '201'],
  ])('%s is %s', (one, other) => expect(isSameNumber(one, other)).toBe(true));

  it.each([
    ['', ''],
    ['', '+4791234567'],
    ['anonymous', 'anonymous'],
    ['+4791234567', '+4791234568'],
    ['201', '+4721000201'],
    ['234567', '91234567'],
  ])('%j is not %j', (one, other) => expect(isSameNumber(one, other)).toBe(false));
});

describe('telUri', () => {
  it.each([
    ['+47 91 23 45 67', 'tel:+4791234567'],
    ['(303) 555-0142', 'tel:3035550142'],
    ['030/555 71-600', 'tel:03055571600'],
    ['+1 212 555 0100 ext. 5', 'tel:+12125550100;ext=5'],
    ['+12125550100;ext=5', 'tel:+12125550100;ext=5'],
    ['1-800-FLOWERS', 'tel:18003569377'],
    ['*21*100#', 'tel:*21*100%23'],
    ['112', 'tel:112'],
  ])('dials %s as %s', (number, uri) => expect(telUri(number)).toBe(uri));

  it.each(['', '7', 'anonymous', '+', 'tel:1', '12;34', '123&x=1', '1'.repeat(40), '91234567\n1'])(
    'does not dial %j',
    (text) => expect(telUri(text)).toBeNull(),
  );
});

describe('what a telephone tells', () => {
  it.each([
    'anonymous',
    'Anonymous',
    'anonymous@anonymous.invalid',
    'Unknown',
    'Private',
    'withheld',
    ' ',
    '-',
    'CallerID blocked',
  ])('no number: %j', (text) => expect(toldNumber(text)).toBe(''));

  it('gives back the plus that a form took away', () => {
    expect(toldNumber(' 4791234567')).toBe('+4791234567');
    expect(toldNumber('  91234567 ')).toBe('91234567');
    expect(toldNumber('sip:ann@pbx.example')).toBe('sip:ann@pbx.example');
  });

  it('shows a name on one line and in its own direction', () =>
    expect(toldName(' Ann\u202e\n\tBerg ')).toBe('Ann Berg'));
});
