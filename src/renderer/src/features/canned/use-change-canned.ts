import { useCallback } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { useTicker } from '#renderer/ui/ticker.tsx';
import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { OwnListChange } from '#shared/mine/own-list.ts';
import type { Result } from '#shared/result.ts';

/** As long as it may be wanted: nothing leaves that would set an end to it. */
const OFFERED_MS = 15_000;

type Change = OwnListChange<CannedResponse>;
type Changed = Result<null, 'no-link' | 'not-kept' | 'shortcode-taken'>;

/** Changes the canned responses and offers to take it back where `undo` says how. Answers as the store does. */
export function useChangeCanned() {
  const desk = useDesk();
  const { now } = useTicker();
  return useCallback(
    async (
      change: Change,
      undo: { readonly label: string; readonly canned: Change } | null = null,
    ): Promise<Changed> => {
      const done = await desk.changeCanned(change);
      if (done.ok && undo)
        show({
          lastAction: {
            entryId: `canned ${crypto.randomUUID()}`,
            ticketId: null,
            notBefore: now() + OFFERED_MS,
            ...undo,
          },
        });
      return done;
    },
    [desk, now],
  );
}
