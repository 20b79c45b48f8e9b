import type { LastDone } from '#renderer/state/interface-state.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import { accountOf } from '#shared/domain/ids.ts';
import { stepsFromActions } from '#shared/macros/macro-from-changes.ts';
import { draftOf, freshDraft, type MacroDraft } from './draft.ts';
import { isOfAccount } from './step-kinds.ts';

/** A macro that does again what was done; without steps where nothing of it can be done again. */
export async function draftFromLast(
  desk: Pick<Desk, 'ticket' | 'facts'>,
  done: readonly LastDone[],
): Promise<MacroDraft> {
  const ticketId = done.at(-1)?.ticketId;
  if (ticketId === undefined) return freshDraft();
  const accountId = accountOf(ticketId);
  const [detail, facts] = await Promise.all([desk.ticket(ticketId), desk.facts(accountId)]);
  if (!facts) return freshDraft();
  const steps = stepsFromActions(
    done.map(({ action }) => action),
    { requester: detail?.requester ?? null, me: facts.account.me, number: detail?.ticket.number ?? '' },
  );
  const { id } = freshDraft();
  return draftOf({
    id,
    title: '',
    description: '',
    accountId: steps.some(isOfAccount) ? accountId : null,
    steps: [...steps],
  });
}
