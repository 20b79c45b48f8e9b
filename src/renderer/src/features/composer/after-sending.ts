import { handled, useInterface } from '#renderer/state/interface-state.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Carried } from '#shared/macros/carried.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import type { ComposerKind } from './use-draft.ts';

/** What was sent, and from which composer. */
type Sent = { readonly ticketId: TicketId; readonly kind: ComposerKind };

/**
 * Whether the agent still is where they sent it. Sending takes a moment: what they have begun elsewhere meanwhile, another message, a
 * form or a choice, must not be taken from under their hands.
 */
export function isStillAt({ ticketId, kind }: Sent): boolean {
  const { openTicketId, composer, newTicket, place, dialog, picker } = useInterface.getState();
  const isBusy = newTicket || place === 'knowledge' || dialog !== null || picker !== null;
  return openTicketId === ticketId && !isBusy && (composer === null || composer === kind);
}

/**
 * Goes on as after solving by its key when the ticket is done with by what was sent or put off, when a macro says what comes next, and
 * after every reply where the agent wants that.
 */
export function goOnAfter(
  { ticketId, kind }: Sent,
  {
    changes,
    carried,
    afterReplies,
  }: { readonly changes: TicketChanges; readonly carried: Carried | null; readonly afterReplies: boolean },
): void {
  const { snoozeUntil = null, advance = null } = carried ?? {};
  const isLeft =
    snoozeUntil !== null ||
    advance !== null ||
    (changes.status !== undefined && isDone(changes.status)) ||
    (kind === 'reply' && afterReplies);
  if (isLeft) handled([ticketId], advance);
}
