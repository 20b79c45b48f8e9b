import type { TextKey } from '#shared/i18n/catalogue.ts';
import type { Text } from '#shared/i18n/text.ts';
import { nameKey } from '#shared/metrics/measures/index.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Desk } from '../../store/desk-api.ts';
import type { MetricsAnswer } from '../../store/desk-metrics.ts';
import { changeOf, goalText, isGoalMet, missingText, valueText } from './figure-words.ts';
import { rangeOf, weekStartOf } from './ranges.ts';

type Goals = Settings['metrics']['goals'];

/** Today's own figures as Markdown: a line each, without those of which there is none. */
export function dayInWords(t: Text, { figures }: Pick<MetricsAnswer, 'figures'>, goals: Goals, at: number): string {
  const lines = figures.flatMap((figure) => {
    const { id, now } = figure;
    if (now.value === null || (now.value === 0 && now.count === 0)) return [];
    const few = missingText(t, now);
    const value = valueText(t, id, now.value);
    const change = changeOf(t, figure);
    const goal = goals[id];
    const met = isGoalMet(figure, goal, 'day');
    const more = [
      ...(change ? [t('metrics.day.change', { change: change.text })] : []),
      ...(few === null ? [] : [few]),
      ...(goal === undefined || met === null
        ? []
        : [t(met ? 'metrics.goal.met' : 'metrics.goal.unmet', { goal: goalText(t, id, goal) })]),
    ];
    return [
      `- ${t('metrics.day.line', { name: t(nameKey(id)), value })}${more.length > 0 ? ` (${more.join('; ')})` : ''}`,
    ];
  });
  const title = t('metrics.day.title', { day: t.intl.formatDate(at, { dateStyle: 'full' }) });
  return [`## ${title}`, '', ...(lines.length > 0 ? lines : [t('metrics.day.nothing')]), ''].join('\n');
}

/** Puts them on the clipboard; tells what came of it. */
export async function copyDay(t: Text, desk: Desk, goals: Goals, at: number): Promise<TextKey> {
  const zone = zoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const weekStart = weekStartOf(t.intl.locale, navigator.language);
  const today = rangeOf('today', at, { zone, weekStart });
  const query = { ...today, zone: zone.name, weekStart, mine: true, hours: 'all', filter: {} } as const;
  const answer = await desk.metrics(query).catch(() => null);
  if (answer === null) return 'metrics.day.failed';
  if (answer.coverage.reading) return 'metrics.day.reading';
  return navigator.clipboard.writeText(dayInWords(t, answer, goals, at)).then(
    () => 'metrics.day.copied',
    () => 'metrics.day.notCopied',
  );
}
