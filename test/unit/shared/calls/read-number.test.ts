import { describe, expect, test } from 'vitest';
import { readNumbers } from '#shared/calls/read-number.ts';
import { NATIONAL_FORMS } from './national-forms.ts';

const firstNumber = (text: string, country: string) => readNumbers(text, country)[0] ?? null;

describe.each(NATIONAL_FORMS)('$country: $plan', ({ country, e164, shown, abroad, forms }) => {
  test.each(forms)('%s', (text) => {
    expect(firstNumber(text, country)).toMatchObject({ e164, shown, country, extension: null });
  });
  test(`to somebody elsewhere ${e164} is ${abroad}`, () => {
    expect(firstNumber(e164, country === 'NO' ? 'SE' : 'NO')).toMatchObject({ e164, shown: abroad, country });
  });
});

/** From where it is read, and what it is. */
type Read = readonly [text: string, country: string, e164: string | null];
const e164Of = (text: string, country: string) => firstNumber(text, country)?.e164 ?? null;

describe('what leads abroad', () => {
  test.each<Read>([
    ['00 49 30 23125012', 'NO', '+493023125012'],
    ['011 49 30 23125012', 'US', '+493023125012'],
    ['0011 49 30 23125012', 'AU', '+493023125012'],
    ['010 49 30 23125012', 'JP', '+493023125012'],
    ['8 10 49 30 23125012', 'RU', '+493023125012'],
    // What another country dials: telephone systems send it as they are made, not as the country is.
    ['00 49 30 23125012', 'US', '+493023125012'],
    ['011 49 30 23125012', 'GB', '+493023125012'],
    ['493023125012', 'NO', '+493023125012'],
    ['442079460012', 'DE', '+442079460012'],
    ['12125550112', 'DE', '+12125550112'],
    // Turin's area is 011, and São Paulo's with the 0 before it.
    ['011 0001234', 'IT', '+390110001234'],
    ['011 3000-1234', 'BR', '+551130001234'],
    // Of no country: freephone and satellites.
    ['+800 1234 5678', 'NO', '+80012345678'],
    ['+882 16 1234567', 'NO', '+882161234567'],
    // Ranges are opened faster than programs are renewed: the right length is enough where the country is written.
    ['+47 10 00 00 12', 'DE', '+4710000012'],
    ['10 00 00 12', 'NO', null],
    ['+999 123 456 789', 'NO', null],
    // Too long for E.164.
    ['+47 2200 0012 3456 7890', 'NO', null],
    // Seven digits in a country of eight; a subscriber without an area.
    ['2200012', 'NO', null],
    ['555-0112', 'US', null],
    ['22000012', 'XX', null],
    ['+47 22000012', '', '+4722000012'],
  ])('%s in %s', (text, country, e164) => {
    expect(e164Of(text, country)).toBe(e164);
  });
});

describe('extensions', () => {
  test.each([
    ['+47 22 00 00 12 ext. 34', '34'],
    ['+47 22 00 00 12 ext 34', '34'],
    ['+47 22 00 00 12 Ext: 34', '34'],
    ['+47 22 00 00 12 extension 34', '34'],
    ['+47 22 00 00 12, ext. 34', '34'],
    ['+47 22 00 00 12 (ext 34)', '34'],
    ['+47 22 00 00 12 xtn 34', '34'],
    ['+47 22 00 00 12 x34', '34'],
    ['+47 22 00 00 12 x 34', '34'],
    ['+47 22 00 00 12X34', '34'],
    ['+47 22 00 00 12 #34', '34'],
    ['+47 22 00 00 12#34', '34'],
    ['+47 22 00 00 12,34', '34'],
    ['+47 22 00 00 12,,34', '34'],
    ['+47 22 00 00 12, 34#', '34'],
    ['+47 22 00 00 12;ext=34', '34'],
    ['+47 22 00 00 12 ~34', '34'],
    ['+47 22 00 00 12 int 34', '34'],
    ['+47 22 00 00 12 internt 34', '34'],
    ['+47 22 00 00 12 Durchwahl 34', '34'],
    ['+47 22 00 00 12 DW 34', '34'],
    ['+47 22 00 00 12 poste 34', '34'],
    ['+47 22 00 00 12 anexo 34', '34'],
    ['+47 22 00 00 12 ramal 34', '34'],
    ['+47 22 00 00 12 доб. 34', '34'],
    ['tel:+47-22-00-00-12;ext=34', '34'],
    ['tel:+4722000012;isub=1;ext=34;npdi', '34'],
    ['TEL:+4722000012;EXT=34', '34'],
    ['sip:+4722000012;ext=34@pbx.example', '34'],
    ['tel:22000012;ext=34;phone-context=+47', '34'],
    ['+47 22 00 00 12 ext. 000034', '000034'],
  ])('%s', (text, extension) => {
    expect(firstNumber(text, 'NO')).toMatchObject({ e164: '+4722000012', shown: '22 00 00 12', extension });
  });
});

