import { expect, it } from 'vitest';
import { allHours, businessElapsed } from '#shared/metrics/calendar.ts';
import { historyOf } from '#shared/metrics/history.ts';
import { measureFullResolution } from '#shared/metrics/measures/full-resolution.ts';
import { CONTEXT, durations, officeHours, rowsOf, timeline } from '../../../../support/timeline.ts';

const resolution = (lines: string, zone = 'UTC') =>
  durations(measureFullResolution(timeline(lines, { zone }), allHours), zone);

it('goes from the making to the last solve, for whoever had the ticket then', () => {
  // 4 March 12:00 - 2 March 09:00 = 2 days + 3 h = 51 h, with the time that it was solved in between.
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets solved
      2026-03-04 08:00 customer replies
      2026-03-04 08:00 system sets open
      2026-03-04 09:00 ben assigns ben
      2026-03-04 12:00 ben sets solved`),
  ).toEqual(['2026-03-04 12:00 ben 51:00']);
});

it('is none while the ticket is open again', () => {
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets solved
      2026-03-02 11:00 system sets open`),
  ).toEqual([]);
});

it('does not move when the ticket is closed after it was solved, nor when it is answered after the solve', () => {
  // 10:30 - 09:00 = 1 h 30 min.
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:30 ana sets solved
      2026-03-02 11:00 ana replies
      2026-03-06 10:30 system sets closed`),
  ).toEqual(['2026-03-02 10:30 ana 1:30']);
});

it('is the close of a ticket that was never solved', () => {
  // 11:00 - 09:00 = 2 h.
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 11:00 system sets closed`),
  ).toEqual(['2026-03-02 11:00 ana 2:00']);
});

it('is told by the header alone where the conversation is not here, if the header tells when', () => {
  // Solved at 15:00 by the header: 15:00 - 09:00 = 6 h.
  const { ticket } = rowsOf(`
    2026-03-02 09:00 customer creates for ana
    2026-03-02 15:00 ana sets solved`);
  const known = historyOf(ticket, [], [], { ...CONTEXT, whole: false });
  expect(durations(measureFullResolution(known, allHours))).toEqual(['2026-03-02 15:00 ana 6:00']);
  const untold = historyOf({ ...ticket, solvedAt: null }, [], [], { ...CONTEXT, whole: false });
  expect(measureFullResolution(untold, allHours)).toEqual([]);
});

it('of a ticket that an agent made begins with its making, and a merged one has none', () => {
  // 09:10 - 09:00 = 10 min.
  expect(
    resolution(`
      2026-03-02 09:00 ana creates for ana
      2026-03-02 09:10 ana sets solved`),
  ).toEqual(['2026-03-02 09:10 ana 0:10']);
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:10 ana merges 7
      2026-03-02 09:10 ana sets solved`),
  ).toEqual([]);
});

it('within business hours leaves nights, weekend and the clock change out', () => {
  // Thursday 29 October 16:00 to Tuesday 3 November 10:00 in New York, whose clocks are set back on Sunday 1 November:
  // Thursday 1 h, Friday 8 h, Monday 8 h, Tuesday 1 h = 18 h. By the calendar: 5 days - 6 h + 1 h = 115 h.
  const zone = 'America/New_York';
  const history = timeline(
    `
    2026-10-29 16:00 customer creates for ana
    2026-11-03 10:00 ana sets solved`,
    { zone },
  );
  const business = measureFullResolution(history, businessElapsed(officeHours(zone)));
  expect(durations(business, zone)).toEqual(['2026-11-03 10:00 ana 18:00']);
  expect(durations(measureFullResolution(history, allHours), zone)).toEqual(['2026-11-03 10:00 ana 115:00']);
});
