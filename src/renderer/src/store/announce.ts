import type { TicketId } from '#shared/domain/ids.ts';
import type { DeskEvent } from './desk-api.ts';

type Changed = Omit<Extract<DeskEvent, { type: 'changed' }>, 'type'>;

/** Past this many tickets it is cheaper to say "all". */
const MANY = 200;

/** Gathers what changed and tells it at most once per `schedule`. Other events go at once. */
export function createAnnouncer(emit: (event: DeskEvent) => void, schedule: (run: () => void) => void) {
  let views = false;
  let outbox = false;
  let articles = false;
  let facts = false;
  let tickets: Set<TicketId> | 'all' = new Set();
  let waiting = false;

  const flush = (): void => {
    waiting = false;
    const ticketIds = tickets === 'all' ? tickets : [...tickets];
    emit({ type: 'changed', views, ticketIds, outbox, articles, facts });
    views = outbox = articles = facts = false;
    tickets = new Set();
  };

  return {
    changed(what: Partial<Changed>): void {
      views ||= what.views ?? false;
      outbox ||= what.outbox ?? false;
      articles ||= what.articles ?? false;
      facts ||= what.facts ?? false;
      if (what.ticketIds === 'all') tickets = 'all';
      else if (tickets !== 'all') {
        for (const id of what.ticketIds ?? []) tickets.add(id);
        if (tickets.size > MANY) tickets = 'all';
      }
      if (waiting) return;
      waiting = true;
      schedule(flush);
    },
    tell: emit,
  };
}
export type Announcer = ReturnType<typeof createAnnouncer>;
