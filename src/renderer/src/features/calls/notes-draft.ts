import { type Call, callDraftId } from '#shared/calls/call.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import { chainOf } from './shown-call.ts';

/**
 * Where the notes of a call are written: with an account once that is known, else with the first. A call that goes on from one that
 * broke off goes on in its notes, too. Null where there is no account.
 */
export function notesDraft(
  call: Call,
  calls: readonly Call[],
  firstAccountId: AccountId | null,
): Pick<Draft, 'accountId' | 'ticketId' | 'kind'> | null {
  const first = chainOf(call, calls).at(-1) ?? call;
  const accountId = first.accountId ?? firstAccountId;
  return accountId === null ? null : { accountId, ticketId: callDraftId(accountId, first.id), kind: 'call' };
}
