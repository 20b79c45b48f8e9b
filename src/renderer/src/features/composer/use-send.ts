import { useCallback, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { underWay } from '#renderer/state/under-way.ts';
import type { Accepted, AcceptProblem, MarkChange } from '#renderer/store/desk-actions.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';

export type SendRequest = {
  readonly accountId: AccountId;
  readonly ticketId: TicketId | null;
  readonly action: Action;
  /** What its words were in the composer. */
  readonly draft?: OutboxEntry['draft'];
  /** The ticket is put off with it until then, UTC ms, and comes back with it as well. */
  readonly snoozeUntil?: number | null;
  /** What the toast says was done. */
  readonly label: string;
};

/** `marks` take back that the ticket was put off with it. */
export type Sent = Accepted & { readonly marks: readonly MarkChange[] };

export type Send = {
  /** From the press until the words have left the draft. No other begins meanwhile, and the words cannot change. */
  readonly sending: boolean;
  readonly problem: AcceptProblem | null;
  /** Runs `work` unless one is running: pressing twice is pressing once. */
  exclusively(work: () => Promise<void>): Promise<void>;
  /** What was accepted, once it is journalled; null when it was not. */
  send(request: SendRequest): Promise<Sent | null>;
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
    async ({ label, snoozeUntil = null, ...request }: SendRequest) => {
      const accept = async () => {
        const answer = await desk.enqueue(request);
        if (!answer.ok || snoozeUntil === null) return { answer, marks: [] };
        const { ticketId } = answer.value;
        return { answer, marks: await putOff(desk, { ticketId, snooze: { until: snoozeUntil } }) };
      };
      // A store worker that goes away before it answers rejects.
      const { answer, marks } = await underWay(
        accept().catch(() => ({ answer: { ok: false, error: 'no-link' } as const, marks: [] })),
      );
      if (!answer.ok) {
        setProblem(answer.error);
        return null;
      }
      show({ lastAction: { ...answer.value, label, ...(marks.length > 0 ? { alongside: marks } : {}) } });
      return { ...answer.value, marks };
    },
    [desk],
  );
  return { sending, problem, exclusively, send };
}

/** What takes it back. What was accepted stays so, also where this is not kept. */
const putOff = (desk: Desk, change: MarkChange): Promise<readonly MarkChange[]> =>
  desk.changeMarks([change]).catch(() => []);
