import type { MetricId } from '#shared/metrics/measured.ts';
import { RATIOS, type Ratio, type RatioId } from '#shared/metrics/measures/index.ts';
import type { FigureId } from '../store/desk-metrics.ts';
import { createChooser } from './chosen.ts';
import { detailOf } from './detail.ts';
import { figuresOf } from './figures.ts';
import { createMeasurements } from './measurements.ts';
import type { ReportApi } from './report-api.ts';

/** Once nothing more has come for so long. Whoever is told of a change asks later than that, and finds its rows in order. */
const ARRANGE_AFTER_MS = 400;

/** The report: what its worker runs. `now` is this machine's clock; `after` runs later, and returns how to prevent it. */
export function createReport(now: () => number, after: (ms: number, run: () => void) => () => void): ReportApi {
  const measurements = createMeasurements();
  const choose = createChooser(measurements, now);
  let stop = (): void => undefined;
  const arrange = (): void => {
    measurements.rows();
    measurements.businessRows();
  };
  const thenArrange =
    <Args extends readonly unknown[]>(change: (...args: Args) => void) =>
    (...args: Args): void => {
      change(...args);
      stop();
      stop = after(ARRANGE_AFTER_MS, arrange);
    };
  return {
    setHours: thenArrange(measurements.setHours),
    putTickets: thenArrange(measurements.put),
    forget: thenArrange(measurements.forget),
    putCalls: thenArrange(measurements.putCalls),
    putRuns: thenArrange(measurements.putRuns),
    putSurveys: thenArrange(measurements.putSurveys),
    putOwn: thenArrange(measurements.putOwn),
    figures(query) {
      const chosen = choose(query);
      return {
        figures: figuresOf(measurements, chosen, query),
        before: chosen.before.range,
        coverage: measurements.coverage(),
      };
    },
    detail: (query, id) => detailOf(measurements, choose(query), toldBy(id)),
  };
}

/** What a ratio divides is what is behind it. */
function toldBy(id: FigureId): readonly [MetricId, ...MetricId[]] {
  if (!isRatio(id)) return [id];
  const { of, by }: Ratio = RATIOS[id];
  const [first = 'replies', ...others] = of;
  return by === 'handled' ? [first, ...others] : [first];
}

const isRatio = (id: FigureId): id is RatioId => Object.hasOwn(RATIOS, id);
