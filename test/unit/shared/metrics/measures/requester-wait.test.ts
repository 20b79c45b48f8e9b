import { expect, it } from 'vitest';
import { allHours, businessElapsed } from '#shared/metrics/calendar.ts';
import { measureRequesterWait } from '#shared/metrics/measures/requester-wait.ts';
import { durations, officeHours, timeline } from '../../../../support/timeline.ts';

const wait = (lines: string, zone = 'UTC') =>
  durations(measureRequesterWait(timeline(lines, { zone }), allHours), zone);

it('adds up new, open and on hold, and leaves pending out', () => {
  // new 09:00-09:30 = 30 min, open 09:30-10:00 = 30 min, pending 10:00-12:00 not, open 12:00-12:15 = 15 min,
  // on hold 12:15-14:15 = 2 h, open 14:15-14:30 = 15 min: 3 h 30 min.
  expect(
    wait(`
      2026-03-02 09:00 customer creates
      2026-03-02 09:30 ana assigns ana
      2026-03-02 09:30 ana sets open
      2026-03-02 10:00 ana sets pending
      2026-03-02 12:00 customer replies
      2026-03-02 12:00 system sets open
      2026-03-02 12:15 ana sets on-hold
      2026-03-02 14:15 ana sets open
      2026-03-02 14:30 ana sets solved`),
  ).toEqual(['2026-03-02 14:30 ana 3:30']);
});

it('is none until the ticket is solved, and again while it is open', () => {
  const lines = `
    2026-03-02 09:00 customer creates for ana
    2026-03-02 09:30 ana sets open`;
  expect(wait(lines)).toEqual([]);
  expect(wait(`${lines}\n2026-03-02 10:00 ana sets solved\n2026-03-02 11:00 system sets open`)).toEqual([]);
});

it('goes on when the ticket is opened again, without the time that it was solved', () => {
  // new 09:00-10:00 = 1 h; solved two days; open 08:00-12:00 = 4 h: 5 h, of the one who had it in the end.
  expect(
    wait(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets solved
      2026-03-04 08:00 system sets open
      2026-03-04 09:00 ben assigns ben
      2026-03-04 12:00 ben sets solved`),
  ).toEqual(['2026-03-04 12:00 ben 5:00']);
});

it('of a ticket that an agent wrote and left pending is nothing until the customer answers', () => {
  // pending 09:00-11:00 not, open 11:00-11:20 = 20 min.
  expect(
    wait(`
      2026-03-02 09:00 ana creates as pending for ana
      2026-03-02 11:00 customer replies
      2026-03-02 11:00 system sets open
      2026-03-02 11:20 ana sets solved`),
  ).toEqual(['2026-03-02 11:20 ana 0:20']);
});

it('is not ended by an answer, a bot or a close after the solve', () => {
  // new 09:00-10:00 = 1 h: what a bot said at 09:01 and Ana at 09:10 changed no status.
  expect(
    wait(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:01 system replies
      2026-03-02 09:10 ana replies
      2026-03-02 10:00 ana sets solved
      2026-03-06 10:00 system sets closed`),
  ).toEqual(['2026-03-02 10:00 ana 1:00']);
});

it('is none of a merged ticket', () => {
  expect(
    wait(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana merges 7
      2026-03-02 10:00 ana sets solved`),
  ).toEqual([]);
});

it('knows of the hour that clocks leave out, and of the weekend', () => {
  // By the calendar: Friday 16:00 to Monday 10:00 = 66 h, less the hour left out on Sunday = 65 h.
  // In business hours: Friday 1 h + Monday 1 h = 2 h.
  const zone = 'Europe/Oslo';
  const lines = `
    2026-03-27 16:00 customer creates for ana
    2026-03-30 10:00 ana sets solved`;
  expect(wait(lines, zone)).toEqual(['2026-03-30 10:00 ana 65:00']);
  const business = measureRequesterWait(timeline(lines, { zone }), businessElapsed(officeHours(zone)));
  expect(durations(business, zone)).toEqual(['2026-03-30 10:00 ana 2:00']);
});
