/** Languages that the shop has switched on, under numbers of the kind that Zendesk gives them. */
export const LOCALES: readonly { readonly id: number; readonly locale: string; readonly name: string }[] = [
  { id: 1, locale: 'en-US', name: 'English' },
  { id: 2, locale: 'es', name: 'Español' },
  { id: 8, locale: 'de', name: 'Deutsch' },
  { id: 16, locale: 'fr', name: 'Français' },
  { id: 34, locale: 'nb', name: 'Norsk bokmål' },
  { id: 1143, locale: 'pl', name: 'Polski' },
  { id: 1173, locale: 'uk', name: 'Українська' },
  { id: 1176, locale: 'en-GB', name: 'English (United Kingdom)' },
  { id: 1189, locale: 'vi', name: 'Tiếng Việt' },
];

export const DEFAULT_LOCALE = 'en-US';

/** The default's for a language that is not switched on. */
export const localeIdOf = (locale: string): number => LOCALES.find((one) => one.locale === locale)?.id ?? 1;
