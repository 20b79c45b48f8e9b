import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { Measures } from '#shared/metrics/columns.ts';
import { measureOwn } from '#shared/metrics/measures/index.ts';
import { type OwnEvent, uniqueOwnEvents } from '#shared/metrics/own-events.ts';
import { type Stretch, unionOf } from '#shared/metrics/stretch.ts';
import { presenceIn } from '#shared/metrics/work-stretches.ts';

/** What the agent did at this machine, by the ticket that it was done to: what comes changes what was measured of its ticket alone. */
export type OwnByTicket = {
  put(accountId: AccountId, events: readonly OwnEvent[]): void;
  forget(accountId: AccountId): void;
  /** When the agent was there, by all accounts (`presenceIn`). */
  presence(): readonly Stretch[];
};

export function createOwnByTicket(measures: Pick<Measures, 'replace'>): OwnByTicket {
  const accounts = new Map<AccountId, Map<TicketId, readonly OwnEvent[]>>();
  const presences = new Map<AccountId, readonly Stretch[]>();
  const measure = (ticketId: TicketId, events: readonly OwnEvent[]): void =>
    measures.replace({ source: `own ${ticketId}`, mine: true, accountId: null, rows: measureOwn(events) });
  return {
    put(accountId, events) {
      presences.set(accountId, unionOf([...(presences.get(accountId) ?? []), ...presenceIn(events)]));
      const known = accounts.get(accountId) ?? new Map<TicketId, readonly OwnEvent[]>();
      accounts.set(accountId, known);
      const more = new Map<TicketId, OwnEvent[]>();
      for (const event of events) {
        if (!('ticketId' in event)) continue;
        const its = more.get(event.ticketId);
        if (its) its.push(event);
        else more.set(event.ticketId, [event]);
      }
      for (const [ticketId, its] of more) {
        const all = uniqueOwnEvents([...(known.get(ticketId) ?? []), ...its]);
        known.set(ticketId, all);
        measure(ticketId, all);
      }
    },
    forget(accountId) {
      for (const ticketId of accounts.get(accountId)?.keys() ?? []) measure(ticketId, []);
      accounts.delete(accountId);
      presences.delete(accountId);
    },
    presence: () => unionOf([...presences.values()].flat()),
  };
}
