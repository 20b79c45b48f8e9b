import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import type { Messages, TextKey } from './catalogue.ts';
import { english } from './catalogue.ts';

export type TextValues = Readonly<Record<string, string | number | Date>>;

/** Every text a person reads goes through one of these. */
export type Text = {
  readonly locale: string;
  (key: TextKey, values?: TextValues): string;
  /** Dates, numbers and lists in the locale's form. */
  readonly intl: IntlShape<string>;
};

/** `pseudo` stretches and accents English, so that a text that bypasses the catalogue, or has no room, shows in tests. */
export function createText(locale: string): Text {
  const messages = locale === 'pseudo' ? pseudo(english) : english;
  const intl = createIntl(
    { locale: locale === 'pseudo' ? 'en' : locale, messages: { ...messages } },
    createIntlCache(),
  );
  const text = (key: TextKey, values?: TextValues): string => intl.formatMessage({ id: key }, values);
  return Object.assign(text, { locale, intl });
}

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ė',
  i: 'î',
  o: 'ö',
  u: 'û',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  y: 'ý',
};

/** ICU arguments stay as they are; the words around them change. */
function pseudo(messages: Messages): Record<string, string> {
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, pseudoMessage(message)]));
}

function pseudoMessage(message: string): string {
  if (/\{\w+,/.test(message)) return `⟦${message}⟧`;
  const accented = message
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith('{') ? part : part.replace(/[aeioucnsy]/g, (letter) => ACCENTS[letter] ?? letter)))
    .join('');
  return `⟦${accented} ~~~⟧`;
}
