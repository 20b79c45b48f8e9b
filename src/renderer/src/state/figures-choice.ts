import type { TicketFilter } from '#shared/metrics/ticket-facts.ts';

export const RANGES = ['today', 'shift', 'week', 'month', 'last30'] as const;
export type NamedRange = (typeof RANGES)[number];

/** From the first of these days to the last and with it, as 2026-11-26. */
export type DaysRange = { readonly from: string; readonly to: string };

/** What an agent wants figures of. A range by name goes on with the clock. */
export type FiguresChoice = {
  readonly range: NamedRange | DaysRange;
  readonly mine: boolean;
  readonly hours: 'all' | 'business';
  readonly filter: TicketFilter;
};

export const TODAY_OF_MINE: FiguresChoice = { range: 'today', mine: true, hours: 'all', filter: {} };
