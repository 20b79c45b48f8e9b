import type { RemoteId, TicketId } from '#shared/domain/ids.ts';
import { LINK_KINDS, TICKET_TYPES, type TicketLink } from '#shared/domain/ticket.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { type AccountState, localIdOf } from './account-state.ts';
import { answerSearch } from './answer-search.ts';
import { headerReader } from './answer-views.ts';
import { statusAt } from './columns.ts';
import type { RelatedTicket, TargetsRequest } from './desk-tickets.ts';
import type { TicketHeader } from './desk-views.ts';

/** How many tickets that point to one are shown: a problem may have thousands of incidents. */
const POINTING = 20;
const TARGETS = 30;

/** The tickets that one names, and those here that name it. `links` are overlaid. */
export function relatedTickets(
  state: AccountState,
  ticket: { readonly id: TicketId; readonly remoteId: RemoteId; readonly links: readonly TicketLink[] },
  now: number,
): readonly RelatedTicket[] {
  const { columns } = state;
  const read = headerReader(state, now);
  const headerOf = (remoteId: RemoteId): TicketHeader | null => {
    const index = columns.indexOf(localIdOf(state, remoteId));
    return index < 0 || columns.numbers().gone[index] !== 0 ? null : read(index);
  };
  const named = ticket.links.map((link): RelatedTicket => ({ ...link, from: 'here', ticket: headerOf(link.remoteId) }));
  const kinds = new Map<number, TicketLink['kind']>();
  for (const [at, list] of columns.linkLists.list().entries()) {
    const found = (JSON.parse(list) as readonly TicketLink[]).find(({ remoteId }) => remoteId === ticket.remoteId);
    if (found) kinds.set(at + 1, found.kind);
  }
  const { links, gone } = columns.numbers();
  const pointing: RelatedTicket[] = [];
  const own = columns.indexOf(ticket.id);
  for (let index = 0; kinds.size > 0 && index < columns.size() && pointing.length < POINTING; index++) {
    const kind = kinds.get(links[index] ?? 0);
    if (kind === undefined || gone[index] !== 0 || index === own) continue;
    const header = read(index);
    pointing.push({ kind, from: 'there', remoteId: header.number, ticket: header });
  }
  const rank = ({ kind }: RelatedTicket): number => LINK_KINDS.indexOf(kind);
  return [...named, ...pointing].sort((a, b) => rank(a) - rank(b));
}

/**
 * Tickets that one may be merged into or linked with: as typed, or while nothing is, the same requester's and, where a problem is
 * looked for, the newest of those. Never itself, and nothing into which the helpdesk does not merge.
 */
export async function answerTargets(
  state: AccountState,
  { ticketId, purpose, text }: TargetsRequest,
  env: { readonly pause: () => Promise<void>; readonly now: () => number },
): Promise<readonly TicketHeader[]> {
  const { columns } = state;
  const numbers = columns.numbers();
  const own = columns.indexOf(ticketId);
  const problem = TICKET_TYPES.indexOf('problem') + 1;
  const fits = (index: number): boolean => {
    if (index === own || index < 0 || numbers.gone[index] !== 0) return false;
    if (purpose === 'merge') return !isDone(statusAt(numbers.status[index] ?? 0));
    return purpose !== 'problem' || numbers.type[index] === problem;
  };
  if (text.trim() !== '') {
    const { tickets } = await answerSearch([state], text, env);
    return tickets.filter(({ id }) => fits(columns.indexOf(id))).slice(0, TARGETS);
  }
  const requester = own < 0 ? 0 : (numbers.requester[own] ?? 0);
  const found: number[] = [];
  for (let index = 0; index < columns.size(); index++) {
    const isTheirs = requester !== 0 && numbers.requester[index] === requester;
    if ((isTheirs || purpose === 'problem') && fits(index)) found.push(index);
  }
  const isTheirs = (index: number): number => (requester !== 0 && numbers.requester[index] === requester ? 0 : 1);
  return found
    .sort((a, b) => isTheirs(a) - isTheirs(b) || (numbers.updatedAt[b] ?? 0) - (numbers.updatedAt[a] ?? 0))
    .slice(0, TARGETS)
    .map(headerReader(state, env.now()));
}
