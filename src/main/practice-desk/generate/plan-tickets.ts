import type { ViaChannel } from '../model.ts';
import { createRandom, type Random } from '../random.ts';
import type { Customer } from './people.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export type Fate = 'yours' | 'unassigned' | 'pending' | 'hold' | 'open' | 'solved' | 'closed';

/** Most people write by day. */
const byDay = (random: Random, at: number): number => {
  const hour = new Date(at).getUTCHours();
  return hour >= 6 && hour < 21 ? at : at + random.between(7, 10) * HOUR_MS;
};

export type TicketPlan = {
  readonly fate: Fate;
  readonly createdAt: number;
  readonly random: Random;
  readonly customer: Customer;
  /** Where it came in, where that is not left to chance. */
  readonly channel?: ViaChannel;
};

/** How the desk stands at the start: about 26 open tickets of yours, 40 nobody has, the rest with the team or done. */
export const planTickets = (
  seed: number,
  customers: readonly Customer[],
  now: number,
  count: number,
): readonly TicketPlan[] => {
  const random = createRandom(seed, 'plan');
  const share = (of400: number): number => Math.max(1, Math.round((of400 * count) / 400));
  const fates: Fate[] = [];
  const add = (fate: Fate, many: number): void => {
    for (let index = 0; index < many; index++) fates.push(fate);
  };
  add('yours', share(25));
  add('unassigned', share(40));
  add('open', share(28));
  add('pending', share(36));
  add('hold', share(11));
  add('solved', share(60));
  // One place is for the text message.
  add('closed', Math.max(0, count - fates.length - 1));
  const plans = fates.map((fate, index): TicketPlan => {
    const own = createRandom(seed, `ticket:${index}`);
    const age: readonly [number, number] =
      fate === 'closed'
        ? [6 * DAY_MS, 60 * DAY_MS]
        : fate === 'solved'
          ? [DAY_MS, 5 * DAY_MS]
          : fate === 'unassigned'
            ? [6 * MINUTE_MS, 2 * DAY_MS]
            : [20 * MINUTE_MS, 9 * DAY_MS];
    const span = age[1] - age[0];
    const back = age[0] + Math.floor(own.next() * own.next() * span * (fate === 'closed' ? 1.6 : 1));
    const createdAt = now - Math.min(back, age[1]);
    const shifted = byDay(own, createdAt);
    return {
      fate,
      createdAt: shifted < now - age[0] ? shifted : createdAt,
      random: own,
      customer: random.pick(customers),
    };
  });
  return [...plans, textMessage(seed, customers, now)];
};

/** So that an agent meets each channel at the start: one of theirs who writes from a telephone. */
const textMessage = (seed: number, customers: readonly Customer[], now: number): TicketPlan => {
  const random = createRandom(seed, 'text message');
  const customer = random.pick(customers.filter(({ user }) => user.phone !== null));
  return { fate: 'yours', channel: 'sms', createdAt: now - random.between(25, 50) * MINUTE_MS, random, customer };
};
