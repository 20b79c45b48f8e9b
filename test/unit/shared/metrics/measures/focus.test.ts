import { expect, it } from 'vitest';
import { measureFocus } from '#shared/metrics/measures/focus.ts';
import { durations, ownTimeline } from '../../../../support/timeline.ts';

const focus = (lines: string, zone = 'UTC') =>
  measureFocus(ownTimeline(lines, zone)).map(
    ({ ticketId, measured }) => `${ticketId.slice(-1)}: ${durations([measured], zone)[0]}`,
  );

it('goes from a ticket’s coming to its going', () => {
  // 09:07 - 09:00 = 7 min.
  expect(
    focus(`
      2026-03-02 09:00 ticket-focused 1
      2026-03-02 09:07 ticket-left 1`),
  ).toEqual(['1: 2026-03-02 09:07 nobody 0:07']);
});

it('ends with the next ticket, also where nobody said that it went', () => {
  // 09:00-09:04 = 4 min, 09:04-09:05 = 1 min.
  expect(
    focus(`
      2026-03-02 09:00 ticket-focused 1
      2026-03-02 09:04 ticket-focused 2
      2026-03-02 09:05 ticket-left 2`),
  ).toEqual(['1: 2026-03-02 09:04 nobody 0:04', '2: 2026-03-02 09:05 nobody 0:01']);
});

it('counts each time that a ticket comes back', () => {
  // 2 min + 3 min.
  expect(
    focus(`
      2026-03-02 09:00 ticket-focused 1
      2026-03-02 09:02 ticket-left 1
      2026-03-02 10:00 ticket-focused 1
      2026-03-02 10:03 ticket-left 1`),
  ).toEqual(['1: 2026-03-02 09:02 nobody 0:02', '1: 2026-03-02 10:03 nobody 0:03']);
});

it('is none that nothing ended, and no end that nothing began', () => {
  expect(focus('2026-03-02 09:00 ticket-focused 1')).toEqual([]);
  expect(focus('2026-03-02 09:00 ticket-left 1')).toEqual([]);
  expect(
    focus(`
      2026-03-02 09:00 ticket-focused 1
      2026-03-02 09:02 ticket-left 2`),
  ).toEqual([]);
});

it('goes on when a ticket that has it is said to get it, and counts what came twice once', () => {
  // 09:00-09:06 = 6 min, whatever came between and however often.
  expect(
    focus(`
      2026-03-02 09:00 ticket-focused 1
      2026-03-02 09:00 ticket-focused 1
      2026-03-02 09:03 ticket-focused 1
      2026-03-02 09:06 ticket-left 1
      2026-03-02 09:06 ticket-left 1`),
  ).toEqual(['1: 2026-03-02 09:06 nobody 0:06']);
});

it('leaves before it focuses where both are of one instant, in whatever order they come', () => {
  // 1 for 5 min, then 2 for 1 min.
  expect(
    focus(`
      2026-03-02 09:05 ticket-focused 2
      2026-03-02 09:05 ticket-left 1
      2026-03-02 09:00 ticket-focused 1
      2026-03-02 09:06 ticket-left 2`),
  ).toEqual(['1: 2026-03-02 09:05 nobody 0:05', '2: 2026-03-02 09:06 nobody 0:01']);
});

it('goes and comes back in one instant as it does a minute apart', () => {
  // 5 min + 3 min.
  expect(
    focus(`
      2026-03-02 09:00 ticket-focused 1
      2026-03-02 09:05 ticket-focused 1
      2026-03-02 09:05 ticket-left 1
      2026-03-02 09:08 ticket-left 1`),
  ).toEqual(['1: 2026-03-02 09:05 nobody 0:05', '1: 2026-03-02 09:08 nobody 0:03']);
});

it('is what went by in a night in which clocks are set forward', () => {
  // In Oslo from 01:58 to 03:03: five minutes.
  expect(
    focus(
      `
      2026-03-29 01:58 ticket-focused 1
      2026-03-29 03:03 ticket-left 1`,
      'Europe/Oslo',
    ),
  ).toEqual(['1: 2026-03-29 03:03 nobody 0:05']);
});
