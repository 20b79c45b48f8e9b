// The smallest metadata: a general pattern and the lengths of each country's numbers are enough to tell a number from a short code and
// to write it as people there do. `/mobile` and `/max` add what kind a number is, which nobody here asks, and then refuse what lies in
// a range that was opened since.
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber as Parsed,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { type NumberText, numbersIn, onKeypad } from './number-texts.ts';
import type { PhoneNumber } from './phone-number.ts';

/** A number with what matching needs besides. */
export type ReadNumber = PhoneNumber & {
  /** As it was written, without `+`. */
  readonly digits: string;
  /** Without the country's code and without what is dialled before it inside the country; null without an international form. */
  readonly national: string | null;
  /**
   * How sure its international form is. written: its country was written; assumed: it is a whole number of the country where it is read;
   * guessed: it could be more than one; none: there is none.
   */
  readonly form: 'written' | 'assumed' | 'guessed' | 'none';
};

/**
 * What carriers send for a number that is withheld where a number must stand: words on a keypad. With a `+` none of them is a number of
 * any country (`+266` is Lesotho, whose numbers have eight digits); without, some are.
 */
const WITHHELD = ['anonymous', 'blocked', 'private', 'restricted', 'unavailable', 'unknown'].map(onKeypad);

/** A subscriber inside a town or an area has at most so many digits where a 0 leads out of it; a number of the country has more. */
const LONGEST_LOCAL = 8;
/** Shorter ones are written without spaces in small countries. */
const SHORTEST_PARTED = 6;
/** Shorter ones without a `+` are more likely local numbers than foreign ones. */
const SHORTEST_FOREIGN = 10;

/** Every number of a text, in its order. */
export const readNumbers = (text: string, country: string): readonly ReadNumber[] =>
  numbersIn(text).flatMap((number) => readNumber(number, country) ?? []);

/** Null for what stands for a withheld number. */
export function readNumber(number: NumberText, country: string): ReadNumber | null {
  const { extension, written } = number;
  const digits = number.digits.replace('+', '');
  const isWord = WITHHELD.includes(digits);
  if (/^0*$/u.test(digits) || (isWord && number.digits.startsWith('+'))) return null;
  const home = isSupportedCountry(country) ? country : undefined;
  const reading = readingOf(number, home);
  if (!reading)
    return isWord
      ? null
      : { e164: null, shown: written, country: null, extension, digits, national: null, form: 'none' };
  const { parsed, form } = reading;
  const isHere = home !== undefined && parsed.countryCallingCode === getCountryCallingCode(home);
  return {
    e164: parsed.number,
    shown: isHere ? parsed.formatNational() : parsed.formatInternational(),
    country: parsed.country ?? null,
    extension,
    digits,
    national: parsed.nationalNumber,
    form,
  };
}

type Reading = { readonly parsed: Parsed; readonly form: 'written' | 'assumed' | 'guessed' };

function readingOf(number: NumberText, home: CountryCode | undefined): Reading | null {
  const { digits, withoutTrunk, lettersDialled, context } = number;
  for (const form of [digits, withoutTrunk, lettersDialled]) {
    if (form === null) continue;
    const reading = (context === null ? null : written(`+${context}${form}`)) ?? readForm(form, home);
    if (reading) return reading;
  }
  // Countries open new ranges faster than programs are renewed: where the country is written, the right length is enough.
  const parsed = digits.startsWith('+') ? parsePhoneNumberFromString(digits, { extract: false }) : undefined;
  return parsed?.isPossible() ? { parsed, form: 'written' } : null;
}

function readForm(digits: string, home: CountryCode | undefined): Reading | null {
  if (digits.startsWith('+')) return written(digits);
  // Most of the world dials 00 to get abroad, and telephone systems send it wherever they stand.
  const abroad = digits.startsWith('00') ? written(`+${digits.slice(2)}`) : null;
  if (abroad) return abroad;
  const parsed = valid(digits, home);
  if (parsed) return nationalReading(digits, parsed);
  // What North America dials; its 011 is a town in other countries, so it comes second.
  if (digits.startsWith('011')) return written(`+${digits.slice(3)}`);
  return withoutPlus(digits);
}

/** A number that is one of the country where it is read. Null where an area or more is missing. */
function nationalReading(digits: string, parsed: Parsed): Reading | null {
  if (digits.endsWith(parsed.number.slice(1))) return { parsed, form: 'written' };
  if (digits.startsWith('0') || !isWrittenWithZero(parsed)) return { parsed, form: 'assumed' };
  if (digits.length <= LONGEST_LOCAL) return null;
  // A table has lost the 0, or a telephone system the `+`. The second is what happens every day.
  return { parsed: withoutPlus(digits)?.parsed ?? parsed, form: 'guessed' };
}

/** Germany's and Austria's patterns take nearly any digits: for what is none of their numbers there is no way to write it either. */
function isWrittenWithZero(parsed: Parsed): boolean {
  const shown = parsed.formatNational();
  return /^\D*0/u.test(shown) || (shown === parsed.nationalNumber && shown.length >= SHORTEST_PARTED);
}

/** As most telephone systems send a number: with its country, without `+`. */
const withoutPlus = (digits: string): Reading | null =>
  digits.length >= SHORTEST_FOREIGN && !digits.startsWith('0') ? written(`+${digits}`) : null;

function written(digits: string): Reading | null {
  const parsed = valid(digits, undefined);
  return parsed ? { parsed, form: 'written' } : null;
}

function valid(digits: string, home: CountryCode | undefined): Parsed | null {
  const parsed = parsePhoneNumberFromString(digits, { ...(home && { defaultCountry: home }), extract: false });
  return parsed?.isValid() ? parsed : null;
}
