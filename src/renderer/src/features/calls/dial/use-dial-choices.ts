import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { ticketQuery } from '#renderer/state/queries.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { choicesOfTicket, choicesOfTyped, type DialChoice, typedNumber } from './dial-choices.ts';

/** Whom one may call: of the open ticket before anything is typed, afterwards what it names. Undefined until that is known. */
export function useDialChoices(text: string, ticketId: TicketId | null): readonly DialChoice[] | undefined {
  const desk = useDesk();
  const wanted = text.trim();
  const { data: detail } = useQuery({ ...ticketQuery(desk, ticketId ?? ''), enabled: ticketId !== null });
  const { data: found } = useQuery({
    queryKey: ['search', 'dial', wanted],
    queryFn: async () => {
      const number = typedNumber(wanted);
      const [{ people }, caller] = await Promise.all([
        desk.search(wanted),
        // Without its chunk nobody is known by number; by name they are.
        number === null ? null : desk.findCaller(number.number).catch(() => null),
      ]);
      return { people, callers: caller?.callers ?? [] };
    },
    enabled: wanted !== '',
    networkMode: 'always',
    placeholderData: keepPreviousData,
    gcTime: 1_000,
  });
  if (wanted === '') return choicesOfTicket(detail);
  // What is typed can be called before anybody is known.
  return found || typedNumber(wanted) ? choicesOfTyped(wanted, found ?? { people: [], callers: [] }) : undefined;
}
