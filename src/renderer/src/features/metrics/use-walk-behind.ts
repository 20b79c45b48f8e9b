import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../state/desk-context.tsx';
import { show, useInterface } from '../../state/interface-state.ts';
import { metricDetailQuery } from '../../state/queries.ts';
import type { FigureId, MetricsQuery } from '../../store/desk-metrics.ts';

/** With a ticket behind a figure open, the keys that lead on lead to the next of them; the answer is false where they do not. */
export function useWalkBehind(query: MetricsQuery, figure: FigureId | null): (count: number) => boolean {
  const desk = useDesk();
  const open = useInterface((state) => state.openTicketId);
  const { data } = useQuery({
    ...metricDetailQuery(desk, query, figure ?? 'replies'),
    enabled: figure !== null && open !== null,
  });
  const tickets = data?.tickets ?? [];
  const place = tickets.findIndex(({ id }) => id === open);
  return (count) => {
    if (place < 0 || document.activeElement?.closest('[data-context="list"]') != null) return false;
    const ticket = tickets[Math.max(0, Math.min(tickets.length - 1, place + count))];
    if (ticket) show({ openTicketId: ticket.id, focusedTicketId: ticket.id });
    return true;
  };
}
