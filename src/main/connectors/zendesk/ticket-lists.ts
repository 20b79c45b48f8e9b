import type { CallOptions } from '#main/connectors/contract.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { AccountFacts } from './account-facts.ts';
import type { Client } from './client.ts';
import { addTickets, copiedIds, toOrganization, toPerson } from './map-ticket.ts';
import { organizationSchema, readList, ticketSchema, userSchema, type WireTicket } from './wire.ts';

/** One page of any list of tickets, with the people and organisations beside it. */
export type TicketList = {
  readonly tickets: readonly WireTicket[];
  readonly users: unknown;
  readonly organizations: unknown;
  readonly unreadable: Rows['unreadable'];
  readonly endOfStream: boolean;
  readonly after: string | null;
};

const listSchema = z.looseObject({
  tickets: z.array(z.unknown()).optional(),
  users: z.unknown().optional(),
  organizations: z.unknown().optional(),
  end_of_stream: z.boolean().nullish(),
  after_cursor: z.string().nullish(),
});

export const LIST_INCLUDE = 'users,groups,organizations,dates,slas';

/** Asks for a list of tickets by its path. */
export async function listTickets(
  client: Client,
  path: string,
  options: CallOptions,
): Promise<Result<TicketList, Failure>> {
  const answer = await client.get(path, listSchema, options);
  if (!answer.ok) return answer;
  const records = answer.value.tickets;
  if (records === undefined)
    return { ok: false, error: { code: 'server', status: 200, nonsense: true, detail: 'no tickets in the answer' } };
  const unreadable: Rows['unreadable'] = [];
  return ok({
    tickets: readList(ticketSchema, records, 'ticket', unreadable),
    users: answer.value.users,
    organizations: answer.value.organizations,
    unreadable,
    endOfStream: answer.value.end_of_stream ?? false,
    after: answer.value.after_cursor ?? null,
  });
}

/** What a search is asked for: which tickets, and when each changed. */
export type Hit = { readonly id: number; readonly updated_at: string };
export type Hits = { readonly hits: readonly Hit[]; readonly length: number; readonly count: number | null };

const hitSchema = ticketSchema.pick({ id: true, updated_at: true });
const searchSchema = z.looseObject({ results: z.array(z.unknown()), count: z.number().nullish() });

/** One page of a search over tickets. `query` is in Zendesk's search language, without the type. */
export async function searchTickets(
  client: Client,
  query: string,
  order: 'asc' | 'desc',
  page: number,
  options: CallOptions,
): Promise<Result<Hits, Failure>> {
  const path = `/api/v2/search?${new URLSearchParams({
    query: `type:ticket ${query}`.trim(),
    sort_by: 'updated_at',
    sort_order: order,
    per_page: '100',
    page: String(page),
  })}`;
  const answer = await client.get(path, searchSchema, options);
  if (!answer.ok) return answer;
  const { results, count } = answer.value;
  return ok({ hits: readList(hitSchema, results, 'ticket', []), length: results.length, count: count ?? null });
}

const SHOW_MANY = 100;

/**
 * Tickets by their ids, as they are now: a search's own records come from an index that lags behind, and would put an older
 * ticket over a newer one. Who is gone is left out.
 */
export async function loadTickets(
  client: Client,
  ids: readonly number[],
  options: CallOptions,
): Promise<Result<TicketList, Failure>> {
  const lists: TicketList[] = [];
  for (let from = 0; from < ids.length; from += SHOW_MANY) {
    const part = ids.slice(from, from + SHOW_MANY).join(',');
    const list = await listTickets(client, `/api/v2/tickets/show_many?ids=${part}&include=${LIST_INCLUDE}`, options);
    if (!list.ok) return list;
    lists.push(list.value);
  }
  const position = new Map(ids.map((id, index) => [id, index]));
  const joined = joinLists(lists);
  const tickets = [...joined.tickets].sort((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0));
  return ok({ ...joined, tickets });
}

/** Lists as one; of a ticket that is in several the last is taken. */
export const joinLists = (lists: readonly TicketList[]): TicketList => ({
  tickets: [...new Map(lists.flatMap((list) => list.tickets).map((ticket) => [ticket.id, ticket])).values()],
  users: lists.flatMap((list) => (Array.isArray(list.users) ? list.users : [])),
  organizations: lists.flatMap((list) => (Array.isArray(list.organizations) ? list.organizations : [])),
  unreadable: lists.flatMap((list) => list.unreadable),
  endOfStream: lists.at(-1)?.endOfStream ?? true,
  after: lists.at(-1)?.after ?? null,
});

/** Turns a page into rows. People that were not beside it are asked for. */
export async function rowsOf(
  list: Pick<TicketList, 'tickets' | 'users' | 'organizations' | 'unreadable'>,
  account: { readonly client: Client; readonly facts: AccountFacts; readonly administrator: boolean },
  options: CallOptions,
): Promise<Result<Rows, Failure>> {
  const statuses = await account.facts.customStatuses(options);
  if (!statuses.ok) return statuses;
  const rows = noRows();
  rows.unreadable.push(...list.unreadable);
  const { origin } = account.client;
  const beside = readList(userSchema, list.users, 'person', rows.unreadable);
  account.facts.meet(beside);
  const named = list.tickets.flatMap((ticket) => [ticket.requester_id ?? [], copiedIds(ticket)].flat());
  const people = await account.facts.people(named, options);
  if (!people.ok) return people;
  addTickets(rows, list.tickets, {
    origin,
    customStatuses: statuses.value,
    ratingsFromTickets: !account.administrator,
    user: (id) => people.value.get(id),
  });
  // Agents come by the desk stream, with their groups; here they would lose them.
  const met = new Map([...people.value, ...beside.map((user) => [user.id, user] as const)]);
  for (const user of met.values()) if (user.role === 'end-user') rows.people.push(toPerson(user, []));
  rows.organizations = readList(organizationSchema, list.organizations, 'organization', rows.unreadable).map(
    toOrganization,
  );
  return ok(rows);
}
