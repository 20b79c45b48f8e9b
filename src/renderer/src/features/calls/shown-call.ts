import { useDeskState } from '#renderer/state/desk-state.ts';
import { useInterface } from '#renderer/state/interface-state.ts';
import { type Call, type CallPhase, isOnLine, phaseOf } from '#shared/calls/call.ts';
import { chainIn } from './call-chain.ts';

/** What needs the agent most comes first. */
const ORDER: readonly CallPhase[] = ['talking', 'held', 'wrapping', 'ringing', 'missed', 'done'];

/** Calls without those that broke off and go on in one that was answered: the two are one conversation. */
export const standingOf = (calls: readonly Call[]): readonly Call[] =>
  calls.filter(
    (call) => isOnLine(call) || !calls.some(({ resumes, answeredAt }) => resumes === call.id && answeredAt !== null),
  );

/** The answered call in which one that broke off goes on; null where it does not. */
export const goesOnIn = (callId: string, calls: readonly Call[]): Call | null =>
  standingOf(calls).find(
    (call) => call.id !== callId && call.answeredAt !== null && chainIn(call, calls).some(({ id }) => id === callId),
  ) ?? null;

/** The call that is shown: the one that was asked for while it is not done, else the one that needs the agent most. */
export function shownOf(calls: readonly Call[], askedFor: string | null): Call | null {
  const standing = standingOf(calls);
  const asked = standing.find((call) => chainIn(call, calls).some(({ id }) => id === askedFor));
  const byNeed = [...standing].sort((one, other) => ORDER.indexOf(phaseOf(one)) - ORDER.indexOf(phaseOf(other)));
  return standing.find(({ id }) => id === askedFor) ?? asked ?? byNeed[0] ?? null;
}

export const useShownCall = (): Call | null => {
  const calls = useDeskState((state) => state.calls);
  const askedFor = useInterface((state) => state.shownCallId);
  return shownOf(calls, askedFor);
};