describe('withheld, and what is no number', () => {
  test.each([
    '',
    '   ',
    'anonymous',
    'Anonymous',
    'ANONYMOUS',
    'unknown',
    '<unknown>',
    'private',
    'Private number',
    'Restricted',
    'unavailable',
    'Unavailable',
    'withheld',
    'blocked',
    'unbekannt',
    'Nummer unterdrückt',
    'number withheld by caller',
    // On a keypad: anonymous, blocked, private, restricted, unavailable, unknown.
    '+266696687',
    '+2562533',
    '+7748283',
    '+7378742833',
    '+86282452253',
    '+8656696',
    '266696687',
    '0',
    '000',
    '00000000',
    '+',
    '-',
    'n/a',
    'sip:anonymous@anonymous.invalid',
    'sip:unknown@10.0.0.1',
    'sip:10.0.0.1',
    '"Anonymous" <sip:anonymous@anonymous.invalid>',
    '"Agent 007" <unknown>',
    'sip:anna2@pbx.example',
    'anna2@pbx.example',
    'tel:',
  ])('%s', (text) => {
    expect(firstNumber(text, 'NO')).toBeNull();
    expect(readNumbers(text, 'NO')).toEqual([]);
  });

  test('the same digits are a number where the country has them', () => {
    // Évora, nine digits; Austin, ten.
    expect(e164Of('266696687', 'PT')).toBe('+351266696687');
    expect(e164Of('7378742833', 'US')).toBe('+17378742833');
  });
});

describe('short codes and internal extensions are kept as they came', () => {
  test.each([
    ['201', 'NO'],
    ['12', 'NO'],
    ['4', 'NO'],
    ['2001', 'DE'],
    ['20112', 'NO'],
    ['112', 'NO'],
    ['112', 'DE'],
    ['110', 'DE'],
    ['113', 'NO'],
    ['911', 'US'],
    ['311', 'US'],
    ['999', 'GB'],
    ['1881', 'NO'],
    ['118 118', 'GB'],
    ['116117', 'DE'],
    ['*97', 'NO'],
    ['555-0112', 'US'],
  ])('%s in %s', (text, country) => {
    expect(firstNumber(text, country)).toMatchObject({
      e164: null,
      shown: text,
      country: null,
      extension: null,
    });
  });
  test.each([
    ['sip:201@pbx.example', '201'],
    ['"Reception" <sip:201@pbx.example>', '201'],
    ['"Reception" <201>', '201'],
    ['tel:201;phone-context=pbx.example', '201'],
    ['201@pbx.example', '201'],
  ])('%s', (text, shown) => {
    expect(firstNumber(text, 'NO')).toMatchObject({ e164: null, shown, country: null, extension: null });
  });
});

describe('addresses', () => {
  test.each<Read>([
    ['tel:+47%2022%2000%2000%2012', 'DE', '+4722000012'],
    ['tel:%2B4722000012', 'DE', '+4722000012'],
    ['tel://+4722000012', 'DE', '+4722000012'],
    ['tel:+4722000012?call', 'DE', '+4722000012'],
    ['callto:+4722000012', 'DE', '+4722000012'],
    ['sips:+4722000012@pbx.example:5061', 'DE', '+4722000012'],
    ['sip:+4722000012:secret@pbx.example', 'DE', '+4722000012'],
    ['sip:22000012@pbx.example', 'NO', '+4722000012'],
    ['SIP:+4722000012@PBX.EXAMPLE', 'DE', '+4722000012'],
    ['"Kari Nordmann" <sip:+4722000012@pbx.example>', 'DE', '+4722000012'],
    ['"Kari Nordmann" <+4722000012>', 'DE', '+4722000012'],
    ['Kari Nordmann <22000012>', 'NO', '+4722000012'],
    ['"Room 7" <22000012>', 'NO', '+4722000012'],
    // RFC 3966: a local number means what it does in its context.
    ['tel:22000012;phone-context=+47', 'US', '+4722000012'],
    ['tel:030-23125012;phone-context=+49', 'US', '+493023125012'],
    ['tel:555-0112;phone-context=+1-212', 'DE', '+12125550112'],
    ['tel:22000012;phone-context=example.com', 'NO', '+4722000012'],
    ['tel:%', 'NO', null],
  ])('%s in %s', (text, country, e164) => {
    expect(e164Of(text, country)).toBe(e164);
  });
});

