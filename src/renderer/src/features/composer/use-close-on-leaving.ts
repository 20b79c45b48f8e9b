import { useEffect } from 'react';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import type { TicketId } from '#shared/domain/ids.ts';

/**
 * Folds the composer when another ticket is opened, so that moving through the list never lands in a text field. Opening a
 * ticket together with its composer (`r` on the list) leaves it open.
 */
export function useCloseOnLeaving(ticketId: TicketId): void {
  useEffect(
    () =>
      useInterface.subscribe((state, before) => {
        const left = before.openTicketId === ticketId && state.openTicketId !== ticketId;
        if (left && state.composer !== null && state.composer === before.composer) show({ composer: null });
      }),
    [ticketId],
  );
}
