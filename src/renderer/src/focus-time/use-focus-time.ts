import { useEffect } from 'react';
import { type Call, phaseOf } from '#shared/calls/call.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { useDesk } from '../state/desk-context.tsx';
import { useDeskState } from '../state/desk-state.ts';
import { type InterfaceState, useInterface } from '../state/interface-state.ts';
import { useTicker } from '../ui/ticker.tsx';
import { createFocusClock, TELL_MS } from './focus-clock.ts';
import { createOwnKeeper } from './keep-own.ts';

/** What says that somebody is there. A frame with a message hands its keys on, and is scrolled by what is around it. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll', 'focus'] as const;
const ATTENTION = ['focus', 'blur', 'visibilitychange'] as const;

/** Notes how long tickets are before the agent, for their own figures. It goes no further than the profile. */
export function useFocusTime(): void {
  const desk = useDesk();
  const { now } = useTicker();
  useEffect(() => {
    const keeper = createOwnKeeper(
      async (events) => (await desk.recordOwn(events)).ok,
      (ms, run) => window.setTimeout(run, ms),
    );
    const clock = createFocusClock(now, keeper.add);
    const look = (): void => {
      const isThere = document.visibilityState === 'visible' && document.hasFocus();
      clock.before(isThere && !isInCall(useDeskState.getState().calls) ? ticketShown(useInterface.getState()) : null);
    };
    // When the window loses the focus to a message's frame in it, that is known only once the event is over.
    const lookSoon = (): void => {
      window.setTimeout(() => {
        look();
        if (document.visibilityState === 'hidden') keeper.flush();
      });
    };
    look();
    const stops = [useInterface.subscribe(look), useDeskState.subscribe(look)];
    const timer = window.setInterval(clock.tick, TELL_MS);
    for (const type of SIGNS) window.addEventListener(type, clock.sign, { capture: true, passive: true });
    for (const type of ATTENTION) window.addEventListener(type, lookSoon, true);
    return () => {
      for (const type of ATTENTION) window.removeEventListener(type, lookSoon, true);
      for (const type of SIGNS) window.removeEventListener(type, clock.sign, true);
      window.clearInterval(timer);
      for (const stop of stops) stop();
      clock.before(null);
      keeper.flush();
    };
  }, [desk, now]);
}

/** The ticket that the conversation pane shows. */
const ticketShown = ({ place, newTicket, openTicketId }: InterfaceState): TicketId | null =>
  newTicket || place === 'knowledge' ? null : openTicketId;

/** From the answer to the end of the wrap-up time is the call's. */
const isInCall = (calls: readonly Call[]): boolean =>
  calls.some((call) => ['talking', 'held', 'wrapping'].includes(phaseOf(call)));
