import type { Notification } from '../link/values.ts';
import type { CommandId } from './catalogue.ts';

/** What a notification leads to when it is clicked. */
export function commandOfNotification({ ticketId, kind }: Notification): CommandId {
  if (ticketId !== null) return 'list.open';
  return kind === 'called' ? 'call.pop' : 'go.inbox';
}
