import type { TicketId } from '#shared/domain/ids.ts';
import type { DeskEvent } from './desk-api.ts';

type Changed = Omit<Extract<DeskEvent, { type: 'changed' }>, 'type'>;

/** Past this many tickets it is cheaper to say "all". */
const MANY = 200;

/** One frame, about: the worker's answers are painted no faster. */
const FRAME_MS = 16;
/**
 * Between pages of a long sync: at 100,000 tickets, on a busy machine, the counts of all views took 0.3 s and a page about 0.5 s,
 * and both are the worker's time.
 */
const BETWEEN_PAGES_MS = 500;

/** Gathers what changed and tells it at most once a frame; while `more` is to come, much more seldom. Other events go at once. */
export function createAnnouncer(emit: (event: DeskEvent) => void, after: (ms: number, run: () => void) => () => void) {
  let views = false;
  let outbox = false;
  let articles = false;
  let facts = false;
  let tickets: Set<TicketId> | 'all' = new Set();
  let waiting: { readonly ms: number; readonly stop: () => void } | null = null;

  const flush = (): void => {
    waiting = null;
    const ticketIds = tickets === 'all' ? tickets : [...tickets];
    emit({ type: 'changed', views, ticketIds, outbox, articles, facts });
    views = outbox = articles = facts = false;
    tickets = new Set();
  };

  return {
    changed(what: Partial<Changed>, more = false): void {
      views ||= what.views ?? false;
      outbox ||= what.outbox ?? false;
      articles ||= what.articles ?? false;
      facts ||= what.facts ?? false;
      if (what.ticketIds === 'all') tickets = 'all';
      else if (tickets !== 'all') {
        for (const id of what.ticketIds ?? []) tickets.add(id);
        if (tickets.size > MANY) tickets = 'all';
      }
      const ms = more ? BETWEEN_PAGES_MS : FRAME_MS;
      if (waiting !== null && waiting.ms <= ms) return;
      waiting?.stop();
      waiting = { ms, stop: after(ms, flush) };
    },
    tell: emit,
  };
}
export type Announcer = ReturnType<typeof createAnnouncer>;
