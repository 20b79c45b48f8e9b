import type { Rows } from '#shared/domain/batch.ts';
import { type AccountState, localIdOf } from './account-state.ts';
import { ofMain } from './of-main.ts';
import type { StoreContext } from './store-context.ts';

/**
 * A call about a ticket that has gone into another is about that one, whoever merged them: the log names it, and notes that are still to
 * come go there. Who called stays known; where nobody is, not even to the telephone, it is whose ticket it is now.
 */
export async function moveCalls(context: StoreContext, state: AccountState, removals: Rows['removals']): Promise<void> {
  const targets = new Map(
    removals.flatMap(({ remoteId, mergedIntoRemoteId }) =>
      mergedIntoRemoteId === null ? [] : [[localIdOf(state, remoteId), localIdOf(state, mergedIntoRemoteId)] as const],
    ),
  );
  if (targets.size === 0) return;
  await context.calls.whole();
  for (const { id, name, accountId, personRemoteId, ticketId } of context.calls.newestFirst()) {
    const target = targets.get(ticketId ?? '');
    if (target === undefined) continue;
    const isUnknown = personRemoteId === null && name === '';
    const row = isUnknown ? await state.storage.get('tickets', target) : undefined;
    const person = row?.ticket.requesterId ?? personRemoteId;
    const change = { do: 'about', accountId, personRemoteId: person, ticketId: target } as const;
    await ofMain(context, (main) => main.changeCall({ callId: id, change }));
  }
}
