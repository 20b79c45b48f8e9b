import { useDesk } from '#renderer/state/desk-context.tsx';
import { goTo } from '#renderer/state/go-to.ts';
import type { Call } from '#shared/calls/call.ts';
import type { ViewQuery } from '#shared/domain/view.ts';
import { USUAL_SORT } from '#shared/views/print-query.ts';

/** Lists all tickets of the person that a call was with; false where nobody was named. */
export function useOpenCustomer(): (call: Pick<Call, 'accountId' | 'personRemoteId'>) => Promise<boolean> {
  const desk = useDesk();
  return async ({ accountId, personRemoteId }) => {
    if (accountId === null || personRemoteId === null) return false;
    const query: ViewQuery = {
      all: [{ field: 'requester', is: true, values: [`${accountId}:${personRemoteId}`] }],
      any: [],
      sort: USUAL_SORT,
    };
    goTo('inbox', { viewId: 'own:recent', query: await desk.writeQuery({ accountId: null, query }) });
    return true;
  };
}
