import { useCallback, useEffect, useState } from 'react';
import { commandOfNotification } from '#shared/commands/command-of-notification.ts';
import type { CommandRegistry } from './commands/registry.ts';
import { useCommands } from './commands/use-command.tsx';
import { useDeskEvent } from './state/desk-context.tsx';
import { showTicket } from './state/interface-state.ts';
import { useText } from './state/text-context.tsx';
import type { DeskEvent } from './store/desk-api.ts';

/** What reaches the agent outside the page: unread tickets of mine in its title, and notifications where the host has none of its own. */
export function useNews(): void {
  const t = useText();
  const registry = useCommands();
  const [count, setCount] = useState(0);
  useDeskEvent(
    useCallback(
      (event) => {
        if (event.type === 'badge') setCount(event.count);
        if (event.type === 'notify') void notify(event, registry);
      },
      [registry],
    ),
  );
  useEffect(() => {
    document.title = count > 0 ? t('app.titleCount', { count }) : t('app.title');
  }, [t, count]);
}

/** Asks for the permission when there first is something to say, so that the agent sees what it is for. */
async function notify(
  { notification, title, body }: Extract<DeskEvent, { readonly type: 'notify' }>,
  registry: CommandRegistry,
): Promise<void> {
  const { ticketId, kind } = notification;
  // In the window that has the focus a call rings by itself.
  if (kind === 'called' && document.hasFocus()) return;
  const permission =
    Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission;
  if (permission !== 'granted') return;
  const shown = new Notification(title, { body, tag: ticketId ?? kind });
  shown.addEventListener('click', () => {
    window.focus();
    if (ticketId === null) registry.run(commandOfNotification(notification), 'outside');
    else showTicket(ticketId);
    shown.close();
  });
}
