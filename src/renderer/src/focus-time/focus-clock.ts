import type { TicketId } from '#shared/domain/ids.ts';
import type { OwnEventOf } from '#shared/metrics/own-events.ts';

/** As long as a message of five hundred words takes to read without a touch of anything; after that nobody knows who is there. */
export const IDLE_MS = 2 * 60_000;
/** A look of a moment, as on the way down a list, is no work on a ticket. */
export const LEAST_MS = 2_000;
/** How often what goes on is told: a kill costs no more. */
export const TELL_MS = 5_000;

export type FocusClock = {
  /** The ticket that is before the agent from now on; null for none. */
  before(ticketId: TicketId | null): void;
  /** The agent did something. Only notes the time. */
  sign(): void;
  /** To be called every `TELL_MS`. */
  tick(): void;
};

/**
 * How long tickets are before the agent: from the coming of one to its going, or to the last sign of the agent before they were
 * idle. `now` is UTC ms. `tell` is told of what goes on again and again, each time with a later end.
 */
export function createFocusClock(now: () => number, tell: (focus: OwnEventOf<'ticket-focus'>) => void): FocusClock {
  let ticketId: TicketId | null = null;
  /** Null while the agent is idle. */
  let from: number | null = null;
  let lastSign = 0;
  let told = 0;

  const say = (until: number): void => {
    if (ticketId === null || from === null || until - from < LEAST_MS || until === told) return;
    told = until;
    tell({ event: 'ticket-focus', at: from, until, ticketId });
  };
  const begin = (at: number): void => {
    from = lastSign = at;
    told = 0;
  };
  /** The going is a sign of the agent as well, unless they were idle by then. */
  const end = (at: number): void => {
    say(at - lastSign > IDLE_MS ? lastSign : at);
    from = null;
  };

  return {
    before(wanted) {
      if (wanted === ticketId) return;
      const at = now();
      end(at);
      ticketId = wanted;
      if (wanted !== null) begin(at);
    },
    sign() {
      if (ticketId === null) return;
      const at = now();
      if (from !== null && at - lastSign > IDLE_MS) end(at);
      if (from === null) begin(at);
      else lastSign = at;
    },
    tick() {
      if (now() - lastSign > IDLE_MS) end(now());
      else say(lastSign);
    },
  };
}
