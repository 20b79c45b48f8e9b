import { useCallback, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import type { CallChange } from '#shared/calls/call-change.ts';
import { err } from '#shared/result.ts';

export type ChangeProblem = 'no-link' | 'not-kept';
/** False where it did not reach main: the call is then as it was. */
export type ChangeCall = (callId: string, change: CallChange) => Promise<boolean>;

/** Tells main what the agent does with a call; `problem` is why the last of it is not safe. */
export function useChangeCall(): {
  readonly change: ChangeCall;
  readonly problem: ChangeProblem | null;
  readonly forget: () => void;
} {
  const desk = useDesk();
  const [problem, setProblem] = useState<ChangeProblem | null>(null);
  const change = useCallback<ChangeCall>(
    async (callId, what) => {
      // A store worker that goes away before it answers rejects, which is a link that is not there.
      const told = await desk.changeCall(callId, what).catch(() => err('no-link' as const));
      setProblem(told.ok ? null : told.error);
      return told.ok || told.error === 'not-kept';
    },
    [desk],
  );
  return { change, problem, forget: useCallback(() => setProblem(null), []) };
}
