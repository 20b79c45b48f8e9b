import { useQuery } from '@tanstack/react-query';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { type Picker, show, useInterface } from '#renderer/state/interface-state.ts';
import { factsQuery, ticketQuery } from '#renderer/state/queries.ts';
import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import { RelateHost } from '../relate/RelateHost.tsx';
import { TicketPicker } from './TicketPicker.tsx';

/** The small choosers over the open ticket, or over the one with the bar; and writing from the list. */
export function PickerHost() {
  const picker = useInterface((state) => state.picker);
  const ticketId = useInterface((state) => state.openTicketId ?? state.focusedTicketId);
  const any = (): boolean => ticketId !== null;
  const pick = (wanted: Picker) => (): void => show({ picker: wanted });
  const write = (composer: 'reply' | 'note') => (): void => show({ openTicketId: ticketId, composer });
  useCommand('ticket.status', pick('status'), any);
  useCommand('ticket.priority', pick('priority'), any);
  useCommand('ticket.assign', pick('assignee'), any);
  useCommand('ticket.group', pick('group'), any);
  useCommand('ticket.tags', pick('tags'), any);
  // While a ticket is open its composer handles these.
  useCommand('ticket.reply', write('reply'), any);
  useCommand('ticket.note', write('note'), any);
  if (ticketId === null) return null;
  return (
    <>
      {picker !== null ? <OpenPicker key={picker} picker={picker} ticketId={ticketId} /> : null}
      <RelateHost key={ticketId} ticketId={ticketId} />
    </>
  );
}

function OpenPicker({ picker, ticketId }: { readonly picker: Picker; readonly ticketId: TicketId }) {
  const desk = useDesk();
  const detail = useQuery(ticketQuery(desk, ticketId)).data;
  const facts = useQuery(factsQuery(desk, accountOf(ticketId))).data;
  return detail && facts ? <TicketPicker picker={picker} detail={detail} facts={facts} /> : null;
}
