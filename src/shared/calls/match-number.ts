import type { Person } from '../domain/desk.ts';
import type { AccountId } from '../domain/ids.ts';
import type { CallerReason } from './caller.ts';
import { numbersOf, writtenForms } from './number-index.ts';
import { type ReadNumber, readNumber } from './read-number.ts';

/** Somebody of an account, who may be at the other end. */
export type Candidate = { readonly accountId: AccountId; readonly person: Person };
export type Match = Candidate & { readonly why: CallerReason };

/**
 * How many digits of two numbers have to be the same at their end. Seven are a subscriber's number in the North American plan, where the
 * area is often left out, and a whole number in small countries (Iceland, Estonia). Six and fewer are dialled inside one town of
 * Germany, Britain or Russia, and are somebody else's in each of hundreds of others.
 */
const SAME_END = 7;

/** The likelier the lower. */
const RANK: Readonly<Record<CallerReason, number>> = {
  'earlier-call': 0,
  number: 1,
  shared: 2,
  extension: 3,
  suffix: 4,
};

/** The likelier reason first. */
export const compareReasons = (one: CallerReason, other: CallerReason): number => RANK[one] - RANK[other];

/**
 * Who may be calling, the likeliest first. Of those who only end the same none is named where anybody is who has the very number, or
 * whom the agent chose before: a list of guesses would hide the one who is meant.
 */
export function matchNumber(
  caller: ReadNumber,
  {
    candidates,
    country,
    earlier,
  }: {
    readonly candidates: Iterable<Candidate>;
    readonly country: string;
    /** Whom the agent named at an earlier call from this number. */
    readonly earlier: Candidate | null;
  },
): readonly Match[] {
  const reasonOf = reasonFor(caller, country);
  const isEarlier = (one: Candidate): boolean =>
    one.accountId === earlier?.accountId && one.person.remoteId === earlier.person.remoteId;
  const found: Match[] = earlier?.person.active ? [{ ...earlier, why: 'earlier-call' }] : [];
  for (const candidate of candidates) {
    // Whoever was switched off in the helpdesk is no customer any more, and may have a namesake who is.
    if (!candidate.person.active || isEarlier(candidate)) continue;
    const why = reasonOf(candidate.person);
    if (why !== null) found.push({ ...candidate, why });
  }
  const isNamed = (why: CallerReason): boolean => found.some((one) => one.why === why);
  const withoutGuesses = found.every(({ why }) => why === 'suffix')
    ? found
    : found.filter(({ why }) => why !== 'suffix');
  // With an extension a switchboard's number is one person's; without, it may be anybody's behind it.
  const hasOwn = caller.extension !== null && isNamed('number');
  return withoutGuesses.filter(({ why }) => !hasOwn || why !== 'extension').sort((a, b) => RANK[a.why] - RANK[b.why]);
}

/** Why a number may be a person's; null where it is not. */
function reasonFor(caller: ReadNumber, country: string): (person: Person) => CallerReason | null {
  const read = rememberedReading(country);
  const end = endOf(caller);
  return (person) => {
    let best: CallerReason | null = null;
    for (const text of numbersOf(person)) {
      if (!writtenForms(text).some((digits) => endsAlike(digits, end))) continue;
      const number = read(text);
      const why = number && compare(caller, { ...number, extension: text.extension });
      const told = why === 'number' && person.phoneShared === true && caller.extension === null ? 'shared' : why;
      if (told && (best === null || compareReasons(told, best) < 0)) best = told;
    }
    return best;
  };
}

/** Behind one switchboard there may be hundreds, whose numbers differ in the extension alone: the line is read once. */
function rememberedReading(country: string) {
  const known = new Map<string, ReadNumber | null>();
  return (text: Parameters<typeof readNumber>[0]): ReadNumber | null => {
    const { digits, withoutTrunk, lettersDialled, context } = text;
    const key = `${digits} ${withoutTrunk ?? ''} ${lettersDialled ?? ''} ${context ?? ''}`;
    const read = known.get(key);
    if (read !== undefined) return read;
    const number = readNumber(text, country);
    known.set(key, number);
    return number;
  };
}

function compare(one: ReadNumber, other: ReadNumber): CallerReason | null {
  const isSame = one.e164 === null && other.e164 === null ? one.digits === other.digits : one.e164 === other.e164;
  if (isSame) return one.extension === other.extension ? 'number' : 'extension';
  return isSameEnd(one, other) || isSameEnd(other, one) ? 'suffix' : null;
}

/**
 * Whether all of `part` is the end of `whole`: what stands before it there is a country or an area that was left out, or a digit for
 * the outside line.
 */
function isSameEnd(part: ReadNumber, whole: ReadNumber): boolean {
  if (!isWhole(part) || !isWhole(whole))
    return endings(part).some((end) => isEnough(end) && endings(whole).some((form) => form.endsWith(end)));
  // Two whole numbers are one where the country was left out, or the area: what is local in Brazil looks like a number of all Brazil.
  const end = bare(part);
  if (part.form !== 'assumed' || !isEnough(end)) return false;
  return part.country === whole.country ? (whole.national ?? '').endsWith(end) : whole.national === end;
}

const isWhole = ({ form }: ReadNumber): boolean => form === 'written' || form === 'assumed';

const isEnough = (digits: string): boolean => digits.length >= SAME_END;

/** Without zeros that lead out of the house, the town or the country. */
const bare = ({ digits }: ReadNumber): string => digits.replace(/^0+/u, '');

/** A number with its country and without; one that is not sure only as it came. */
const endings = (number: ReadNumber): readonly string[] =>
  isWhole(number) ? [number.e164?.slice(1) ?? '', number.national ?? ''] : [number.digits, bare(number)];

/** What every way to write a number ends in. */
export const endOf = (number: ReadNumber): string => number.national ?? number.digits;

function endsAlike(digits: string, end: string): boolean {
  const length = Math.min(digits.length, end.length, SAME_END);
  return digits.slice(-length) === end.slice(-length);
}
