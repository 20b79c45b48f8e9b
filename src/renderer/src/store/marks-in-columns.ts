import type { TicketMark } from '#shared/mine/ticket-mark.ts';
import type { AccountState } from './account-state.ts';
import { type ColumnRow, FOREVER, WOKEN } from './columns.ts';

/**
 * A mark as lists see it. `askedAt` is the newest message of the requester that nobody has answered, by the helpdesk's clock; 0
 * without one.
 */
export function marksInColumns(
  mark: TicketMark | null,
  askedAt: number,
): Pick<ColumnRow, 'readAt' | 'snoozedUntil' | 'starred'> {
  const { snooze = null, readAt = 0, unread = false, starred = false } = mark ?? {};
  const isWoken = snooze !== null && askedAt > snooze.seenAt;
  const until = snooze === null ? 0 : (snooze.until ?? FOREVER);
  return { readAt: unread ? -1 : readAt, snoozedUntil: isWoken ? WOKEN : until, starred };
}

/** Makes memory say what a mark says. What has been answered meanwhile shows once its ticket is refreshed. */
export function showMark(state: Pick<AccountState, 'marks' | 'columns'>, mark: TicketMark): void {
  state.marks.set(mark.ticketId, mark);
  const index = state.columns.indexOf(mark.ticketId);
  if (index >= 0) state.columns.setMarks(index, marksInColumns(mark, 0));
}
