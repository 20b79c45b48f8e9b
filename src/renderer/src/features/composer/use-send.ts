import { useCallback, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { underWay } from '#renderer/state/under-way.ts';
import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { Action } from '#shared/outbox/action.ts';

export type SendRequest = {
  readonly accountId: AccountId;
  readonly ticketId: TicketId | null;
  readonly action: Action;
  /** What the toast says was done. */
  readonly label: string;
};

export type Send = {
  /** From the press until the words have left the draft. No other begins meanwhile, and the words cannot change. */
  readonly sending: boolean;
  readonly problem: AcceptProblem | null;
  /** Runs `work` unless one is running: pressing twice is pressing once. */
  exclusively(work: () => Promise<void>): Promise<void>;
  /** The ticket's id once the action is journalled; null when it was not. */
  send(request: SendRequest): Promise<TicketId | null>;
};

/** Hands an action to the outbox, once however often it is pressed. */
export function useSend(): Send {
  const desk = useDesk();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<AcceptProblem | null>(null);
  // State is too late for a second press in the same frame.
  const busy = useRef(false);
  const exclusively = useCallback(async (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem('no-link');
      throw error;
    } finally {
      busy.current = false;
      setSending(false);
    }
  }, []);
  const send = useCallback(
    async ({ accountId, ticketId, action, label }: SendRequest) => {
      // A store worker that goes away before it answers rejects.
      const answer = await underWay(
        desk.enqueue({ accountId, ticketId, action }).catch(() => ({ ok: false, error: 'no-link' }) as const),
      );
      if (!answer.ok) {
        setProblem(answer.error);
        return null;
      }
      show({ lastAction: { ...answer.value, label } });
      return answer.value.ticketId;
    },
    [desk],
  );
  return { sending, problem, exclusively, send };
}
