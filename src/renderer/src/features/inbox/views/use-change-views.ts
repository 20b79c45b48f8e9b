import { useCallback } from 'react';
import type { Result } from '#shared/result.ts';
import type { OwnViews, ViewsChange } from '#shared/views/own-view.ts';
import { useDesk } from '../../../state/desk-context.tsx';
import { show } from '../../../state/interface-state.ts';
import { useText } from '../../../state/text-context.tsx';
import { useTicker } from '../../../ui/ticker.tsx';
import { viewsProblem } from '../view-title.ts';

/** As long as it may be wanted: nothing leaves that would set an end to it. */
const OFFERED_MS = 15_000;

type Changed = Result<OwnViews, 'no-link' | 'not-kept'>;

/** Changes the agent's views; says so where it did not work, and otherwise offers to take it back. Answers as the store does. */
export function useChangeViews() {
  const t = useText();
  const desk = useDesk();
  const { now } = useTicker();
  return useCallback(
    async (
      change: ViewsChange,
      undo: { readonly label: string; readonly views: ViewsChange } | null = null,
    ): Promise<Changed> => {
      const done = await desk.changeViews(change);
      if (!done.ok) show({ told: { sentence: viewsProblem(t, done.error) } });
      else if (undo)
        show({
          lastAction: {
            entryId: `views ${crypto.randomUUID()}`,
            ticketId: null,
            notBefore: now() + OFFERED_MS,
            ...undo,
          },
        });
      return done;
    },
    [t, desk, now],
  );
}
