import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backlogOver } from '#shared/metrics/backlog-at.ts';
import { allHours, businessElapsed } from '#shared/metrics/calendar.ts';
import { createMeasures, type MeasureColumns, type Measures } from '#shared/metrics/columns.ts';
import { heatMapOf } from '#shared/metrics/heat-map.ts';
import { historyOf } from '#shared/metrics/history.ts';
import { METRICS, measureTicket } from '#shared/metrics/measures/index.ts';
import type { Selection } from '#shared/metrics/selection.ts';
import { bucketsOf } from '#shared/metrics/series.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import { SUMMED, summariesOf } from '../../../support/summaries.ts';
import { ACCOUNT, officeHours, type Rows } from '../../../support/timeline.ts';
import { generatedRows } from '../../shared/metrics/generated-history.ts';

const elapsed = businessElapsed(officeHours('Europe/Oslo', ['2026-04-03']));
const DAY_MS = 86_400_000;
const [FROM, UNTIL] = [Date.UTC(2026, 2, 1), Date.UTC(2026, 5, 1)];
const ALL: Selection = { range: { from: FROM, until: UNTIL }, now: UNTIL, agents: null, tickets: null };
const RUNS = { numRuns: 60 };

const measuredOf = ({ ticket, messages, events }: Rows, ticketId = `${ACCOUNT}:1`) =>
  measureTicket(historyOf(ticket, messages, events, { ticketId, accountId: ACCOUNT, whole: true }), elapsed);

function sync(measures: Measures, tickets: readonly (readonly [string, Rows])[]): MeasureColumns {
  for (const [ticketId, rows] of tickets)
    measures.replace({
      source: ticketId,
      mine: false,
      accountId: ACCOUNT,
      rows: measuredOf(rows, ticketId).map((measured) => ({ ticketId, measured })),
    });
  return measures.columns();
}
const columnsOf = (tickets: readonly Rows[]): MeasureColumns =>
  sync(
    createMeasures(),
    tickets.map((rows, index) => [`${ACCOUNT}:${index}`, rows]),
  );
const tickets = fc.array(generatedRows, { minLength: 1, maxLength: 6 });
const shuffled = <Row>(rows: readonly Row[]): fc.Arbitrary<Row[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });

it('does not matter in which order messages and events arrive, nor that some arrive twice', () => {
  const twisted = generatedRows.chain((rows) =>
    fc
      .tuple(
        shuffled([...rows.messages, ...rows.messages.slice(0, 2)]),
        shuffled([...rows.events, ...rows.events.slice(0, 3)]),
      )
      .map(([messages, events]) => ({ rows, other: { ...rows, messages, events } })),
  );
  fc.assert(
    fc.property(twisted, ({ rows, other }) => {
      expect(measuredOf(other)).toEqual(measuredOf(rows));
    }),
    { numRuns: 200 },
  );
});

it('does not matter in which order tickets are synced, how often, and what stood there on the way', () => {
  const steps = tickets.chain((rows) => {
    const final = rows.map((one, index) => [`${ACCOUNT}:${index}`, one] as const);
    // On the way each ticket is seen as its neighbour, as if half of its story had been known.
    const onTheWay = final.map(([id], index) => [id, rows[(index + 1) % rows.length] ?? final[0]?.[1]] as const);
    return fc.tuple(fc.constant(final), shuffled(onTheWay), shuffled([...final, ...final]));
  });
  fc.assert(
    fc.property(steps, ([final, onTheWay, again]) => {
      const once = summariesOf(sync(createMeasures(), final), ALL);
      const measures = createMeasures();
      sync(
        measures,
        onTheWay.flatMap(([id, rows]) => (rows ? [[id, rows] as const] : [])),
      );
      sync(measures, again);
      measures.compact();
      expect(roughly(summariesOf(measures.columns(), ALL))).toEqual(roughly(once));
    }),
    RUNS,
  );
});
/** Sums in another order differ in their last digits. */
const roughly = (summaries: ReturnType<typeof summariesOf>) =>
  SUMMED.map((id) => {
    const { count, tickets: on, sum, median, p90 } = summaries[id];
    return [id, count, on, Math.round(sum), Math.round(median ?? -1), Math.round(p90 ?? -1)];
  });

