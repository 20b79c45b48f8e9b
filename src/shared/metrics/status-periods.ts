import type { Status } from '../domain/ticket.ts';
import { stepsOf, type TicketHistory } from './ticket-history.ts';

/** `until` is null while it lasts. */
export type StatusPeriod = { readonly status: Status; readonly from: number; readonly until: number | null };

/** A ticket's time by status, from its making to now. */
export function statusPeriods(history: TicketHistory): readonly StatusPeriod[] {
  const changes = stepsOf(history, 'status');
  return changes.map(({ to, at }, index) => ({ status: to, from: at, until: changes[index + 1]?.at ?? null }));
}
