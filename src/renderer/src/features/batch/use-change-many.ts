import { useCallback } from 'react';
import type { TicketId } from '#shared/domain/ids.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { useActMany } from './use-act-many.ts';

/** Changes fields of many tickets with one way back, as `useActMany`; null for a ticket that is to stay as it is. */
export function useChangeMany() {
  const actMany = useActMany();
  return useCallback(
    async (
      ticketIds: readonly TicketId[],
      changesFor: (ticketId: TicketId) => TicketChanges | null,
      label: (count: number) => string,
    ): Promise<readonly TicketId[]> => {
      const actionFor = (ticketId: TicketId) => {
        const changes = changesFor(ticketId);
        return changes && ({ kind: 'update', changes } as const);
      };
      return (await actMany(ticketIds, actionFor, label)).map(({ ticketId }) => ticketId);
    },
    [actMany],
  );
}
