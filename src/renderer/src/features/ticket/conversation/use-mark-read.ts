import { useEffect, useRef } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import type { TicketId } from '#shared/domain/ids.ts';

/**
 * Marks what arrives in the open conversation as read while it is really on the screen; `items` null until it is. Opening
 * counts as reading only after a while, which is the list's to say.
 */
export function useMarkRead(ticketId: TicketId, items: number | null): void {
  const desk = useDesk();
  const first = useRef<number | null>(null);
  useEffect(() => {
    if (items === null) return;
    first.current ??= items;
    if (first.current === items) return;
    const mark = (): void => {
      if (document.visibilityState === 'visible') void desk.markRead(ticketId);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [desk, ticketId, items]);
}
