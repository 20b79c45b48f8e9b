import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TicketId } from '#shared/domain/ids.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { outsideQuery } from '../../state/queries.ts';

/** How many of what is ticked the view does not list any more: a command would be for them as well. */
export function useOutside(viewId: string, selected: ReadonlySet<TicketId>): number {
  const desk = useDesk();
  const ids = useMemo(() => [...selected], [selected]);
  const { data } = useQuery({
    ...outsideQuery(desk, viewId, ids),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
  return ids.length === 0 ? 0 : (data ?? 0);
}
