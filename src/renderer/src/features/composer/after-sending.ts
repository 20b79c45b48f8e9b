import { handled } from '#renderer/state/interface-state.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Carried } from '#shared/macros/carried.ts';

/** What a macro wants besides, once the words that it came with have been accepted: the ticket put off, and the list gone on in. */
export async function afterSending(desk: Desk, ticketId: TicketId, { snoozeUntil, advance }: Carried): Promise<void> {
  if (snoozeUntil !== null) await desk.changeMarks([{ ticketId, snooze: { until: snoozeUntil } }]);
  if (snoozeUntil !== null || advance !== null) handled([ticketId], advance);
}
