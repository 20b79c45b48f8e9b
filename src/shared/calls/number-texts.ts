import { plainText } from './plain-text.ts';

/** One number of a text, as it is written: before anything is known of its country. */
export type NumberText = {
  /** ASCII digits, with `+` in front where it is written so. */
  readonly digits: string;
  /** The same without a `(0)`, which some write for those who dial from inside the country; null without one. */
  readonly withoutTrunk: string | null;
  /** The same with the letters as a keypad has them, `1-800-FLOWERS`; null without letters. */
  readonly lettersDialled: string | null;
  readonly extension: string | null;
  /** The digits under which a local number is valid (`phone-context` of RFC 3966); null where none are given. */
  readonly context: string | null;
  /** As it came, without its extension. */
  readonly written: string;
};

/** Enough to be a whole number; what is shorter belongs to its neighbour or is a short code. */
const WHOLE = 7;
/** E.164: at most so many digits after the `+`. */
const LONGEST = 15;
/** What is dialled once the line stands; more digits are another number. */
const LONGEST_EXTENSION = 6;
/** No field holds numbers that far in, and a text of any length may stand in one. */
const LONGEST_TEXT = 400;

/**
 * Between a number and its extension. The words are those that people write in their cards: English, Spanish, Portuguese, French,
 * German (Durchwahl, Klappe), Dutch, Nordic and Russian.
 */
const EXTENSION_WORD =
  /^[\s;,.(]*(?:e?xt(?:n|ensi(?:on|ón|o|ão)|ension)?|int(?:ern(?:t|nr|o)?)?|x|anexo|ramal|poste|durchwahl|dw|klappe|toestel|anknytning|ankn|lokal|доб(?:авочный)?)[\s.:=)]*$/iu;
/** `#12`, `~12`, and pauses of a modem: `,12`, `,,12`. */
const EXTENSION_SIGN = /^\s*(?:[#~]|,+)\s*$/u;

/** Digits and what is written between those of one number. A `+` begins another one. */
const RUN = /\+?[\d().\-/* ]*\d/gu;
/** Dialled before a number to hide one's own. */
const HIDES_OWN = /^[*#]31#/u;

/**
 * The numbers in a field or in what a telephone sends: plain, as a `tel:`, `callto:` or `sip:` address, with a name before it, or
 * several with commas, slashes or words between. Empty where there is none, as where the number is withheld.
 */
export function numbersIn(text: string): readonly NumberText[] {
  const plain = plainText(text.slice(0, LONGEST_TEXT)).replace(HIDES_OWN, '');
  const address = addressIn(plain);
  return address === null ? inWords(plain) : inAddress(address);
}

/** What is an address: it has a scheme, parameters or a host, or stands between angle brackets behind a name. */
function addressIn(text: string): string | null {
  const inner = /<([^<>]*)>/u.exec(text)?.[1]?.trim();
  if (inner !== undefined && (/[\d@]/u.test(inner) || !/^[+\d]/u.test(text))) return inner;
  return /^(?:tel|callto|sips?):|;(?:ext|phone-context|isub)=|\S@\S/iu.test(text) ? text : null;
}

/** RFC 3966 (`tel:`) and RFC 3261 (`sip:`, whose user part may be a number with the same parameters). */
function inAddress(address: string): readonly NumberText[] {
  const [, scheme = '', rest = ''] = /^(?:(tel|callto|sips?):)?(.*)$/iu.exec(unescaped(address)) ?? [];
  const isSip = /^sip/iu.test(scheme) || rest.includes('@');
  const user = (isSip ? rest.replace(/@[^@]*$/u, '').replace(/:.*$/u, '') : rest).replace(/\?.*$/u, '');
  const [number = '', ...parameters] = user.split(';');
  // Names, `anna2@pbx`, and hosts without a user are no numbers.
  if (isSip && (!/^[+\d().\-*# ]+$/u.test(number) || /^(?:\d+\.){3}\d+$/u.test(number))) return [];
  const valueOf = (name: string): string | undefined =>
    parameters.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const context = valueOf('phone-context');
  const extension = valueOf('ext')?.replace(/\D/gu, '');
  return inWords(number).map((one) => ({
    ...one,
    extension: extension || one.extension,
    context: context?.startsWith('+') ? context.replace(/\D/gu, '') : null,
  }));
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function inWords(text: string): readonly NumberText[] {
  const found: NumberText[] = [];
  let end = 0;
  for (const match of text.matchAll(RUN)) {
    const between = text.slice(end, match.index);
    end = match.index + match[0].length;
    const last = found.at(-1);
    if (last && isExtension(last, between, match[0])) found[found.length - 1] = { ...last, extension: bare(match[0]) };
    else found.push(...split(match[0]).map(numberText));
  }
  const [first, ...others] = found;
  const lettersDialled = dialled(text);
  const isOne = first?.extension === null && others.every(({ digits }) => digits.length < WHOLE);
  return isOne && lettersDialled !== null ? [{ ...first, lettersDialled, written: text }] : found;
}

/** Whether a run of digits is the extension of the number before it. */
function isExtension(number: NumberText, between: string, run: string): boolean {
  if (number.extension !== null || bare(number.digits).length < WHOLE || run.startsWith('+')) return false;
  return bare(run).length <= LONGEST_EXTENSION && (EXTENSION_WORD.test(between) || EXTENSION_SIGN.test(between));
}

/**
 * Two numbers with a slash or a space between, if they are too long for one; `22 33 44 55/56` is 55 or 56. In `030/1234567` the
 * slash parts area and subscriber.
 */
function split(run: string): readonly string[] {
  const slash = run.indexOf('/');
  if (slash >= 0) {
    const [left, right] = [run.slice(0, slash), run.slice(slash + 1)];
    const [before, after] = [bare(left), bare(right)];
    const namesCountry = run.trim().startsWith('+') || before.startsWith('00');
    const fitsOne = namesCountry && (before + after).replace(/^00/u, '').length <= LONGEST;
    if (before.length >= WHOLE && after.length >= WHOLE && !fitsOne) return [left, ...split(right)];
    if (before.length > WHOLE && after.length <= 3 && !right.includes('/'))
      return [left, left.trim().slice(0, -after.length) + after];
  }
  if (bare(run).length <= LONGEST) return [run];
  const parts = run.split(/ +- +| {2,}/u);
  return parts.every((part) => bare(part).length >= WHOLE) ? parts : [run];
}

function numberText(run: string): NumberText {
  const written = run.trim().replace(/^[.\-/ ]+/u, '');
  const plus = written.includes('+') ? '+' : '';
  return {
    digits: plus + bare(written),
    withoutTrunk: /\(0\)/u.test(written) ? plus + bare(written.replace(/\(0\)/gu, '')) : null,
    lettersDialled: null,
    extension: null,
    context: null,
    written,
  };
}

const bare = (text: string): string => text.replace(/\D/gu, '');

/** Digits, then at least three letters of a keypad (ITU-T E.161), the first a capital; null where the text is not one number so. */
function dialled(text: string): string | null {
  if (!/[A-Z]/u.test(text) || (text.match(/[a-z]/giu) ?? []).length < 3) return null;
  if (!/^\+?[\d().\- ]*\d[().\- ]*[A-Z][A-Za-z\d.\- ]*$/u.test(text)) return null;
  return (text.startsWith('+') ? '+' : '') + bare(onKeypad(text));
}

const KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** `taxi` → `8294`. */
export const onKeypad = (text: string): string =>
  text.replace(/[a-z]/giu, (letter) => String(KEYS.findIndex((key) => key.includes(letter.toLowerCase())) + 2));
