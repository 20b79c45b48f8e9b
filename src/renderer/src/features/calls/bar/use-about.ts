import { useCallback } from 'react';
import { useDeskState } from '#renderer/state/desk-state.ts';
import type { Call } from '#shared/calls/call.ts';
import { chainIn } from '../call-chain.ts';
import type { ChangeCall } from './use-change-call.ts';

export type About = Pick<Call, 'accountId' | 'personRemoteId' | 'ticketId'>;
export type SetAbout = (call: Call, about: About) => Promise<void>;

/** Says whose call it is and what it is about, of all of the conversation. Its notes stay where they were begun until it is wrapped up. */
export function useAbout(change: ChangeCall): SetAbout {
  return useCallback<SetAbout>(
    async (call, about) => {
      for (const { id } of chainIn(call, useDeskState.getState().calls)) await change(id, { do: 'about', ...about });
    },
    [change],
  );
}
