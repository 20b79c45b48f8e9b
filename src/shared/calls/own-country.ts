import { getCountries } from 'libphonenumber-js/min';

/** In every engine that runs us one of the two is there. */
type ZonedLocale = Intl.Locale & {
  readonly timeZones?: readonly string[];
  getTimeZones?(): readonly string[] | undefined;
};

/**
 * The country (ISO 3166-1 alpha-2) where this machine is: by its clock, else by its language. The clock says more: many have English
 * programs of the United States and are not there. Asking for one country's zones takes up to a millisecond, so `pause` gives way.
 */
export async function ownCountry(
  { timeZone, locale }: Pick<Intl.ResolvedDateTimeFormatOptions, 'timeZone' | 'locale'>,
  pause: () => Promise<void>,
): Promise<string> {
  const ofLanguage = new Intl.Locale(locale).maximize().region ?? 'US';
  // `UTC` and `Etc/GMT-1` are nobody's.
  if (!timeZone.includes('/') || timeZone.startsWith('Etc/')) return ofLanguage;
  for (const country of [ofLanguage, ...getCountries()]) {
    await pause();
    const zoned: ZonedLocale = new Intl.Locale(`und-${country}`);
    if ((zoned.getTimeZones?.() ?? zoned.timeZones)?.includes(timeZone)) return country;
  }
  return ofLanguage;
}
