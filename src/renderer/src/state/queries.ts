import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { AccountId, RemoteId, TicketId } from '#shared/domain/ids.ts';
import type { Desk, DeskEvent } from '../store/desk-api.ts';
import type { CallLogQuery } from '../store/desk-call-log.ts';
import type { FigureId, MetricsQuery } from '../store/desk-metrics.ts';
import type { CannedQuery, MacroQuery, MacrosById } from '../store/desk-own.ts';
import type { TargetsRequest } from '../store/desk-tickets.ts';

/**
 * What is asked for rather than pushed. Answered by the worker, so the network's state never matters, and what is out of sight
 * need not be kept: it is asked for again in a few milliseconds.
 */
const local = { networkMode: 'always', staleTime: Number.POSITIVE_INFINITY, gcTime: 30_000, retry: false } as const;

/** So many macros are listed: a letter more finds better than looking further. */
const MACROS_LISTED = 50;

export const viewsQuery = (desk: Desk) => queryOptions({ ...local, queryKey: ['views'], queryFn: () => desk.views() });
/** How the agent stands, with what was solved since then, UTC ms. */
export const standingQuery = (desk: Desk, solvedSince: number) =>
  queryOptions({
    ...local,
    queryKey: ['views', 'standing', solvedSince],
    queryFn: () => desk.standing({ solvedSince }),
    placeholderData: keepPreviousData,
  });
/** A query as it is typed; until an answer comes the one before it stands in. */
export const typedQuery = (desk: Desk, request: Parameters<Desk['readQuery']>[0]) =>
  queryOptions({
    ...local,
    queryKey: ['typed', request.accountId, request.text, request.caret],
    queryFn: () => desk.readQuery(request),
    placeholderData: keepPreviousData,
    // Of no use once the next letter is typed.
    gcTime: 1_000,
  });
/** What a view asks for, as one would type it. */
export const shownQueryOf = (desk: Desk, viewId: string) =>
  queryOptions({ ...local, queryKey: ['typed', 'view', viewId], queryFn: () => desk.viewQuery(viewId) });
export const ticketQuery = (desk: Desk, id: TicketId) =>
  queryOptions({ ...local, queryKey: ['ticket', id], queryFn: () => desk.ticket(id) });
export const conversationQuery = (desk: Desk, id: TicketId) =>
  queryOptions({ ...local, queryKey: ['conversation', id], queryFn: () => desk.conversation(id) });
export const targetsQuery = (desk: Desk, request: TargetsRequest) =>
  queryOptions({
    ...local,
    queryKey: ['targets', request.ticketId, request.purpose, request.text],
    queryFn: () => desk.targets(request),
  });
export const customerQuery = (desk: Desk, id: TicketId) =>
  queryOptions({ ...local, queryKey: ['customer', id], queryFn: () => desk.customer(id) });
export const selectedQuery = (desk: Desk, ids: readonly TicketId[]) =>
  queryOptions({ ...local, queryKey: ['selected', ids], queryFn: () => desk.selected(ids), gcTime: 0 });
/** How many tickets among `ids` a view does not list. */
export const outsideQuery = (desk: Desk, viewId: string, ids: readonly TicketId[]) =>
  queryOptions({
    ...local,
    queryKey: ['selected', 'outside', viewId, ids],
    queryFn: () => desk.countOutside({ viewId, ids }),
    gcTime: 0,
  });
export const headersQuery = (desk: Desk, ids: readonly TicketId[]) =>
  queryOptions({ ...local, queryKey: ['selected', 'headers', ids], queryFn: () => desk.headers(ids), gcTime: 0 });
export const macrosQuery = (
  desk: Desk,
  { ticketIds, text, limit = MACROS_LISTED }: Omit<MacroQuery, 'limit'> & Partial<MacroQuery>,
) =>
  queryOptions({
    ...local,
    queryKey: ['macros', ticketIds, text, limit],
    queryFn: () => desk.findMacros({ ticketIds, text, limit }),
    placeholderData: keepPreviousData,
    gcTime: 1_000,
  });
/** Macros that the agent has given a key or a digit. */
export const macrosByIdQuery = (desk: Desk, request: MacrosById) =>
  queryOptions({
    ...local,
    queryKey: ['macros', 'by-id', request.ids, request.ticketIds],
    queryFn: () => desk.macrosById(request),
    enabled: request.ids.length > 0,
  });
/** All of the agent's own, as they are kept. */
export const ownMacrosQuery = (desk: Desk) =>
  queryOptions({ ...local, queryKey: ['macros', 'own'], queryFn: () => desk.ownMacros(), gcTime: 1_000 });
export const cannedQuery = (desk: Desk, query: CannedQuery) =>
  queryOptions({
    ...local,
    queryKey: ['canned', query.ticketId, query.requesterId, query.text],
    queryFn: () => desk.findCanned(query),
    placeholderData: keepPreviousData,
    gcTime: 1_000,
  });
