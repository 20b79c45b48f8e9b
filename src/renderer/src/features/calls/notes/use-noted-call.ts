import { type FocusEvent, useRef, useState } from 'react';
import { useDeskState } from '#renderer/state/desk-state.ts';
import type { Call } from '#shared/calls/call.ts';
import { goesOnIn, useShownCall } from '../shown-call.ts';

/**
 * The call whose notes are shown: that of the bar, or the one whose notes have the caret, whatever rings, ends or is done with
 * meanwhile. What is typed next goes where it went before.
 */
export function useNotedCall() {
  const shown = useShownCall();
  const calls = useDeskState((state) => state.calls);
  const [keptId, setKeptId] = useState<string | null>(null);
  const last = useRef<Call | null>(null);
  // One that broke off is finished as part of the one that it goes on in; one that is done with is not among them any more.
  const call =
    keptId === null ? shown : (goesOnIn(keptId, calls) ?? calls.find(({ id }) => id === keptId) ?? last.current);
  last.current = call;
  return {
    call,
    shown,
    hasCaret: keptId !== null,
    onFocus: () => setKeptId(call?.id ?? null),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      // Another window has the focus: the caret is still here when it comes back.
      if (document.activeElement !== null && currentTarget.contains(document.activeElement)) return;
      if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setKeptId(null);
    },
    letGo: () => setKeptId(null),
  };
}
