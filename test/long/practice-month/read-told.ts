import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { z } from '#shared/schema.ts';

const minutesSchema = z.object({ calendar: z.number().nullable(), business: z.number().nullable() });
const metricSchema = z.looseObject({
  ticket_id: z.number(),
  reopens: z.number(),
  reply_time_in_minutes: minutesSchema,
  full_resolution_time_in_minutes: minutesSchema,
  requester_wait_time_in_minutes: minutesSchema,
});
const instant = z.iso.datetime().transform((text) => Date.parse(text));
const eventSchema = z.looseObject({
  id: z.number(),
  ticket_id: z.number(),
  metric: z.string(),
  instance_id: z.number(),
  type: z.string(),
  time: instant,
});
const ratingSchema = z.looseObject({ id: z.number(), ticket_id: z.number(), score: z.string(), updated_at: instant });
const ticketSchema = z.looseObject({
  id: z.number(),
  status: z.string(),
  tags: z.array(z.string()),
  created_at: instant,
});

export type ToldMetric = z.infer<typeof metricSchema>;
export type ToldEvent = z.infer<typeof eventSchema>;
export type ToldRating = z.infer<typeof ratingSchema>;
export type ToldTicket = z.infer<typeof ticketSchema>;

/** What a desk tells by its metric endpoints, by ticket. Events and ratings oldest first. */
export type Told = {
  readonly tickets: ReadonlyMap<number, ToldTicket>;
  readonly metrics: ReadonlyMap<number, ToldMetric>;
  readonly events: ReadonlyMap<number, readonly ToldEvent[]>;
  readonly ratings: ReadonlyMap<number, readonly ToldRating[]>;
};

function byTicket<Row extends { readonly ticket_id: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  const of = new Map<number, Row[]>();
  for (const row of rows) of.set(row.ticket_id, [...(of.get(row.ticket_id) ?? []), row]);
  return of;
}

/** Asks for all of it over HTTP, as an administrator. */
export async function readTold(desk: PracticeDesk): Promise<Told> {
  const { email, apiToken } = desk.credentials.administrator;
  const authorization = `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`;
  const ask = async (address: string): Promise<unknown> => {
    const answer = await fetch(address, { headers: { authorization } });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  };
  const pages = async <Row>(name: string, rowSchema: z.ZodType<Row>): Promise<readonly Row[]> => {
    const rows: Row[] = [];
    for (let next: string | null = `${desk.url}/api/v2/${name}?page[size]=100`; next !== null; ) {
      const page = z.record(z.string(), z.unknown()).parse(await ask(next));
      rows.push(...z.array(rowSchema).parse(page[name]));
      next = z.object({ next: z.string().nullable() }).parse(page['links']).next;
    }
    return rows;
  };
  const exported = z.looseObject({
    ticket_metric_events: z.array(eventSchema),
    next_page: z.string(),
    end_of_stream: z.boolean(),
  });
  const events: ToldEvent[] = [];
  for (let next: string | null = `${desk.url}/api/v2/incremental/ticket_metric_events?start_time=0`; next !== null; ) {
    const page: z.infer<typeof exported> = exported.parse(await ask(next));
    events.push(...page.ticket_metric_events);
    next = page.end_of_stream ? null : page.next_page;
  }
  const metrics = await pages('ticket_metrics', metricSchema);
  const tickets = await pages('tickets', ticketSchema);
  const ratings = await pages('satisfaction_ratings', ratingSchema);
  return {
    tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])),
    metrics: new Map(metrics.map((metric) => [metric.ticket_id, metric])),
    events: byTicket(events.toSorted((a, b) => a.time - b.time || a.id - b.id)),
    ratings: byTicket(ratings.toSorted((a, b) => a.updated_at - b.updated_at || a.id - b.id)),
  };
}
