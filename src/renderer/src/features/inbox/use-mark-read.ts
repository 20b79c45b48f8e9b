import { useEffect } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { useInterface } from '../../state/interface-state.ts';

/** How long a ticket is open before it counts as read, in ms: long enough to pass over it with j. */
export const READ_AFTER_MS = 900;

/** Marks the open ticket as read once the agent has stayed on it. */
export function useMarkRead(): void {
  const desk = useDesk();
  const id = useInterface((state) => state.openTicketId);
  useEffect(() => {
    if (id === null) return;
    const timer = window.setTimeout(() => void desk.markRead(id), READ_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [desk, id]);
}
