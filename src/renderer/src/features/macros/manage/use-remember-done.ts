import { useEffect } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { type LastAction, show, useInterface } from '#renderer/state/interface-state.ts';

/** No macro wants more. */
const MOST = 20;

/** Keeps what the agent did last, action by action on one ticket, for a macro to be made of it after it has left. */
export function useRememberDone(): void {
  const desk = useDesk();
  useEffect(() => {
    const remember = async ({ entryId, entryIds }: LastAction): Promise<void> => {
      const id = entryIds?.[0] ?? entryId;
      const entry = (await desk.outbox()).find((item) => item.entry.id === id)?.entry;
      if (!entry) return;
      const { ticketId, action } = entry;
      const known = useInterface.getState().lastDone;
      // One that stands again since a later one was taken back is known; ids grow with time.
      if ((known.at(-1)?.entryId ?? '') >= id) return;
      const before = known.filter((one) => one.ticketId === ticketId);
      show({ lastDone: [...before, { entryId: id, ticketId, action }].slice(-MOST) });
    };
    return useInterface.subscribe(({ lastAction }, before) => {
      const isOfDesk = lastAction && !lastAction.marks && !lastAction.views && !lastAction.macros && !lastAction.put;
      if (isOfDesk && lastAction.entryId !== before.lastAction?.entryId) void remember(lastAction);
    });
  }, [desk]);
}
