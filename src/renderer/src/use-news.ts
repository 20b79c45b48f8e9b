import { useCallback, useEffect, useState } from 'react';
import { useDeskEvent } from './state/desk-context.tsx';
import { showTicket } from './state/interface-state.ts';
import { useText } from './state/text-context.tsx';
import type { DeskEvent } from './store/desk-api.ts';

/** What reaches the agent outside the page: unread tickets of mine in its title, and notifications where the host has none of its own. */
export function useNews(): void {
  const t = useText();
  const [count, setCount] = useState(0);
  useDeskEvent(
    useCallback((event) => {
      if (event.type === 'badge') setCount(event.count);
      if (event.type === 'notify') void notify(event);
    }, []),
  );
  useEffect(() => {
    document.title = count > 0 ? t('app.titleCount', { count }) : t('app.title');
  }, [t, count]);
}

/** Asks for the permission when there first is something to say, so that the agent sees what it is for. */
async function notify({ notification, title, body }: Extract<DeskEvent, { readonly type: 'notify' }>): Promise<void> {
  const permission =
    Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission;
  if (permission !== 'granted') return;
  const shown = new Notification(title, { body, tag: notification.ticketId });
  shown.addEventListener('click', () => {
    window.focus();
    showTicket(notification.ticketId);
    shown.close();
  });
}
