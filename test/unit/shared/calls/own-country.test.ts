import { expect, test } from 'vitest';
import { ownCountry } from '#shared/calls/own-country.ts';

const at = (timeZone: string, locale: string) => ownCountry({ timeZone, locale }, async () => undefined);

test('the country of the clock counts before that of the language', async () => {
  expect(await at('Europe/Oslo', 'en-US')).toBe('NO');
  expect(await at('Europe/Berlin', 'en-GB')).toBe('DE');
  expect(await at('America/New_York', 'es-MX')).toBe('US');
  expect(await at('America/Toronto', 'fr-CA')).toBe('CA');
});

test('where the clock says nothing the language does', async () => {
  expect(await at('UTC', 'nb')).toBe('NO');
  expect(await at('Etc/GMT-1', 'de-AT')).toBe('AT');
  expect(await at('Nowhere/Land', 'vi')).toBe('VN');
  expect(await at('UTC', 'en')).toBe('US');
});

test('it gives way between one country and the next', async () => {
  let given = 0;
  await ownCountry({ timeZone: 'Europe/Oslo', locale: 'en-US' }, async () => {
    given++;
  });
  expect(given).toBeGreaterThan(50);
});
