import { useQuery } from '@tanstack/react-query';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { ticketQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import type { Call } from '#shared/calls/call.ts';
import type { Text } from '#shared/i18n/text.ts';
import { callerQuery } from './pop/caller-query.ts';
import { type Who, whoCalls } from './who-calls.ts';

/** A name, else the number, else that it was withheld. */
export const nameOf = (t: Text, { name, number }: Who): string => name ?? number ?? t('calls.bar.withheld');

/** Who is at the other end, and the ticket that the call is about as far as it is on this machine. */
export function useWho(call: Call): {
  readonly who: Who;
  readonly shown: string;
  readonly ticket: TicketDetail | null;
} {
  const t = useText();
  const desk = useDesk();
  const { data: answer = null } = useQuery(callerQuery(desk, call));
  const { ticketId } = call;
  const asked = useQuery({ ...ticketQuery(desk, ticketId ?? ''), enabled: ticketId !== null });
  const ticket = ticketId === null ? null : (asked.data ?? null);
  const who = whoCalls(call, { answer, ticket });
  return { who, shown: nameOf(t, who), ticket };
}
