import type { SelectedTicket } from '#renderer/store/desk-views.ts';
import type { Group } from '#shared/domain/desk.ts';
import type { PickSubject } from './picker-choices.ts';

/** What many tickets have in common. */
export function commonOf(tickets: readonly SelectedTicket[], groups: readonly Group[]): PickSubject {
  const [first, ...others] = tickets;
  if (!first) return { ticket: { tags: [] }, group: null };
  const isCommon = (field: 'status' | 'assigneeId' | 'groupId'): boolean =>
    others.every((other) => other[field] === first[field]);
  const has = new Map<string, number>();
  for (const { tags } of tickets) for (const tag of tags) has.set(tag, (has.get(tag) ?? 0) + 1);
  return {
    ticket: {
      ...(isCommon('status') ? { status: first.status } : {}),
      ...(isCommon('assigneeId') ? { assigneeId: first.assigneeId } : {}),
      ...(isCommon('groupId') ? { groupId: first.groupId } : {}),
      tags: [...has].flatMap(([tag, count]) => (count === tickets.length ? [tag] : [])),
    },
    // Statuses of a group's own fit only where all are in it.
    group: isCommon('groupId') ? (groups.find(({ remoteId }) => remoteId === first.groupId) ?? null) : null,
  };
}

/** Tags that some have and others have not. */
export const tagsOnSome = (tickets: readonly SelectedTicket[], onAll: readonly string[]): readonly string[] =>
  [...new Set(tickets.flatMap(({ tags }) => tags))].filter((tag) => !onAll.includes(tag));
