import type { TicketId } from '#shared/domain/ids.ts';

export type Place = 'inbox' | 'drafts' | 'discarded' | 'outbox' | 'knowledge' | 'calls' | 'metrics';

/** Somewhere the agent was: what was listed, and what was open beside it. */
export type Visit = {
  readonly place: Place;
  readonly viewId: string;
  /** What was typed over the list; null where nothing was. */
  readonly query: string | null;
  readonly ticketId: TicketId | null;
};
export type History = {
  /** Oldest first; the last is where the agent is. */
  readonly past: readonly Visit[];
  /** Nearest first: where back came from. */
  readonly ahead: readonly Visit[];
};

const KEPT = 50;
export const RECENT_KEPT = 20;

const isSame = (one: Visit | undefined, other: Visit): boolean =>
  one?.place === other.place && one.viewId === other.viewId && one.ticketId === other.ticketId;

/**
 * The history after the agent came somewhere by themselves: what lay ahead is no longer. A ticket that was only passed over on the
 * way to the next is no place to go back to. Typing over the list goes nowhere: where the agent is has another query now.
 */
export function visited(history: History, visit: Visit, passedOver: boolean): History {
  const here = history.past.at(-1);
  if (isSame(here, visit))
    return here?.query === visit.query ? history : { ...history, past: [...history.past.slice(0, -1), visit] };
  const isNext = here?.ticketId != null && visit.ticketId !== null && here.viewId === visit.viewId;
  const past = passedOver && isNext && here.place === visit.place ? history.past.slice(0, -1) : history.past;
  return { past: [...past, visit].slice(-KEPT), ahead: [] };
}

/** One step back or forward, with where that leads; null where there is nothing. */
export function stepped(history: History, way: 'back' | 'forward'): (History & { readonly to: Visit }) | null {
  const { past, ahead } = history;
  const here = past.at(-1);
  if (way === 'forward') {
    const [to, ...rest] = ahead;
    return to ? { past: [...past, to], ahead: rest, to } : null;
  }
  const to = past.at(-2);
  return here && to ? { past: past.slice(0, -1), ahead: [here, ...ahead], to } : null;
}

/** The tickets opened last, the newest first, each once. */
export const withRecent = (recent: readonly TicketId[], id: TicketId): readonly TicketId[] =>
  recent[0] === id ? recent : [id, ...recent.filter((other) => other !== id)].slice(0, RECENT_KEPT);
