import { useCallback, useEffect, useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import type { Failure } from '#shared/domain/failure.ts';
import type { TicketId } from '#shared/domain/ids.ts';

export type RefreshState = {
  readonly running: boolean;
  readonly problem: Failure | null;
  readonly run: () => void;
};

/** How long a ticket stays open before the helpdesk is asked: passing over it with j costs no request. */
const OPEN_FOR_MS = 300;

/** Asks the helpdesk for the open ticket once when it is opened, and whenever the agent wants it. */
export function useRefresh(ticketId: TicketId, delivered: boolean): RefreshState {
  const desk = useDesk();
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const run = useCallback(() => {
    if (!delivered) return;
    setRunning(true);
    void desk
      .refreshTicket(ticketId)
      .then((answer) => setProblem(answer.ok ? null : answer.error))
      .finally(() => setRunning(false));
  }, [desk, ticketId, delivered]);
  useEffect(() => {
    const timer = setTimeout(run, OPEN_FOR_MS);
    return () => clearTimeout(timer);
  }, [run]);
  useCommand('ticket.refresh', run, () => delivered);
  return { running, problem, run };
}
