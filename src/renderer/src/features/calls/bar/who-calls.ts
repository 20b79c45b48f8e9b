import type { CallerAnswer } from '#renderer/store/desk-calls.ts';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import type { Call } from '#shared/calls/call.ts';

/** Who is at the other end; null what is not known. A number that is not known was withheld. */
export type Who = { readonly name: string | null; readonly number: string | null };

/** Null as long as it is not known, or cannot be. */
export type KnownOfCall = {
  readonly answer: CallerAnswer | null;
  readonly ticket: Pick<TicketDetail, 'accountId' | 'requester'> | null;
};

/** What telephones send in place of a number, beside carriers' words on a keypad. */
const STANDS_FOR_NONE = /^(?:\+?\d*|anonymous|private|restricted|unavailable|unknown|withheld|blocked)$/i;

/** The person of the call, else the only one whom its number fits, else what the telephone calls them. */
export function whoCalls(call: Call, { answer, ticket }: KnownOfCall): Who {
  return { name: personOf(call, { answer, ticket }) || toldName(call) || null, number: numberOf(call, answer) };
}

function personOf({ accountId, personRemoteId }: Call, { answer, ticket }: KnownOfCall): string | null {
  const callers = answer?.callers ?? [];
  if (personRemoteId === null) return callers.length === 1 ? (callers[0]?.person.name ?? null) : null;
  const caller = callers.find((one) => one.accountId === accountId && one.person.remoteId === personRemoteId);
  if (caller) return caller.person.name;
  const requester = ticket?.accountId === accountId ? ticket.requester : null;
  return requester?.remoteId === personRemoteId ? requester.name : null;
}

/** Many telephones give the number for a name that they do not have. */
function toldName({ name, number }: Call): string {
  const isNumber = /^[+\d\s().\-/]*$/.test(name) && digitsOf(name) === digitsOf(number);
  return isNumber ? '' : name.trim();
}

function numberOf({ number }: Call, answer: CallerAnswer | null): string | null {
  const written = number.trim();
  if (answer?.number) return answer.number.shown;
  const isNone = written === '' || (answer !== null && STANDS_FOR_NONE.test(written));
  return isNone ? null : written;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
