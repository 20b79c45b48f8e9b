import { findPlace, joined, NO_WORDS, saysNothing } from '#renderer/features/composer/index.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import { type Call, callDraftId } from '#shared/calls/call.ts';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import { chainOf } from '../call-chain.ts';

/** Under which account the notes of a call are written, and as which ticket's. */
export type NotesPlace = { readonly accountId: AccountId; readonly ticketId: TicketId; readonly kind: 'call' };

export const placeIn = (accountId: AccountId, callId: string): NotesPlace => ({
  accountId,
  ticketId: callDraftId(accountId, callId),
  kind: 'call',
});

/**
 * Where the notes of a call are: with those of the first call where it goes on from others. They stay where they were begun, also when
 * it is known later whose call it is. Null without an account.
 */
export async function findNotes(
  desk: Desk,
  call: Call,
  { live, accountIds }: { readonly live: readonly Call[]; readonly accountIds: readonly AccountId[] },
): Promise<NotesPlace | null> {
  const chain = await chainOf(desk, call, live);
  const [first = call] = chain;
  const begun = await begunNotes(desk, first.id, accountIds);
  const known = chain.map((one) => one.accountId).find((id) => id !== null && accountIds.includes(id));
  const accountId = begun?.accountId ?? known ?? accountIds[0];
  if (accountId === undefined) return null;
  const place = placeIn(accountId, first.id);
  for (const { id } of chain.slice(1)) await moveNotes(desk, await begunNotes(desk, id, accountIds), place);
  return place;
}

async function begunNotes(desk: Desk, callId: string, accountIds: readonly AccountId[]): Promise<Draft | null> {
  const drafts = await Promise.all(accountIds.map((accountId) => desk.draft(placeIn(accountId, callId))));
  const [newest, ...others] = drafts
    .filter((draft) => draft !== null)
    .toSorted((one, other) => other.updatedAt - one.updatedAt);
  // Giving them to another account's ticket was cut off: the copy is newer. What it is a copy of can be recovered.
  await Promise.all(others.map(({ accountId, ticketId, kind }) => desk.discardDraft({ accountId, ticketId, kind })));
  return newest ?? null;
}

/** What was written before it was known that the call goes on from another stands below the notes of that one. */
async function moveNotes(desk: Desk, draft: Draft | null, to: NotesPlace): Promise<void> {
  if (draft === null) return;
  const from = findPlace(desk, draft);
  const words = await from.read();
  if (saysNothing(words)) return;
  const kept = await findPlace(desk, to).change((before) => joined(before, words));
  if (!kept.ok) return;
  const { accountId, ticketId, kind } = draft;
  await desk.discardDraft({ accountId, ticketId, kind, wordsKept: true });
  await from.write(NO_WORDS);
}
