import { useQuery } from '@tanstack/react-query';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { type FieldPicker, show, useInterface } from '#renderer/state/interface-state.ts';
import { factsQuery, ticketQuery } from '#renderer/state/queries.ts';
import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import { RelateHost } from '../relate/RelateHost.tsx';
import { ManyPicker } from './ManyPicker.tsx';
import { OnePicker } from './OnePicker.tsx';

/** The small choosers over what is ticked, the open ticket, or the one with the bar; and writing from the list. */
export function PickerHost() {
  const picker = useInterface((state) => state.picker);
  const selected = useInterface((state) => state.selected);
  const ticketId = useInterface((state) => state.openTicketId ?? state.focusedTicketId);
  const any = (): boolean => selected.size > 0 || ticketId !== null;
  const pick = (wanted: FieldPicker) => (): void => show({ picker: wanted });
  const write = (composer: 'reply' | 'note') => (): void => show({ openTicketId: ticketId, composer });
  useCommand('ticket.status', pick('status'), any);
  useCommand('ticket.priority', pick('priority'), any);
  useCommand('ticket.assign', pick('assignee'), any);
  useCommand('ticket.group', pick('group'), any);
  useCommand('ticket.tags', pick('tags'), any);
  // While a ticket is open its composer handles these.
  useCommand('ticket.reply', write('reply'), () => ticketId !== null);
  useCommand('ticket.note', write('note'), () => ticketId !== null);
  return (
    <>
      {picker === null || picker === 'snooze' || picker === 'skip' ? null : selected.size > 0 ? (
        <ManyPicker key={picker} picker={picker} ticketIds={[...selected]} />
      ) : ticketId === null ? null : (
        <OpenPicker key={picker} picker={picker} ticketId={ticketId} />
      )}
      {ticketId === null ? null : <RelateHost key={ticketId} ticketId={ticketId} />}
    </>
  );
}

function OpenPicker({ picker, ticketId }: { readonly picker: FieldPicker; readonly ticketId: TicketId }) {
  const desk = useDesk();
  const detail = useQuery(ticketQuery(desk, ticketId)).data;
  const facts = useQuery(factsQuery(desk, accountOf(ticketId))).data;
  return detail && facts ? <OnePicker picker={picker} detail={detail} facts={facts} /> : null;
}
