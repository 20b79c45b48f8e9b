import type { MetricId } from '#shared/metrics/measured.ts';
import { RATIOS, type RatioId } from '#shared/metrics/measures/index.ts';
import type { FigureId } from '../store/desk-metrics.ts';
import { createChooser } from './chosen.ts';
import { detailOf } from './detail.ts';
import { figuresOf } from './figures.ts';
import { createMeasurements } from './measurements.ts';
import type { ReportApi } from './report-api.ts';

/** The report: what its worker runs. `now` is this machine's clock. */
export function createReport(now: () => number): ReportApi {
  const measurements = createMeasurements();
  const choose = createChooser(measurements, now);
  return {
    setHours: measurements.setHours,
    putTickets: measurements.put,
    forget: measurements.forget,
    putCalls: measurements.putCalls,
    putRuns: measurements.putRuns,
    figures: (query) => ({
      figures: figuresOf(measurements, choose(query), query),
      coverage: measurements.coverage(),
    }),
    detail: (query, id) => detailOf(measurements, choose(query), toldBy(id)),
  };
}

/** What a ratio divides is what is behind it. */
const toldBy = (id: FigureId): MetricId => (isRatio(id) ? RATIOS[id].of[0] : id);

const isRatio = (id: FigureId): id is RatioId => Object.hasOwn(RATIOS, id);
