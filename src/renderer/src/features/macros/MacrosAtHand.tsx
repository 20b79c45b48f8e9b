import { useQuery } from '@tanstack/react-query';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useInterface } from '#renderer/state/interface-state.ts';
import { macrosQuery } from '#renderer/state/queries.ts';
import { ticketAtHand } from '#renderer/state/selection.ts';
import { useSettled } from '#renderer/ui/use-settled.ts';

/** A ticket that is looked at for so long may have a macro run on it. */
const LOOKED_AT_MS = 150;

/** Has the macros for the ticket at hand ready, so that the picker opens with its list. Shows nothing itself. */
export function MacrosAtHand() {
  const desk = useDesk();
  const ticketId = useSettled(
    useInterface((state) => (state.selected.size > 0 ? null : ticketAtHand(state))),
    LOOKED_AT_MS,
  );
  useQuery({
    ...macrosQuery(desk, { ticketIds: ticketId === null ? [] : [ticketId], text: '' }),
    enabled: ticketId !== null,
    notifyOnChangeProps: [],
  });
  return null;
}
