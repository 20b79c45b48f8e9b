import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { conversationQuery, ticketQuery } from '../../state/queries.ts';
import type { RowWindowState } from './row-window.ts';

/** How long the bar rests on a row before its ticket is read, in ms: a held key passes over many. */
const RESTS_MS = 40;

/** Has the ticket under the bar and the one after it read before they are opened. */
export function useReadAhead({ held }: RowWindowState, focusIndex: number): void {
  const desk = useDesk();
  const client = useQueryClient();
  const here = held.get(focusIndex)?.id;
  const next = held.get(focusIndex + 1)?.id;
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const id of [here, next]) {
        if (id === undefined) continue;
        void client.prefetchQuery(ticketQuery(desk, id));
        void client.prefetchQuery(conversationQuery(desk, id));
      }
    }, RESTS_MS);
    return () => clearTimeout(timer);
  }, [client, desk, here, next]);
}
