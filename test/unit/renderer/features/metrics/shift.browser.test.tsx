import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createText } from '#shared/i18n/text.ts';
import type { Shift } from '#shared/metrics/range.ts';
import { previousRange, soFar } from '#shared/metrics/range.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import { copyDay } from '../../../../../src/renderer/src/features/metrics/index.ts';
import { RangeLine } from '../../../../../src/renderer/src/features/metrics/RangeLine.tsx';
import { rangeOf } from '../../../../../src/renderer/src/features/metrics/ranges.ts';
import { TODAY_OF_MINE } from '../../../../../src/renderer/src/state/figures-choice.ts';
import { show } from '../../../../../src/renderer/src/state/interface-state.ts';
import type { MetricsAnswer, MetricsQuery } from '../../../../../src/renderer/src/store/desk-metrics.ts';
import { TickerProvider } from '../../../../../src/renderer/src/ui/ticker.tsx';
import { defaultSettings } from '../../../../../src/shared/settings/settings.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk } from '../../../../support/sample-desk.ts';

const t = createText('en');
const zone = zoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone);
/** From ten in the evening to six in the morning, and from nine to five. */
const NIGHT: Shift = { from: 22 * 60, minutes: 8 * 60 };
const DAY: Shift = { from: 9 * 60, minutes: 8 * 60 };
/** Of November 2026, by the clock here. */
const at = (day: number, hour: number): number => new Date(2026, 10, day, hour).getTime();

let mounted: MountedPane | null = null;
afterEach(() => mounted?.unmount());

/** The line over the figures of a shift, as the panel shows it `now`. */
function mountLine(shift: Shift, now: number): void {
  const desk = createSampleDesk({ settings: { metrics: { ...defaultSettings().metrics, shift } } });
  const shown = rangeOf('shift', now, { zone, weekStart: 0, shift });
  const before = soFar(previousRange('shift', shown.range, { zone, weekStart: 0 }), shown.range, now, zone);
  const query: MetricsQuery = { ...shown, zone: zone.name, weekStart: 0, mine: true, hours: 'all', filter: {} };
  mounted = mountPane(
    desk,
    <TickerProvider ticker={{ now: () => now, subscribe: () => () => undefined }}>
      <RangeLine query={query} zone={zone} before={before} />
    </TickerProvider>,
  );
  show({ figures: { ...TODAY_OF_MINE, range: 'shift' } });
}
const said = (): string => (mounted?.host.textContent ?? '').replaceAll(/\s/g, ' ');

test.each([
  ['before midnight', NIGHT, at(26, 23), 'This shift', 'against Nov 25, 10:00 – 11:00 PM'],
  ['after midnight', NIGHT, at(27, 3), 'This shift', 'against Nov 25, 10:00 PM – Nov 26, 3:00 AM'],
  ['at noon after it', NIGHT, at(27, 12), 'Last shift', 'against Nov 25, 10:00 PM – Nov 26, 6:00 AM'],
  ['in the evening after it', DAY, at(26, 20), 'Last shift', 'against Nov 25, 9:00 AM – 5:00 PM'],
])('the line says which shift it is and what it is held against: %s', async (_when, shift, now, name, against) => {
  mountLine(shift, now);
  await expect.element(page.getByRole('button', { name })).toBeVisible();
  expect(said()).toContain(against);
});

/** What is on the clipboard after copying `now`, what was asked, and what is said of it. */
async function copied(shift: Shift, now: number) {
  const asked: MetricsQuery[] = [];
  const solved = { value: 3, count: 3, tickets: 3, median: null, p90: null, tooFew: false };
  const answer: MetricsAnswer = {
    figures: [{ id: 'solved', now: solved, before: { ...solved, value: 2, count: 2 }, series: [] }],
    before: { from: 0, until: 1 },
    coverage: { tickets: 3, whole: 3, since: null, reading: null },
  };
  const desk = {
    ...createSampleDesk(),
    metrics: async (query: MetricsQuery) => {
      asked.push(query);
      return answer;
    },
  };
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const sentence = await copyDay(t, desk, { goals: { solved: 3 }, shift }, now);
  const text = (write.mock.calls[0]?.[0] ?? '').replaceAll(/[^\S\n]/g, ' ');
  write.mockRestore();
  return { lines: text.split('\n'), query: asked[0], sentence };
}

test.each([
  ['over midnight', NIGHT, at(27, 3), 'Thursday, November 26, 2026, 10:00 PM – 6:00 AM', at(26, 22), at(27, 6)],
  ['over midnight, over', NIGHT, at(27, 6), 'Thursday, November 26, 2026, 10:00 PM – 6:00 AM', at(26, 22), at(27, 6)],
  ['within a day, over', DAY, at(26, 20), 'Thursday, November 26, 2026, 9:00 AM – 5:00 PM', at(26, 9), at(26, 17)],
  ['of yesterday', DAY, at(27, 8), 'Thursday, November 26, 2026, 9:00 AM – 5:00 PM', at(26, 9), at(26, 17)],
])('the summary of a shift has its day and its hours: %s', async (_which, shift, now, title, from, until) => {
  const { lines, query, sentence } = await copied(shift, now);
  expect(query).toMatchObject({ kind: 'shift', range: { from, until }, mine: true });
  expect(lines).toEqual([
    `## My figures, ${title}`,
    '',
    '- Solved: 3 (+1 better against the shift before; goal 3 a day: met)',
    '',
  ]);
  expect(sentence).toContain('on the clipboard');
});
