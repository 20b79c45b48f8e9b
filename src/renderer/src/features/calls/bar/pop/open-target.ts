import { useDeskState } from '#renderer/state/desk-state.ts';
import { goTo } from '#renderer/state/go-to.ts';
import { show, showTicket } from '#renderer/state/interface-state.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { Caller } from '#renderer/store/desk-calls.ts';
import type { Call } from '#shared/calls/call.ts';
import { USUAL_SORT } from '#shared/views/print-query.ts';
import type { PopTarget } from './pop-target.ts';

/** Fetches what has to be there first; what it answers with opens the target at once. `choose` lists who may be calling. */
export async function readyToOpen(desk: Desk, call: Call, target: PopTarget, choose: () => void): Promise<() => void> {
  switch (target.to) {
    case 'known':
    case 'ticket': {
      const { ticketId } = target;
      return () => showTicket(ticketId);
    }
    case 'person': {
      const query = await ticketsOf(desk, target.caller);
      const nothingOpen = { openTicketId: null, focusedTicketId: null, composer: null };
      return () => goTo('inbox', { viewId: 'own:inbox', query, dialog: null, ...nothingOpen });
    }
    case 'choose':
      return choose;
    case 'new-ticket':
      return () => newTicketFor(call);
  }
}

/** The form for a ticket of whoever calls. */
export function newTicketFor({ id, accountId }: Call): void {
  const account = accountId === null ? {} : { newTicketAccountId: accountId };
  if ((useDeskState.getState().accounts?.length ?? 0) > 0)
    show({ newTicket: true, newTicketFor: { callId: id }, dialog: null, ...account });
}

/** What one would type to list a customer's tickets. */
const ticketsOf = (desk: Desk, { accountId, person }: Caller): Promise<string> =>
  desk.writeQuery({
    accountId: null,
    query: {
      all: [{ field: 'requester', is: true, values: [`${accountId}:${person.remoteId}`] }],
      any: [],
      sort: USUAL_SORT,
    },
  });
