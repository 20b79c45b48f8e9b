import type { Text } from '#shared/i18n/text.ts';
import { nameKey } from '#shared/metrics/measures/index.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Desk } from '../../store/desk-api.ts';
import type { MetricsAnswer } from '../../store/desk-metrics.ts';
import { changeOf, goalText, isGoalMet, missingText, valueText } from './figure-words.ts';
import { rangeOf, type ShownRange, weekStartOf } from './ranges.ts';

/** Own figures as Markdown, a line each, of the shift that began last or of the day; without those of which there is none. */
export function dayInWords(
  t: Text,
  { figures }: Pick<MetricsAnswer, 'figures'>,
  goals: Settings['metrics']['goals'],
  { kind, range }: ShownRange,
): string {
  const lines = figures.flatMap((figure) => {
    const { id, now } = figure;
    if (now.value === null || (now.value === 0 && now.count === 0)) return [];
    const few = missingText(t, now);
    const value = valueText(t, id, now.value);
    const change = changeOf(t, figure);
    const goal = goals[id];
    const met = isGoalMet(figure, goal, kind);
    const more = [
      ...(change ? [t('metrics.day.change', { kind, change: change.text })] : []),
      ...(few === null ? [] : [few]),
      ...(goal === undefined || met === null
        ? []
        : [t(met ? 'metrics.goal.met' : 'metrics.goal.unmet', { goal: goalText(t, id, goal) })]),
    ];
    return [
      `- ${t('metrics.day.line', { name: t(nameKey(id)), value })}${more.length > 0 ? ` (${more.join('; ')})` : ''}`,
    ];
  });
  const clock = (at: number): string => t.intl.formatTime(at, { hour: 'numeric', minute: '2-digit' });
  const title = t('metrics.day.title', {
    kind,
    day: t.intl.formatDate(range.from, { dateStyle: 'full' }),
    // A range of times that ends on another day would be told with both dates, beside the day that stands there already.
    hours: t('metrics.day.hours', { from: clock(range.from), until: clock(range.until) }),
  });
  return [`## ${title}`, '', ...(lines.length > 0 ? lines : [t('metrics.day.nothing', { kind })]), ''].join('\n');
}

/** Puts them on the clipboard; tells what came of it. */
export async function copyDay(
  t: Text,
  desk: Desk,
  { goals, shift }: Pick<Settings['metrics'], 'goals' | 'shift'>,
  at: number,
): Promise<string> {
  const zone = zoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const weekStart = weekStartOf(t.intl.locale, navigator.language);
  const shown = rangeOf('shift', at, { zone, weekStart, shift });
  const query = { ...shown, zone: zone.name, weekStart, mine: true, hours: 'all', filter: {} } as const;
  const answer = await desk.metrics(query).catch(() => null);
  if (answer === null) return t('metrics.day.failed');
  if (answer.coverage.reading) return t('metrics.day.reading');
  return navigator.clipboard.writeText(dayInWords(t, answer, goals, shown)).then(
    () => t('metrics.day.copied', { kind: shown.kind }),
    () => t('metrics.day.notCopied'),
  );
}
