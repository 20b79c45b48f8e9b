import type { ShownMessage } from '#renderer/store/desk-tickets.ts';
import type { Text } from '#shared/i18n/text.ts';

/** What kind of message it is, in a word. */
export function kindName(t: Text, message: ShownMessage): string {
  if (message.kind === 'note') return t('ticket.message.note');
  if (message.kind === 'forward')
    return t(message.authorRole === 'outside' ? 'ticket.message.outside' : 'ticket.message.forwarded');
  if (message.authorRole === 'requester') return t('ticket.message.customer');
  return t(message.authorRole === 'system' ? 'ticket.message.automatic' : 'ticket.message.reply');
}
