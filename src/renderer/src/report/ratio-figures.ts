import { dayOf, startOfDay } from '#shared/metrics/day-of.ts';
import { FEW, type MetricId, type SummedId } from '#shared/metrics/measured.ts';
import { METRICS, RATIOS, type Ratio, type RatioId } from '#shared/metrics/measures/index.ts';
import type { Range } from '#shared/metrics/range.ts';
import { handledOf, type Part, ratioOf, ticketsOf } from '#shared/metrics/ratio.ts';
import type { Selection } from '#shared/metrics/selection.ts';
import { bucketsOf } from '#shared/metrics/series.ts';
import type { Zone } from '#shared/metrics/zone.ts';
import type { Figure, FigureValue } from '../store/desk-metrics.ts';
import type { Chosen } from './chosen.ts';
import type { CountRows } from './count-rows.ts';
import type { Measurements } from './measurements.ts';
import type { ReportQuery } from './report-api.ts';
import { pointsOf, stepOf } from './steps.ts';

/** Counted by whole days alone: of no part of a day is it known how much lies in it. They are told as what they are parts of. */
export const BY_DAY: ReadonlySet<MetricId> = new Set(['commands', 'keyed-commands']);

/** Told by the ticket, not by the piece: of a focus alone it is only known when the agent looked away. */
export const BY_TICKET: ReadonlySet<MetricId> = new Set(['focus']);

/** Told as what they are parts of: how long a stretch of work was says nothing by itself. */
export const PARTS: ReadonlySet<MetricId> = new Set([...BY_DAY, ...BY_TICKET, 'work', 'idle', 'on-contact']);

/** Ratios whose parts were all measured; those of what is counted by days only where a range begins and ends with one. */
export function ratioFigures(
  measurements: Measurements,
  chosen: Chosen,
  query: ReportQuery,
  count: CountRows,
): readonly Figure[] {
  const { selection, wholeBefore, zone, now } = chosen;
  const since = measurements.notedSince() ?? Number.POSITIVE_INFINITY;
  const valueOf = (id: RatioId, of: Selection): FigureValue =>
    valueOfRatio(id, (part) => count(part, chosen.rowsOf(part).of(part, of.range), of));
  return (Object.keys(RATIOS) as RatioId[]).flatMap((id): readonly Figure[] => {
    const parts = partsOf(RATIOS[id]);
    if (!parts.every((part) => chosen.rowsOf(part).has(part))) return [];
    const byDay = parts.some((part) => BY_DAY.has(part));
    if (byDay && !(isWholeDays(selection.range, zone) && isWholeDays(wholeBefore.range, zone))) return [];
    // Histories reach back to before anything was noted here: what was done then is not divided by what was noted since.
    const noted = (of: Selection): Selection => (isMixed(parts) ? { ...of, range: rangeSince(of.range, since) } : of);
    const step = stepOf(query.range);
    const buckets = bucketsOf(query.range, byDay && step === 'hour' ? 'day' : step, {
      zone,
      weekStart: query.weekStart,
    });
    return [
      {
        id,
        now: valueOf(id, noted(selection)),
        before: valueOf(id, noted(byDay ? wholeBefore : chosen.before)),
        series: pointsOf(
          buckets,
          now,
        )((place) => {
          const range = { from: buckets[place] ?? 0, until: buckets[place + 1] ?? 0 };
          return valueOf(id, noted({ ...selection, range }));
        }).map(({ at, value, count }) => ({ at, value, count })),
      },
    ];
  });
}

/** What of a range lies behind an instant; empty where all of it lies before. */
const rangeSince = (range: Range, since: number): Range => ({
  ...range,
  from: Math.min(range.until, Math.max(range.from, since)),
});

/** Some of it was noted here, and some comes from histories. */
const isMixed = (parts: readonly MetricId[]): boolean =>
  new Set(parts.map((part) => METRICS[part].attribution === 'own')).size > 1;

const partsOf = ({ of, by }: Ratio): readonly SummedId[] => (typeof by === 'string' ? of : [...of, ...by]);

const isWholeDays = ({ from, until }: Range, zone: Zone): boolean =>
  [from, until].every((at) => startOfDay(zone, dayOf(zone, at)) === at);

function valueOfRatio(id: RatioId, countPart: (id: SummedId) => Part): FigureValue {
  const { of, by }: Ratio = RATIOS[id];
  const counted = new Map(partsOf(RATIOS[id]).map((part) => [part, countPart(part)]));
  const partOf = (part: SummedId): Part => counted.get(part) ?? NOTHING;
  const tickets = typeof by === 'string' ? ticketsOf(of, partOf) : 0;
  const count = dividedBy();
  return { value: ratioOf(id, partOf), count, tickets, median: null, p90: null, tooFew: count < FEW };

  function dividedBy(): number {
    if (by === 'tickets') return tickets;
    if (by === 'handled') return handledOf(partOf);
    // In how many stretches time went by says nothing of how much there is to go by.
    const isTime = by.every((part) => METRICS[part].unit === 'duration');
    return (isTime ? of : by).reduce((sum, part) => sum + told(part, partOf(part)), 0);
  }
}

const NOTHING: Part = { count: 0, sum: 0, tickets: 0 };

/** Rows of counts may each stand for many. */
const told = (part: SummedId, { count, sum }: Part): number => (METRICS[part].unit === 'count' ? sum : count);