describe('digits, dashes and marks of other scripts', () => {
  test.each([
    '＋４７ ２２ ００ ００ １２',
    '+٤٧ ٢٢ ٠٠ ٠٠ ١٢',
    '+۴۷ ۲۲ ۰۰ ۰۰ ۱۲',
    '+४७ २२ ०० ०० १२',
    '+৪৭ ২২ ০০ ০০ ১২',
    '+๔๗ ๒๒ ๐๐ ๐๐ ๑๒',
    '+𝟒𝟕 𝟐𝟐 𝟎𝟎 𝟎𝟎 𝟏𝟐',
    '+47‐22‑00‒00–12',
    '+47 — 22 − 00 00 12',
    '+47\u00a022\u202f00\u200900\u300012',
    '\u202a+47 22 00 00 12\u202c',
    '\u200e+47 22 00 00 12\u200f',
    '+47\u200b22\ufeff00\u00ad0012',
    '+47（22）000012',
    '+47·22·00·00·12',
    '+47 22⁄00 00 12',
    '+47\t22\t000012',
    '\t+47 22 00 00 12\r\n',
  ])('%j', (text) => {
    expect(firstNumber(text, 'DE')).toMatchObject({ e164: '+4722000012', extension: null });
  });
});

describe('letters of a keypad', () => {
  test.each<Read>([
    // 3569377: F L O W E R S.
    ['1-800-FLOWERS', 'US', '+18003569377'],
    ['1 (800) FLOWERS', 'US', '+18003569377'],
    ['800-FLOWERS', 'US', '+18003569377'],
    ['+1 800 FLOWERS', 'NO', '+18003569377'],
    ['1-800-Flowers', 'US', '+18003569377'],
    ['1-212-555-TAXI', 'US', '+12125558294'],
    ['+1 (212) 555-TAXI', 'NO', '+12125558294'],
    ['0800 CALL NOW', 'GB', '+448002255669'],
    // Labels are no digits.
    ['+47 22 00 00 12 Work', 'NO', '+4722000012'],
    ['22000012 HOME', 'NO', '+4722000012'],
    ['Mobile: 22000012', 'NO', '+4722000012'],
    ['(212) 555-0112 FAX', 'US', '+12125550112'],
  ])('%s in %s', (text, country, e164) => {
    expect(e164Of(text, country)).toBe(e164);
  });
});

describe('several numbers in one field', () => {
  test.each<readonly [text: string, numbers: readonly (string | null)[]]>([
    ['+47 22 00 00 12, +47 91 00 00 34', ['+4722000012', '+4791000034']],
    ['+47 22 00 00 12,+4791000034', ['+4722000012', '+4791000034']],
    ['22000012, 91000034', ['+4722000012', '+4791000034']],
    ['22000012; 91000034', ['+4722000012', '+4791000034']],
    ['22000012 | 91000034', ['+4722000012', '+4791000034']],
    ['22 00 00 12 / 91 00 00 34', ['+4722000012', '+4791000034']],
    ['22000012/91000034', ['+4722000012', '+4791000034']],
    ['+47 22 00 00 12 / 91 00 00 34', ['+4722000012', '+4791000034']],
    ['+47 22 00 00 12 +47 91 00 00 34', ['+4722000012', '+4791000034']],
    ['22000012 - 91000034', ['+4722000012', '+4791000034']],
    ['22000012\n91000034', ['+4722000012', '+4791000034']],
    ['22000012 or 91000034', ['+4722000012', '+4791000034']],
    ['22000012 eller 91000034', ['+4722000012', '+4791000034']],
    ['Work: 22000012, mobile: 91000034', ['+4722000012', '+4791000034']],
    ['22000012 (work) 91000034 (mobile)', ['+4722000012', '+4791000034']],
    ['22 00 00 12/13', ['+4722000012', '+4722000013']],
    ['+47 22 00 00 12 ext. 34, +47 91 00 00 34', ['+4722000012', '+4791000034']],
    ['22000012, 91000034, +46 8 465 004 12', ['+4722000012', '+4791000034', '+46846500412']],
    ['22000012, 201', ['+4722000012']],
    ['201, 202', [null, null]],
    ['+49 33701 / 1234567', ['+49337011234567']],
    ['0043 / 1 / 5324567', ['+4315324567']],
  ])('%s', (text, numbers) => {
    expect(readNumbers(text, 'NO').map(({ e164 }) => e164)).toEqual(numbers);
  });

  test('a text of any length is read in no time', () => {
    expect(readNumbers(`${'-'.repeat(200_000)}22000012`, 'NO')).toEqual([]);
    expect(readNumbers('22000012, '.repeat(20_000), 'NO').length).toBeLessThan(50);
  });
});
