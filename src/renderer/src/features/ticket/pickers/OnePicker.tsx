import { type FieldPicker, handled, show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { DeskFacts, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { useChangeTicket } from '../use-ticket-actions.ts';
import { type Choice, choicesOf, isToggled } from './picker-choices.ts';
import { TicketPicker } from './TicketPicker.tsx';

/** Changes one field of one ticket. */
export function OnePicker({
  picker,
  detail,
  facts,
}: {
  readonly picker: FieldPicker;
  readonly detail: TicketDetail;
  readonly facts: DeskFacts;
}) {
  const t = useText();
  const change = useChangeTicket({ id: detail.id, accountId: detail.accountId, number: detail.ticket.number });
  const choose = (choice: Choice, label: string): void => {
    show({ picker: null });
    if (choice.current && !isToggled(picker)) return;
    void change(choice.changes, label).then((problem) => {
      if (problem === null && choice.changes.status !== undefined && isDone(choice.changes.status))
        handled([detail.id]);
    });
  };
  return (
    <TicketPicker
      picker={picker}
      label={t(`ticket.pick.${picker}`, { number: detail.ticket.number })}
      choices={choicesOf(t, picker, detail, facts)}
      tags={detail.ticket.tags}
      empty={t('ticket.pick.none')}
      onChoose={choose}
    />
  );
}
