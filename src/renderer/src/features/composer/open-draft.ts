import { show, useInterface } from '#renderer/state/interface-state.ts';
import { callOfDraft } from '#shared/calls/call.ts';
import type { Draft } from '#shared/outbox/entry.ts';

/** Shows the composer that a draft belongs to, also when the agent is elsewhere. */
export function openDraft({ accountId, ticketId, kind }: Pick<Draft, 'accountId' | 'ticketId' | 'kind'>): void {
  if (kind === 'call') return show({ shownCallId: callOfDraft(ticketId) });
  if (kind === 'new-ticket') return show({ newTicket: true, newTicketFor: null, newTicketAccountId: accountId });
  const { openTicketId, place } = useInterface.getState();
  if (openTicketId !== ticketId || place === 'knowledge')
    show({
      place: place === 'knowledge' ? 'inbox' : place,
      openTicketId: ticketId,
      focusedTicketId: ticketId,
      // A composer that is open belongs to the ticket that is left.
      composer: null,
    });
  if (kind === 'feedback') return show({ dialog: 'feedback', feedbackOn: { ticketId, selected: '' } });
  show({ composer: kind, newTicket: false });
}
