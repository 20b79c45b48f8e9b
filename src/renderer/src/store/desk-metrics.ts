import type { HeatMap } from '#shared/metrics/heat-map.ts';
import type { MetricId } from '#shared/metrics/measured.ts';
import type { RatioId } from '#shared/metrics/measures/index.ts';
import type { Range, RangeKind } from '#shared/metrics/range.ts';
import type { TicketFilter } from '#shared/metrics/ticket-facts.ts';
import type { TicketHeader } from './desk-views.ts';

/** Something that is measured, or told by several things that are. */
export type FigureId = MetricId | RatioId;

/** What figures are asked of. */
export type MetricsQuery = {
  readonly range: Range;
  readonly kind: RangeKind;
  /** IANA; days begin and opening hours count by its clocks. */
  readonly zone: string;
  /** The weekday that weeks begin with, 0 Monday. */
  readonly weekStart: number;
  /** The agent's own, not what everybody did whose tickets are here. */
  readonly mine: boolean;
  readonly hours: 'all' | 'business';
  readonly filter: TicketFilter;
};

/**
 * Durations are ms. `value` is the mean of durations and points, the share of shares, the sum of counts, the quotient of a ratio, and
 * how many tickets the backlog has at the end of the range; `median` and `p90` are of durations, and of the backlog's ages. Null where
 * there is none.
 */
export type FigureValue = {
  readonly value: number | null;
  /** Of what it was measured; of a ratio, what is divided by, or what is divided where that is time. */
  readonly count: number;
  /** Among them, each once. */
  readonly tickets: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly tooFew: boolean;
};

/** A part of a range by where it begins, UTC ms. */
export type SeriesPoint = { readonly at: number; readonly value: number | null; readonly count: number };

export type Figure = {
  readonly id: FigureId;
  readonly now: FigureValue;
  /** The same of the range before, as far as this one has come. */
  readonly before: FigureValue;
  readonly series: readonly SeriesPoint[];
};

/** What the figures were made from. */
export type Coverage = {
  readonly tickets: number;
  /** Those of them whose history is here whole. */
  readonly whole: number;
  /** The oldest creation, UTC ms; null without tickets. */
  readonly since: number | null;
  /** While they are being read for the first time; null once done. */
  readonly reading: { readonly read: number; readonly of: number } | null;
};

/** Figures of what was measured in either range at all, or can be measured any moment; what has no source here is left out. */
export type MetricsAnswer = {
  readonly figures: readonly Figure[];
  /** What they are held against. */
  readonly before: Range;
  readonly coverage: Coverage;
};

/** What a figure is told apart by. */
export type Facet = 'channel' | 'group' | 'tag' | 'priority';

/** `key` is a channel, a priority, a tag, or a group as `groupKey` names it; empty for none. */
export type FacetValue = { readonly key: string; readonly now: FigureValue };

export type MetricDetail = {
  /** Values from `from` up to and without `until`; empty where values are no amounts. */
  readonly histogram: readonly { readonly from: number; readonly until: number; readonly count: number }[];
  readonly heat: HeatMap;
  /** Each the largest first. */
  readonly by: Readonly<Record<Facet, readonly FacetValue[]>>;
  /** Behind the figure, the newest first, at most `MOST_BEHIND`; of the backlog the oldest first. */
  readonly tickets: readonly TicketHeader[];
  readonly total: number;
};

/** As many tickets are shown behind a figure. */
export const MOST_BEHIND = 200;

/** What the window asks about figures. */
export type DeskMetrics = {
  /** From what has been read of the tickets so far: the first to ask begins the reading, and `metrics` events tell how it goes on. */
  metrics(query: MetricsQuery): Promise<MetricsAnswer>;
  /** What is behind one figure. */
  metricDetail(query: MetricsQuery, id: FigureId): Promise<MetricDetail>;
};
