import { FEW, ratioOf, type Summary, summarize } from '#shared/metrics/aggregate.ts';
import { dayOf, startOfDay } from '#shared/metrics/day-of.ts';
import type { MetricId, SummedId } from '#shared/metrics/measured.ts';
import { handledOf, METRICS, RATIOS, type Ratio, type RatioId } from '#shared/metrics/measures/index.ts';
import type { Range } from '#shared/metrics/range.ts';
import type { Selection } from '#shared/metrics/selection.ts';
import { bucketsOf } from '#shared/metrics/series.ts';
import type { Zone } from '#shared/metrics/zone.ts';
import type { Figure, FigureValue } from '../store/desk-metrics.ts';
import type { Chosen } from './chosen.ts';
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
export function ratioFigures(measurements: Measurements, chosen: Chosen, query: ReportQuery): readonly Figure[] {
  const { selection, wholeBefore, zone, now } = chosen;
  const since = measurements.notedSince() ?? Number.POSITIVE_INFINITY;
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
        now: valueOf(id, chosen, noted(selection)),
        before: valueOf(id, chosen, noted(byDay ? wholeBefore : chosen.before)),
        series: pointsOf(
          buckets,
          now,
        )((place) => {
          const range = { from: buckets[place] ?? 0, until: buckets[place + 1] ?? 0 };
          return valueOf(id, chosen, noted({ ...selection, range }));
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

function valueOf(id: RatioId, { rowsOf }: Chosen, selection: Selection): FigureValue {
  const ratio: Ratio = RATIOS[id];
  const of = (part: SummedId) => summarize(rowsOf(part).of(part, selection.range), selection);
  // Each part has rows of its own, among which there is nothing of the others.
  const [first, ...others] = partsOf(ratio);
  let summaries = of(first ?? 'replies');
  for (const part of others) summaries = { ...summaries, [part]: of(part)[part] };
  const tickets = typeof ratio.by === 'string' ? ratio.of.reduce((sum, part) => sum + summaries[part].tickets, 0) : 0;
  const count = dividedBy();
  return { value: ratioOf(summaries, id), count, tickets, median: null, p90: null, tooFew: count < FEW };

  function dividedBy(): number {
    if (ratio.by === 'tickets') return tickets;
    if (ratio.by === 'handled') return handledOf(summaries);
    // In how many stretches time went by says nothing of how much there is to go by.
    const isTime = ratio.by.every((part) => METRICS[part].unit === 'duration');
    return (isTime ? ratio.of : ratio.by).reduce((sum, part) => sum + told(part, summaries[part]), 0);
  }
}

/** Rows of counts may each stand for many. */
const told = (part: SummedId, { count, sum }: Summary): number => (METRICS[part].unit === 'count' ? sum : count);
