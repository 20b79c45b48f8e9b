import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { PopTarget } from './pop-target.ts';

/** What would be opened, in as few words as a button has room for. */
export function popWords(t: Text, target: PopTarget, known: Pick<TicketDetail, 'ticket'> | null): string {
  switch (target.to) {
    case 'known':
      return t('calls.bar.pop.ticket', { number: known?.ticket.number ?? '' });
    case 'ticket':
      return t('calls.bar.pop.ticket', { number: target.caller.ticket?.number ?? '' });
    case 'person':
      return t('calls.bar.pop.person', { name: target.caller.person.name });
    case 'choose':
      return t('calls.bar.pop.choose', { count: target.callers.length });
    case 'new-ticket':
      return t('calls.bar.pop.newTicket');
  }
}
