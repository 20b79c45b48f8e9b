import type { Text } from '#shared/i18n/text.ts';
import { FEW } from '#shared/metrics/measured.ts';
import type { RangeKind } from '#shared/metrics/range.ts';
import type { Figure, FigureId } from '../../store/desk-metrics.ts';
import { metaOf } from './figure-meta.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** `alone`: from so much on the smaller unit is left out. */
const UNITS = [
  { unit: 'day', size: DAY_MS, next: 'hour', nextSize: HOUR_MS, alone: 10 * DAY_MS },
  { unit: 'hour', size: HOUR_MS, next: 'minute', nextSize: MINUTE_MS, alone: 20 * HOUR_MS },
  { unit: 'minute', size: MINUTE_MS, next: 'second', nextSize: SECOND_MS, alone: 10 * MINUTE_MS },
  { unit: 'second', size: SECOND_MS, next: 'second', nextSize: SECOND_MS, alone: 0 },
] as const;

/** A length of time, rounded to what is worth saying of it: "12d", "3d 4h", "1h 20m", "28m", "45s". */
export function lengthText(t: Text, ms: number): string {
  const placeOf = (length: number): number => {
    const place = UNITS.findIndex(({ size }) => length >= size);
    return place < 0 ? UNITS.length - 1 : place;
  };
  const { alone: from, size: whole, nextSize: part } = UNITS[placeOf(ms)] ?? UNITS[3];
  const grain = ms >= from ? whole : part;
  const rounded = Math.round(ms / grain) * grain;
  // Rounded up, 59.7 seconds are a minute.
  const { unit, size, next, nextSize, alone } = UNITS[placeOf(rounded)] ?? UNITS[3];
  const say = (value: number, name: string): string =>
    t.intl.formatNumber(value, { style: 'unit', unit: name, unitDisplay: 'narrow', maximumFractionDigits: 0 });
  const large = Math.floor(rounded / size);
  const rest = Math.round((rounded - large * size) / nextSize);
  if (rounded >= alone || rest === 0) return say(large, unit);
  return t('app.hoursMinutes', { hours: say(large, unit), minutes: say(rest, next) });
}

/** A value in the unit that people tell it in. */
export function valueText(t: Text, id: FigureId, value: number): string {
  const { unit } = metaOf(id);
  if (unit === 'duration') return lengthText(t, value);
  if (unit === 'share') return t.intl.formatNumber(value, { style: 'percent', maximumFractionDigits: 0 });
  return t.intl.formatNumber(value, { maximumFractionDigits: Number.isInteger(value) || value >= 100 ? 0 : 1 });
}

export type Change = {
  readonly text: string;
  /** By the figure's own direction; null where neither is better. */
  readonly verdict: 'better' | 'worse' | null;
  readonly way: 'up' | 'down' | 'same';
};

/**
 * How a figure differs from the range before: durations in percent, shares in percentage points, counts by their difference. Null
 * where one of them has too few values, or nothing to be a part of.
 */
export function changeOf(t: Text, { id, now, before }: Pick<Figure, 'id' | 'now' | 'before'>): Change | null {
  if (now.value === null || before.value === null || now.tooFew || before.tooFew) return null;
  const { unit, better } = metaOf(id);
  const points = unit === 'share';
  const same = { text: t('metrics.change.same'), verdict: null, way: 'same' } as const;
  if (now.value === before.value) return same;
  if (unit === 'duration' && before.value === 0) return null;
  const difference =
    unit === 'duration'
      ? now.value / before.value - 1
      : points
        ? (now.value - before.value) * 100
        : now.value - before.value;
  const step = unit === 'duration' ? 0.005 : points ? 0.5 : 0.05;
  if (Math.abs(difference) < step) return same;
  const way = difference > 0 ? 'up' : 'down';
  const number = t.intl.formatNumber(difference, {
    signDisplay: 'always',
    ...(unit === 'duration'
      ? { style: 'percent', maximumFractionDigits: 0 }
      : { maximumFractionDigits: points || Number.isInteger(difference) ? 0 : 1 }),
  });
  const verdict = better === null ? null : (better === 'higher') === (way === 'up') ? 'better' : 'worse';
  const by = points ? t('metrics.change.points', { number, count: Math.round(Math.abs(difference)) }) : number;
  return { text: verdict === null ? by : t(`metrics.change.${verdict}`, { by }), verdict, way };
}

/** What stands in the place of a value that is none, or of few. */
export function missingText(t: Text, { count, value, tooFew }: Figure['now']): string | null {
  if (value === null || (tooFew && count === 0)) return t('metrics.none');
  return tooFew ? t('metrics.tooFew', { few: FEW }) : null;
}

/** A goal as it is told; of counts it is one for a day. */
export function goalText(t: Text, id: FigureId, goal: number): string {
  const value = valueText(t, id, goal);
  return metaOf(id).unit === 'count' ? t('metrics.goal.aDay', { value }) : value;
}

/** Whether a goal is met; null where there is none, nothing to hold against it, or a count of more than the day or shift that it is for. */
export function isGoalMet(
  { id, now }: Pick<Figure, 'id' | 'now'>,
  goal: number | undefined,
  kind: RangeKind,
): boolean | null {
  const { better, unit } = metaOf(id);
  if (goal === undefined || now.value === null || now.tooFew || better === null) return null;
  if (unit === 'count' && kind !== 'day' && kind !== 'shift') return null;
  return better === 'lower' ? now.value <= goal : now.value >= goal;
}