/** All of them, and those that cannot be read. */
export const cannedResponsesQuery = (desk: Desk) =>
  queryOptions({ ...local, queryKey: ['canned', 'all'], queryFn: () => desk.cannedResponses() });
/** All that the agent noted of what customers say. */
export const feedbackQuery = (desk: Desk) =>
  queryOptions({ ...local, queryKey: ['feedback'], queryFn: () => desk.feedback() });
/** What templates see of a ticket. */
export const templateDataQuery = (desk: Desk, id: TicketId) =>
  queryOptions({
    ...local,
    // Old with the ticket.
    queryKey: ['ticket', id, 'template-data'],
    queryFn: async () => (await desk.templateData([id]))[0] ?? {},
    gcTime: 1_000,
  });
export const batchQuery = (desk: Desk, batchId: string, accountIds: readonly AccountId[]) =>
  queryOptions({
    ...local,
    queryKey: ['batch', batchId, accountIds],
    queryFn: () => desk.batchProgress(batchId, accountIds),
  });
export const factsQuery = (desk: Desk, accountId: AccountId) =>
  queryOptions({ ...local, queryKey: ['facts', accountId], queryFn: () => desk.facts(accountId) });
export const outboxQuery = (desk: Desk) =>
  queryOptions({ ...local, queryKey: ['outbox'], queryFn: () => desk.outbox() });
export const draftsQuery = (desk: Desk) =>
  queryOptions({ ...local, queryKey: ['drafts'], queryFn: () => desk.drafts() });
export const discardedQuery = (desk: Desk) =>
  queryOptions({ ...local, queryKey: ['discarded'], queryFn: () => desk.discarded() });
/** A limit that grows keeps what is there in sight meanwhile. */
export const callLogQuery = (desk: Desk, query: CallLogQuery) =>
  queryOptions({
    ...local,
    queryKey: ['call-log', query.text, query.from, query.until, query.limit],
    queryFn: () => desk.callLog(query),
    placeholderData: keepPreviousData,
    gcTime: 1_000,
  });
/** Asked anew each time it is looked at: another program may have come or gone. */
export const telephoneQuery = (desk: Desk) =>
  queryOptions({ ...local, queryKey: ['telephone'], queryFn: () => desk.telephone(), staleTime: 0, gcTime: 0 });
export const articlesQuery = (desk: Desk) =>
  queryOptions({ ...local, queryKey: ['articles'], queryFn: () => desk.articles() });
export const articleQuery = (desk: Desk, request: { readonly accountId: AccountId; readonly remoteId: RemoteId }) =>
  queryOptions({
    ...local,
    queryKey: ['article', request.accountId, request.remoteId],
    queryFn: () => desk.article(request),
  });
export const searchQuery = (desk: Desk, text: string) =>
  queryOptions({ ...local, queryKey: ['search', text], queryFn: () => desk.search(text) });
export const connectorsQuery = (desk: Desk) =>
  queryOptions({ ...local, queryKey: ['connectors'], queryFn: () => desk.connectors() });
/** Figures; those of what was chosen before stand in until they come. */
export const metricsQuery = (desk: Desk, query: MetricsQuery) =>
  queryOptions({
    ...local,
    queryKey: ['metrics', query],
    queryFn: () => desk.metrics(query),
    placeholderData: keepPreviousData,
  });
export const metricDetailQuery = (desk: Desk, query: MetricsQuery, id: FigureId) =>
  queryOptions({
    ...local,
    queryKey: ['metrics', query, id],
    queryFn: () => desk.metricDetail(query, id),
  });

/** Marks what a change in the store made old. */
export function invalidateOn(client: QueryClient, event: DeskEvent): void {
  const stale = (...keys: readonly (readonly unknown[])[]): void => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey: [...queryKey] });
  };
  if (event.type === 'own-lists' && event.macros) stale(['macros']);
  if (event.type === 'own-lists' && event.responses) stale(['canned']);
  if (event.type === 'feedback') stale(['feedback']);
  if (event.type === 'calls') stale(['call-log']);
  if (event.type === 'metrics') stale(['metrics']);
  if (event.type !== 'changed') return;
  if (event.views) stale(['views'], ['typed'], ['search'], ['customer'], ['targets']);
  if (event.views) stale(['views'], ['search'], ['selected'], ['call-log']);
  if (event.ticketIds === 'all') stale(['ticket'], ['conversation'], ['macros']);
  else for (const id of event.ticketIds) stale(['ticket', id], ['conversation', id], ['macros', [id]]);
  if (event.outbox) stale(['outbox'], ['drafts'], ['discarded'], ['batch']);
  if (event.articles) stale(['articles'], ['article']);
  // What a macro would do hangs on people, groups and files, too.
  if (event.facts) stale(['facts'], ['macros'], ['macro-plan']);
}
