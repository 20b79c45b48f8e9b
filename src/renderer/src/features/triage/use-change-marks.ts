import { useCallback } from 'react';
import type { TicketId } from '#shared/domain/ids.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { show } from '../../state/interface-state.ts';
import { underWay } from '../../state/under-way.ts';
import type { MarkChange } from '../../store/desk-actions.ts';
import { useTicker } from '../../ui/ticker.tsx';

/** Marks leave for nowhere, so that they could be taken back for ever; the offer stands as long as it may be wanted. */
const OFFERED_MS = 8_000;

/** Changes what is the agent's alone about tickets and offers to take it back. Answers with the tickets that were changed. */
export function useChangeMarks() {
  const desk = useDesk();
  const { now } = useTicker();
  return useCallback(
    async (changes: readonly MarkChange[], label: (count: number) => string): Promise<readonly TicketId[]> => {
      const back = await underWay(desk.changeMarks(changes));
      const [first] = back;
      if (!first) return [];
      show({
        lastAction: {
          entryId: `marks ${crypto.randomUUID()}`,
          ticketId: first.ticketId,
          notBefore: now() + OFFERED_MS,
          label: label(back.length),
          marks: back,
        },
      });
      return back.map(({ ticketId }) => ticketId);
    },
    [desk, now],
  );
}
