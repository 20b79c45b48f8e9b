import { expect, it } from 'vitest';
import type { RunSource } from '#shared/commands/command-runs.ts';
import type { Measured } from '#shared/metrics/measured.ts';
import { measureCommandDays } from '#shared/metrics/measures/keyboard-share.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import { values } from '../../../../support/timeline.ts';

/** Keyed commands ÷ commands. */
const parts = (measured: readonly Measured[]): readonly number[] =>
  (['keyed-commands', 'commands'] as const).map((metric) =>
    measured.reduce((sum, one) => sum + (one.metric === metric ? one.value : 0), 0),
  );
const DAY = '2026-03-02';
const OSLO = zoneOf('Europe/Oslo');
const ran = (...sources: readonly RunSource[]) =>
  parts(
    measureCommandDays(
      sources.map((source) => ({ day: DAY, command: 'list.next', source, count: 1 })),
      OSLO,
    ),
  );

it('is what ran by key, of all that ran', () => {
  // 3 of 4.
  expect(ran('key', 'key', 'button', 'key')).toEqual([3, 4]);
});

it('takes the palette for the keyboard', () => {
  // 2 of 2.
  expect(ran('palette', 'key')).toEqual([2, 2]);
});

it('takes menus and buttons for the mouse', () => {
  // 0 of 3.
  expect(ran('menu', 'button', 'contextMenu')).toEqual([0, 3]);
});

it('leaves out what came from outside the window', () => {
  // 1 of 1.
  expect(ran('outside', 'key')).toEqual([1, 1]);
});

it('is nothing where nothing ran', () => {
  expect(ran()).toEqual([0, 0]);
});

it('counts at the beginning of the day by the agent’s clocks, as often as it ran', () => {
  // 10 by key + 5 by button: 10 of 15. The day in Oslo began at 23:00 UTC.
  const runs = [
    { day: DAY, command: 'list.next', source: 'key', count: 10 },
    { day: DAY, command: 'list.next', source: 'button', count: 5 },
    { day: DAY, command: 'list.next', source: 'outside', count: 7 },
  ] as const;
  const measured = measureCommandDays(runs, OSLO);
  expect(parts(measured)).toEqual([10, 15]);
  expect(values(measured.slice(0, 1))).toEqual(['2026-03-01 23:00 nobody 10']);
});
