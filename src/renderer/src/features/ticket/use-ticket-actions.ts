import { useCallback } from 'react';
import { problemText } from '#renderer/features/settings/failure-text.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { underWay } from '#renderer/state/under-way.ts';
import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';

export type ChangeTicket = (
  changes: TicketChanges,
  /** What the toast says was done: "Priority: high". */
  label: string,
) => Promise<AcceptProblem | null>;

/** Changes fields of a ticket as one action and offers to take it back. Null once it is journalled. */
export function useChangeTicket(ticket: {
  readonly id: TicketId;
  readonly accountId: AccountId;
  readonly number: string;
}) {
  const desk = useDesk();
  const t = useText();
  const { id, accountId, number } = ticket;
  return useCallback<ChangeTicket>(
    async (changes, label) => {
      const answer = await underWay(desk.enqueue({ accountId, ticketId: id, action: { kind: 'update', changes } }));
      if (!answer.ok) {
        const { what, safe, next } = problemText(t, answer.error);
        show({ refusal: `${what} ${safe} ${next}` });
        return answer.error;
      }
      const { entryId, ticketId, notBefore } = answer.value;
      show({
        refusal: null,
        lastAction: {
          entryId,
          ticketId,
          notBefore,
          label: t('ticket.changed', { number: number || '–', change: label }),
        },
      });
      return null;
    },
    [desk, t, id, accountId, number],
  );
}
