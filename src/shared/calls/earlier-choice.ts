import type { AccountId, RemoteId } from '../domain/ids.ts';
import type { Call } from './call.ts';
import { numbersIn } from './number-texts.ts';
import { readNumber } from './read-number.ts';

/** Whom a call was with. */
export type EarlierChoice = { readonly accountId: AccountId; readonly personRemoteId: RemoteId };

/** Any way to write a number ends in as many of its digits. */
const END = 4;

/** Whom the agent named at the latest call with this number, in either direction; null where nobody was. `calls` come newest first. */
export function earlierChoice(calls: Iterable<Call>, e164: string, country: string): EarlierChoice | null {
  for (const { accountId, personRemoteId, number } of calls) {
    if (accountId === null || personRemoteId === null) continue;
    const [written] = numbersIn(number);
    // Reading a number costs ten times what looking at its end does.
    if (!written?.digits.endsWith(e164.slice(-END))) continue;
    if (readNumber(written, country)?.e164 === e164) return { accountId, personRemoteId };
  }
  return null;
}