it('gives the whole when a range is split and its parts are added, for whatever adds up', () => {
  fc.assert(
    fc.property(tickets, fc.integer({ min: FROM, max: UNTIL }), (rows, middle) => {
      const columns = columnsOf(rows);
      const part = (from: number, until: number) => summariesOf(columns, { ...ALL, range: { from, until } });
      const [whole, first, second] = [part(FROM, UNTIL), part(FROM, middle), part(middle, UNTIL)];
      for (const id of SUMMED) {
        expect(first[id].count + second[id].count).toBe(whole[id].count);
        if (METRICS[id].additive) expect(first[id].sum + second[id].sum).toBeCloseTo(whole[id].sum, 3);
      }
    }),
    RUNS,
  );
});

it('has in each part of a series what a range of its own would have', () => {
  const calendar = { zone: zoneOf('America/New_York'), weekStart: 6 };
  const steps = fc.constantFrom('day', 'week', 'month');
  fc.assert(
    fc.property(tickets, steps, fc.integer({ min: FROM, max: UNTIL - 1 }), (rows, step, from) => {
      const columns = columnsOf(rows);
      const range = { from, until: UNTIL };
      const buckets = bucketsOf(range, step, calendar);
      const { counts } = summariesOf(columns, { ...ALL, range }, buckets).replies;
      const naive = [...buckets.subarray(1)].map(
        (until, index) => summariesOf(columns, { ...ALL, range: { from: buckets[index] ?? 0, until } }).replies.count,
      );
      expect([...counts]).toEqual(naive);
    }),
    { numRuns: 15 },
  );
});

it('moves events between days when the zone changes, and changes no totals', () => {
  const zones = ['UTC', 'Europe/Oslo', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'].map(zoneOf);
  fc.assert(
    fc.property(tickets, fc.constantFrom(...SUMMED), (rows, id) => {
      const columns = columnsOf(rows);
      const whole = summariesOf(columns, ALL)[id];
      for (const zone of zones) {
        for (const step of ['day', 'week', 'month'] as const) {
          const { counts, sums } = summariesOf(columns, ALL, bucketsOf(ALL.range, step, { zone, weekStart: 0 }))[id];
          expect(total(counts)).toBe(whole.count);
          expect(total(sums)).toBeCloseTo(whole.sum, 3);
        }
        expect(total(heatMapOf(columns, id, ALL, zone).counts)).toBe(whole.count);
      }
    }),
    RUNS,
  );
});
const total = (numbers: Uint32Array | Float64Array): number => [...numbers].reduce((sum, one) => sum + one, 0);

it('counts in a backlog what was made and not solved by then, as the other figures have it', () => {
  fc.assert(
    fc.property(tickets, (rows) => {
      const columns = columnsOf(rows);
      const moments = Array.from({ length: 90 }, (_, day) => FROM + day * DAY_MS);
      const naive = moments.map(
        (moment) =>
          rows.filter(({ ticket, messages, events }) => {
            const { steps } = historyOf(ticket, messages, events, {
              ticketId: `${ACCOUNT}:1`,
              accountId: ACCOUNT,
              whole: true,
            });
            const status = steps.findLast((step) => step.kind === 'status' && step.at <= moment);
            return status?.kind === 'status' && status.to !== 'solved' && status.to !== 'closed';
          }).length,
      );
      expect(backlogOver(columns, ALL, moments)).toEqual(naive);
    }),
    RUNS,
  );
});

it('never measures less than nothing, nor more business hours than hours', () => {
  fc.assert(
    fc.property(generatedRows, ({ ticket, messages, events }) => {
      const history = historyOf(ticket, messages, events, {
        ticketId: `${ACCOUNT}:1`,
        accountId: ACCOUNT,
        whole: true,
      });
      const [business, calendar] = [measureTicket(history, elapsed), measureTicket(history, allHours)];
      const anyValue = calendar.map((one) => ({ ...one, value: expect.any(Number) as number }));
      expect(business).toEqual(anyValue);
      for (const [index, { value, at }] of calendar.entries()) {
        expect(at).toBeGreaterThanOrEqual(ticket.createdAt);
        expect(business[index]?.value).toBeGreaterThanOrEqual(0);
        expect(business[index]?.value).toBeLessThanOrEqual(value);
      }
    }),
    { numRuns: 200 },
  );
});
