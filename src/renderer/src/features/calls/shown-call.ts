import { useDeskState } from '#renderer/state/desk-state.ts';
import { useInterface } from '#renderer/state/interface-state.ts';
import { type Call, type CallPhase, phaseOf } from '#shared/calls/call.ts';

/** What needs the agent most comes first. */
const ORDER: readonly CallPhase[] = ['talking', 'held', 'wrapping', 'ringing', 'missed', 'done'];

/** The call that is shown: the one that was asked for while it is not done, else the one that needs the agent most. */
export function shownOf(calls: readonly Call[], askedFor: string | null): Call | null {
  const byNeed = [...calls].sort((one, other) => ORDER.indexOf(phaseOf(one)) - ORDER.indexOf(phaseOf(other)));
  return calls.find(({ id }) => id === askedFor) ?? byNeed[0] ?? null;
}

export const useShownCall = (): Call | null => {
  const calls = useDeskState((state) => state.calls);
  const askedFor = useInterface((state) => state.shownCallId);
  return shownOf(calls, askedFor);
};
