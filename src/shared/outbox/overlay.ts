import type { RemoteId } from '../domain/ids.ts';
import { targetsAfter } from '../domain/sla.ts';
import type { Status, Ticket, TicketLink } from '../domain/ticket.ts';
import type { TicketChanges } from './action.ts';
import { isLive, type OutboxEntry } from './entry.ts';

/** Tags after removing and adding, in the order they had. */
export const applyTags = (tags: readonly string[], { tagsAdded, tagsRemoved }: TicketChanges): readonly string[] =>
  withAndWithout(tags, tagsAdded, tagsRemoved);

/** The same of followers. */
export const applyFollowers = (
  ids: readonly RemoteId[],
  { followersAdded, followersRemoved }: TicketChanges,
): readonly RemoteId[] => withAndWithout(ids, followersAdded, followersRemoved);

function withAndWithout(
  those: readonly string[],
  added: readonly string[] | undefined,
  removed: readonly string[] | undefined,
): readonly string[] {
  if (!added && !removed) return those;
  const kept = those.filter((one) => !removed?.includes(one));
  return [...kept, ...(added ?? []).filter((one) => !kept.includes(one))];
}

const sameLink = (one: TicketLink, other: TicketLink): boolean =>
  one.kind === other.kind && one.remoteId === other.remoteId;

/** Links after removing and adding, in the order they had. */
export function applyLinks(links: readonly TicketLink[], changes: TicketChanges): readonly TicketLink[] {
  const { linksAdded = [], linksRemoved = [] } = changes;
  const hasProblem = linksAdded.some(({ kind }) => kind === 'problem');
  const kept = links.filter(
    (link) => !linksRemoved.some((one) => sameLink(one, link)) && !(hasProblem && link.kind === 'problem'),
  );
  return [...kept, ...linksAdded.filter((link) => !kept.some((one) => sameLink(one, link)))];
}

/** A ticket's header with one set of changes made to it. */
export function applyChanges(ticket: Ticket, changes: TicketChanges): Ticket {
  return {
    ...ticket,
    ...(changes.status === undefined
      ? {}
      : { status: changes.status, statusName: changes.statusName ?? changes.status }),
    ...(changes.priority === undefined ? {} : { priority: changes.priority }),
    ...(changes.type === undefined ? {} : { type: changes.type }),
    ...(changes.subject === undefined ? {} : { subject: changes.subject }),
    ...(changes.assigneeId === undefined ? {} : { assigneeId: changes.assigneeId }),
    ...(changes.groupId === undefined ? {} : { groupId: changes.groupId }),
    ...(changes.fields === undefined ? {} : { fields: { ...ticket.fields, ...changes.fields } }),
    tags: [...applyTags(ticket.tags, changes)],
    links: applyLinks(ticket.links, changes),
    followerIds: applyFollowers(ticket.followerIds, changes),
  };
}

/**
 * What the screen shows of a ticket: the helpdesk's row with the agent's live entries laid over it, oldest first. An entry
 * that the helpdesk refused, or that waits for the agent, no longer counts as done and does not show as a field value.
 */
export function overlay(ticket: Ticket, entries: readonly OutboxEntry[]): Ticket {
  return entries.reduce((shown, entry) => {
    if (!showsOnTicket(entry)) return shown;
    const { action } = entry;
    const sla = targetsAfter(shown.sla, { answered: action.kind === 'reply', status: action.changes.status });
    return { ...applyChanges(shown, action.changes), sla };
  }, ticket);
}

/** Whether an entry's field changes are shown as if they had been made. */
export const showsOnTicket = (entry: OutboxEntry): boolean => isLive(entry) && entry.state.name !== 'rejected';

/** A status that no longer asks anything of the agent. */
export const isDone = (status: Status): boolean => status === 'solved' || status === 'closed';

/** The row that stands for a ticket made here until the helpdesk has it. */
export function ticketFromCreate(entry: OutboxEntry): Ticket | null {
  if (entry.action.kind !== 'create') return null;
  const { subject, requester, words, changes } = entry.action;
  const bare: Ticket = {
    remoteId: entry.id,
    number: '',
    subject,
    preview: words.markdown.slice(0, 200),
    status: 'open',
    statusName: 'open',
    priority: null,
    type: null,
    channel: 'web',
    requesterId: requester.remoteId,
    assigneeId: null,
    groupId: null,
    organizationId: null,
    tags: [],
    fields: {},
    createdAt: entry.createdAt,
    updatedAt: entry.createdAt,
    solvedAt: null,
    sla: [],
    links: [],
    followerIds: [],
    version: '',
    url: null,
  };
  return applyChanges(bare, changes);
}
