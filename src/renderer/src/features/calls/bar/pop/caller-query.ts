import { queryOptions } from '@tanstack/react-query';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { Call } from '#shared/calls/call.ts';

/** Who may be calling: asked once for each call, since what the agent was told must not change under them. */
export const callerQuery = (desk: Desk, { id, number }: Pick<Call, 'id' | 'number'>) =>
  queryOptions({
    queryKey: ['caller', id, number],
    queryFn: () => desk.findCaller(number),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: false,
  });
