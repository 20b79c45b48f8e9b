import { variantsFor } from '#shared/canned/choose-variant.ts';
import type { DynamicContent } from '#shared/domain/desk.ts';
import { type AccountId, accountOf, type TicketId } from '#shared/domain/ids.ts';
import type { TemplateData } from '#shared/templates/template-data.ts';
import { type AccountState, entriesOf } from './account-state.ts';
import { requesterOf } from './answer-ticket.ts';
import type { TicketToBe } from './desk-tickets.ts';
import { describePeople } from './person-template-data.ts';
import { showTicket } from './show-ticket.ts';
import type { StoreContext } from './store-context.ts';
import { describeComments, describeTicket, describeTicketToBe } from './ticket-template-data.ts';

/** What templates see of tickets, as screens and forms show them, in this order; null for one that is not here. */
export async function answerTemplateData(
  { accounts }: StoreContext,
  tickets: readonly (TicketId | TicketToBe)[],
): Promise<readonly (TemplateData | null)[]> {
  const describers = new Map<AccountId, ReturnType<typeof describer>>();
  return Promise.all(
    tickets.map(async (ticket) => {
      const state = accounts.get(typeof ticket === 'string' ? accountOf(ticket) : ticket.accountId);
      if (!state) return null;
      if (typeof ticket !== 'string') return ofTicketToBe(state, ticket);
      const describe = describers.get(state.account.id) ?? describer(state);
      describers.set(state.account.id, describe);
      return describe(ticket);
    }),
  );
}

function ofTicketToBe({ account, people, small }: AccountState, ticket: TicketToBe): TemplateData {
  const describe = describePeople({ account, people, organizations: small.organizations });
  const { requester } = ticket;
  const known = people.get(requester?.remoteId ?? '') ?? null;
  const asking = known
    ? describe.person(known.remoteId)
    : requester && describe.newcomer(requester.name, requester.email);
  const organization = describe.organization(known?.organizationId ?? null);
  const group = small.groups.get(ticket.groupId ?? '');
  const around = { requester: asking, assignee: null, organization };
  return {
    ...around,
    current_user: describe.me,
    dc: contentByLanguage([...small.dynamicContent.values()])(asking?.locale ?? null),
    ticket: {
      ...describeTicketToBe(ticket, account),
      ...around,
      group: group ? { id: group.remoteId, name: group.name } : null,
    },
  };
}

function describer(state: AccountState): (id: TicketId) => Promise<TemplateData | null> {
  const { account, people, small, storage } = state;
  const describe = describePeople({ account, people, organizations: small.organizations });
  const dynamicContent = contentByLanguage([...small.dynamicContent.values()]);
  return async (id) => {
    const [{ row, pending }, messages] = await Promise.all([
      // What waits is looked at together with the row that it lies over.
      storage.get('tickets', id).then((found) => ({ row: found, pending: entriesOf(state, id) })),
      storage.ofTickets('messages', [id]),
    ]);
    const ticket = showTicket(row, pending, account.me.remoteId)?.ticket;
    if (!ticket) return null;
    const group = small.groups.get(ticket.groupId ?? '');
    const around = {
      requester: describe.person(ticket.requesterId, requesterOf(state, ticket, pending)),
      assignee: describe.person(ticket.assigneeId),
      organization: describe.organization(ticket.organizationId),
    };
    return {
      ...around,
      current_user: describe.me,
      dc: dynamicContent(around.requester?.locale ?? null),
      ticket: {
        ...describeTicket(ticket, { account, fields: small.fields }),
        ...describeComments(messages.map(({ message }) => message)),
        ...around,
        group: group ? { id: group.remoteId, name: group.name } : null,
      },
    };
  };
}

/**
 * Dynamic content by name, as somebody of a language reads it (BCP 47, null where it is not known). One object for all tickets of a
 * language: it goes to the window once, however many there are.
 */
function contentByLanguage(items: readonly DynamicContent[]): (language: string | null) => TemplateData['dc'] {
  const known = new Map<string | null, TemplateData['dc']>();
  return (language) => {
    const found =
      known.get(language) ??
      Object.fromEntries(
        items.flatMap(({ name, variants }) =>
          variantsFor(variants, language)
            .slice(0, 1)
            .map(({ content }) => [name, content]),
        ),
      );
    known.set(language, found);
    return found;
  };
}
