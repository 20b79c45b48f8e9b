import type { CallerAnswer } from '#renderer/store/desk-calls.ts';
import type { SearchAnswer, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { type Dialable, dialablesIn, dialablesOf } from '#shared/calls/dialable.ts';
import type { Person } from '#shared/domain/desk.ts';
import type { AccountId } from '#shared/domain/ids.ts';

/** Somebody to call, or a number that is nobody's here. */
export type DialChoice = Dialable & {
  readonly key: string;
  readonly who: { readonly accountId: AccountId; readonly person: Pick<Person, 'remoteId' | 'name'> } | null;
};

/** As short as numbers are that one can call: 112. */
const SHORTEST = 3;

/** The number that was typed; null where it is a name, or not yet a number. */
export function typedNumber(text: string): Dialable | null {
  if (!/^[\d+(*#]/.test(text.trim())) return null;
  const [first] = dialablesIn(text);
  return first && first.number.replace(/\D/g, '').length >= SHORTEST ? first : null;
}

/** The numbers of whoever asks in a ticket. */
export const choicesOfTicket = (detail: TicketDetail | null | undefined): readonly DialChoice[] =>
  detail?.requester ? choicesOf(detail.accountId, detail.requester) : [];

/** What was typed itself, and the people whose name or number it is, as far as they have one. */
export function choicesOfTyped(
  text: string,
  { people, callers }: Pick<SearchAnswer, 'people'> & Pick<CallerAnswer, 'callers'>,
): readonly DialChoice[] {
  const typed = typedNumber(text);
  const known = [
    ...callers.flatMap(({ accountId, person }) => choicesOf(accountId, person)),
    ...people.flatMap((person) => choicesOf(person.accountId, person)),
  ];
  const all = [...(typed ? [{ ...typed, key: `typed ${typed.number}`, who: null }] : []), ...known];
  return [...new Map(all.map((choice) => [choice.key, choice])).values()];
}

const choicesOf = (accountId: AccountId, person: Person): readonly DialChoice[] =>
  dialablesOf(person).map((dialable) => ({
    ...dialable,
    key: `${accountId} ${person.remoteId} ${dialable.number}`,
    who: { accountId, person },
  }));
