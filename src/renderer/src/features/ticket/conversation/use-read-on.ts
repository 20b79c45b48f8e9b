import { type RefObject, useEffect } from 'react';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import type { TicketId } from '#shared/domain/ids.ts';

/** Takes the focus that the conversation before this one had, unless the agent has put it somewhere else meanwhile. */
export function useReadOn(ticketId: TicketId, scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { readOn } = useInterface.getState();
    if (readOn === null) return;
    show({ readOn: null });
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (readOn === ticketId && isFree) scroller.current?.focus({ preventScroll: true });
  }, [ticketId, scroller]);
}
