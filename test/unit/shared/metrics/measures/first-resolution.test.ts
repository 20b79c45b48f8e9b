import { expect, it } from 'vitest';
import { allHours, businessElapsed } from '#shared/metrics/calendar.ts';
import { measureFirstResolution } from '#shared/metrics/measures/first-resolution.ts';
import { durations, officeHours, timeline } from '../../../../support/timeline.ts';

const resolution = (lines: string, zone = 'UTC') =>
  durations(measureFirstResolution(timeline(lines, { zone }), allHours), zone);

it('goes from the making to the first solve, for whoever had the ticket then', () => {
  // 11:00 - 09:00 = 2 h. Ben solves what Ana has: it is hers. The close four days later is no solve.
  expect(
    resolution(`
      2026-03-02 09:00 customer creates
      2026-03-02 09:30 ana assigns ana
      2026-03-02 11:00 ben sets solved
      2026-03-06 11:00 system sets closed`),
  ).toEqual(['2026-03-02 11:00 ana 2:00']);
});

it('stays with the first solve when the ticket is opened and solved again by another', () => {
  // 10:00 - 09:00 = 1 h; the second solve two days later is Ben's, and no first one.
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets solved
      2026-03-04 08:00 customer replies
      2026-03-04 08:00 system sets open
      2026-03-04 09:00 ben assigns ben
      2026-03-04 12:00 ben sets solved`),
  ).toEqual(['2026-03-02 10:00 ana 1:00']);
});

it('of a ticket that is open again is still there', () => {
  // 10:00 - 09:00 = 1 h.
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets solved
      2026-03-02 11:00 system sets open`),
  ).toEqual(['2026-03-02 10:00 ana 1:00']);
});

it('is the close of a ticket that was closed without being solved; nobody’s ticket is whose who did it', () => {
  // 09:45 - 09:00 = 45 min.
  expect(
    resolution(`
      2026-03-02 09:00 customer creates
      2026-03-02 09:45 ana sets closed`),
  ).toEqual(['2026-03-02 09:45 ana 0:45']);
  // Closed at 10:00 and opened again, then solved at 15:00: 15:00 - 09:00 = 6 h, because it was solved in the end.
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets closed
      2026-03-02 12:00 ana sets open
      2026-03-02 15:00 ana sets solved`),
  ).toEqual(['2026-03-02 15:00 ana 6:00']);
});

it('is the solve of a ticket that was closed first and called solved without being opened', () => {
  // 11:00 - 09:00 = 2 h: it was solved in the end.
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets closed
      2026-03-02 11:00 ana sets solved`),
  ).toEqual(['2026-03-02 11:00 ana 2:00']);
});

it('is nothing of a ticket that an agent makes and solves in one', () => {
  // 09:00 - 09:00 = 0.
  expect(resolution('2026-03-02 09:00 ana creates noting as solved for ana')).toEqual(['2026-03-02 09:00 ana 0:00']);
});

it('counts the assignee of the very instant, as when a ticket is taken and solved in one', () => {
  // 09:05 - 09:00 = 5 min; the helpdesk lists the assignment behind the solve.
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ben
      2026-03-02 09:05 ana sets solved
      2026-03-02 09:05 ana assigns ana`),
  ).toEqual(['2026-03-02 09:05 ana 0:05']);
});

it('is none of a merged ticket, nor of one that was never solved', () => {
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana merges 7
      2026-03-02 10:00 ana sets closed`),
  ).toEqual([]);
  expect(
    resolution(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets pending`),
  ).toEqual([]);
});

it('knows of the clocks that are set forward, and of the weekend', () => {
  // Saturday 12:00 to Sunday 12:00 is 24 h by the clocks and 23 h in truth; none of it is business hours.
  const zone = 'Europe/Oslo';
  const lines = `
    2026-03-28 12:00 customer creates for ana
    2026-03-29 12:00 ana sets solved`;
  expect(resolution(lines, zone)).toEqual(['2026-03-29 12:00 ana 23:00']);
  const business = measureFirstResolution(timeline(lines, { zone }), businessElapsed(officeHours(zone)));
  expect(durations(business, zone)).toEqual(['2026-03-29 12:00 ana 0:00']);
});
