import type { SelectedTicket } from '#renderer/store/desk-views.ts';
import type { Group } from '#shared/domain/desk.ts';
import type { PickSubject } from './picker-choices.ts';

/** What many tickets have in common. */
export function commonOf(tickets: readonly SelectedTicket[], groups: readonly Group[]): PickSubject {
  const [first, ...others] = tickets;
  if (!first) return { ticket: { tags: [], followerIds: [] }, group: null, followers: [] };
  const isCommon = (field: 'status' | 'assigneeId' | 'groupId'): boolean =>
    others.every((other) => other[field] === first[field]);
  return {
    ticket: {
      ...(isCommon('status') ? { status: first.status } : {}),
      ...(isCommon('assigneeId') ? { assigneeId: first.assigneeId } : {}),
      ...(isCommon('groupId') ? { groupId: first.groupId } : {}),
      tags: onAll(tickets, ({ tags }) => tags),
      followerIds: onAll(tickets, ({ followerIds }) => followerIds),
    },
    // Statuses of a group's own fit only where all are in it.
    group: isCommon('groupId') ? (groups.find(({ remoteId }) => remoteId === first.groupId) ?? null) : null,
    followers: [],
  };
}

function onAll(
  tickets: readonly SelectedTicket[],
  of: (ticket: SelectedTicket) => readonly string[],
): readonly string[] {
  const has = new Map<string, number>();
  for (const ticket of tickets) for (const one of of(ticket)) has.set(one, (has.get(one) ?? 0) + 1);
  return [...has].flatMap(([one, count]) => (count === tickets.length ? [one] : []));
}

/** Tags or followers that some have and others have not. */
export const onSome = (
  tickets: readonly SelectedTicket[],
  field: 'tags' | 'followerIds',
  common: readonly string[],
): readonly string[] => [...new Set(tickets.flatMap((ticket) => ticket[field]))].filter((one) => !common.includes(one));
