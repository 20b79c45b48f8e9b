import type { Desk } from '../desk.ts';
import { createRandom } from '../random.ts';
import { addArticles } from './articles.ts';
import { createDealer } from './compose.ts';
import { createCustomers } from './people.ts';
import { planTickets } from './plan-tickets.ts';
import { setUp } from './setup.ts';
import { ticketSteps } from './ticket-steps.ts';
import { createTold } from './told.ts';

/**
 * Fills an empty desk. Every ticket's history is played through the same writing code as the API's, in the order of time, so that
 * audits, activities and the export's order are what they would have been.
 */
export const generate = (
  desk: Desk,
  clock: { readonly freezeAt: (at: number | null) => void },
  tickets: number,
): void => {
  const now = desk.now();
  clock.freezeAt(now - 61 * 86_400_000);
  const setup = setUp(desk);
  const customers = createCustomers(desk);
  addArticles(desk, setup, now);
  const deal = createDealer(createRandom(desk.seed, 'deal'));
  const told = createTold();
  const steps = planTickets(desk.seed, customers, now, tickets).flatMap((plan) =>
    ticketSteps(desk, setup, plan, deal, told, now),
  );
  // The sort is stable, so steps of one ticket at the same instant stay in order.
  for (const step of [...steps].sort((one, other) => one.at - other.at)) {
    clock.freezeAt(Math.min(step.at, now));
    step.run();
  }
  clock.freezeAt(null);
};
