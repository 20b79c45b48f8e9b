import { expect, it } from 'vitest';
import { measureFocus } from '#shared/metrics/measures/focus.ts';
import { durations, ownTimeline } from '../../../../support/timeline.ts';

const focus = (lines: string, zone = 'UTC') =>
  measureFocus(ownTimeline(lines, zone)).map(
    ({ ticketId, measured }) => `${ticketId.slice(-1)}: ${durations([measured], zone)[0]}`,
  );

it('goes from a ticket’s coming to the last sign of the agent, and counts when it ended', () => {
  // 09:07 - 09:00 = 7 min.
  expect(focus('2026-03-02 09:00 ticket-focus 1 09:07')).toEqual(['1: 2026-03-02 09:07 nobody 0:07']);
});

it('is of one ticket after the other', () => {
  // 09:00-09:04 = 4 min, 09:04-09:05 = 1 min.
  expect(
    focus(`
      2026-03-02 09:00 ticket-focus 1 09:04
      2026-03-02 09:04 ticket-focus 2 09:05`),
  ).toEqual(['1: 2026-03-02 09:04 nobody 0:04', '2: 2026-03-02 09:05 nobody 0:01']);
});

it('counts each time that a ticket comes back', () => {
  // 2 min + 3 min.
  expect(
    focus(`
      2026-03-02 09:00 ticket-focus 1 09:02
      2026-03-02 10:00 ticket-focus 1 10:03`),
  ).toEqual(['1: 2026-03-02 09:02 nobody 0:02', '1: 2026-03-02 10:03 nobody 0:03']);
});

it('is told while it lasts, and counts once by its last end, in whatever order that is told', () => {
  // 09:00-09:06 = 6 min, and neither 1 + 3 + 6 nor 1.
  expect(
    focus(`
      2026-03-02 09:00 ticket-focus 1 09:01
      2026-03-02 09:00 ticket-focus 1 09:06
      2026-03-02 09:00 ticket-focus 1 09:03
      2026-03-02 09:00 ticket-focus 1 09:06`),
  ).toEqual(['1: 2026-03-02 09:06 nobody 0:06']);
});

it('is none where the clock was set back meanwhile, or where it ended at once', () => {
  expect(focus('2026-03-02 09:00 ticket-focus 1 08:30')).toEqual([]);
  expect(focus('2026-03-02 09:00 ticket-focus 1 09:00')).toEqual([]);
});

it('comes in order of time', () => {
  expect(
    focus(`
      2026-03-02 09:05 ticket-focus 2 09:06
      2026-03-02 09:00 ticket-focus 1 09:05`),
  ).toEqual(['1: 2026-03-02 09:05 nobody 0:05', '2: 2026-03-02 09:06 nobody 0:01']);
});

it('is what went by in a night in which clocks are set forward', () => {
  // In Oslo from 01:58 to 03:03: five minutes.
  expect(focus('2026-03-29 01:58 ticket-focus 1 03:03', 'Europe/Oslo')).toEqual(['1: 2026-03-29 03:03 nobody 0:05']);
});
