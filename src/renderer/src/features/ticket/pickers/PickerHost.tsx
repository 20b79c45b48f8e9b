import { useQuery } from '@tanstack/react-query';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { type FieldPicker, type Picker, show, useInterface } from '#renderer/state/interface-state.ts';
import { factsQuery, ticketQuery } from '#renderer/state/queries.ts';
import { ticketAtHand } from '#renderer/state/selection.ts';
import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import { RelateHost } from '../relate/RelateHost.tsx';
import { mayFollow, useFollow } from '../use-follow.ts';
import { ManyPicker } from './ManyPicker.tsx';
import { OnePicker } from './OnePicker.tsx';

/** The small choosers over what is ticked, the open ticket, or the one with the bar; and writing from the list. */
export function PickerHost() {
  const picker = useInterface((state) => state.picker);
  const selected = useInterface((state) => state.selected);
  // Not the ticket itself: with every step of the bar this would render again.
  const one = useInterface((state) => ticketAtHand(state) !== null);
  const any = (): boolean => selected.size > 0 || one;
  const follow = useFollow();
  const pick = (wanted: FieldPicker) => (): void => show({ picker: wanted });
  const write =
    (composer: 'reply' | 'note', replyToAll = false) =>
    (): void =>
      show({ openTicketId: ticketAtHand(useInterface.getState()), composer, replyToAll });
  useCommand('ticket.status', pick('status'), any);
  useCommand('ticket.priority', pick('priority'), any);
  useCommand('ticket.assign', pick('assignee'), any);
  useCommand('ticket.group', pick('group'), any);
  useCommand('ticket.tags', pick('tags'), any);
  useCommand('ticket.followers', pick('followers'), () => any() && mayFollow());
  useCommand(
    'ticket.follow',
    () => void follow(),
    () => any() && mayFollow(),
  );
  // While a ticket is open its composer handles these.
  useCommand('ticket.reply', write('reply'), () => one);
  useCommand('ticket.replyAll', write('reply', true), () => one);
  useCommand('ticket.note', write('note'), () => one);
  useCommand(
    'ticket.forward',
    () => {
      const openTicketId = ticketAtHand(useInterface.getState());
      show({ openTicketId, composer: 'forward', forwarding: { messageKey: null } });
    },
    () => one,
  );
  return (
    <>
      {picker === null || !isFieldPicker(picker) ? null : selected.size > 0 ? (
        <ManyPicker key={picker} picker={picker} ticketIds={[...selected]} />
      ) : one ? (
        <PickerAtHand key={picker} picker={picker} />
      ) : null}
      <RelateHost />
    </>
  );
}

const isFieldPicker = (picker: Picker): picker is FieldPicker =>
  picker !== 'snooze' && picker !== 'skip' && picker !== 'macro';

function PickerAtHand({ picker }: { readonly picker: FieldPicker }) {
  const ticketId = useInterface(ticketAtHand);
  return ticketId === null ? null : <OpenPicker picker={picker} ticketId={ticketId} />;
}

function OpenPicker({ picker, ticketId }: { readonly picker: FieldPicker; readonly ticketId: TicketId }) {
  const desk = useDesk();
  const detail = useQuery(ticketQuery(desk, ticketId)).data;
  const facts = useQuery(factsQuery(desk, accountOf(ticketId))).data;
  return detail && facts ? <OnePicker picker={picker} detail={detail} facts={facts} /> : null;
}
