import { useCallback } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Call } from '#shared/calls/call.ts';
import { moveDraft, problemSentence } from '../../composer/index.ts';
import { notesDraft } from '../notes-draft.ts';
import { chainOf } from '../shown-call.ts';
import type { ChangeCall } from './use-change-call.ts';

export type About = Pick<Call, 'accountId' | 'personRemoteId' | 'ticketId'>;
export type SetAbout = (call: Call, about: About) => Promise<void>;

/**
 * Says whose call it is and what it is about, of all of the conversation. Its notes go along where they would be looked for under
 * another account.
 */
export function useAbout(change: ChangeCall): SetAbout {
  const t = useText();
  const desk = useDesk();
  return useCallback<SetAbout>(
    async (call, about) => {
      const { calls, accounts } = useDeskState.getState();
      const chain = chainOf(call, calls);
      const tell = async (): Promise<boolean> => {
        const told = [];
        for (const { id } of chain) told.push(await change(id, { do: 'about', ...about }));
        return told.every(Boolean);
      };
      const home = accounts?.[0]?.id ?? null;
      const from = notesDraft(call, calls, home);
      const changed = chain.map((one) => ({ ...one, ...about }));
      const to = notesDraft(changed[0] ?? call, changed, home);
      if (!from || !to || from.ticketId === to.ticketId) return void (await tell());
      const moved = await moveDraft(desk, { from, to }, tell);
      if (!moved.ok) show({ refusal: problemSentence(t, moved.error) });
    },
    [desk, change, t],
  );
}
