import { expect, it } from 'vitest';
import { allHours, businessElapsed } from '#shared/metrics/calendar.ts';
import { measureAgentWait } from '#shared/metrics/measures/agent-wait.ts';
import { durations, officeHours, timeline } from '../../../../support/timeline.ts';

const wait = (lines: string, zone = 'UTC') => durations(measureAgentWait(timeline(lines, { zone }), allHours), zone);

it('adds up what was pending', () => {
  // 10:00-12:00 = 2 h and 12:30-13:15 = 45 min: 2 h 45 min.
  expect(
    wait(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets pending
      2026-03-02 12:00 system sets open
      2026-03-02 12:30 ana sets pending
      2026-03-02 13:15 ana sets solved`),
  ).toEqual(['2026-03-02 13:15 ana 2:45']);
});

it('is nothing of a ticket that never waited for the customer', () => {
  expect(
    wait(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets on-hold
      2026-03-02 12:00 ana sets solved`),
  ).toEqual(['2026-03-02 12:00 ana 0:00']);
});

it('is none while the ticket still waits', () => {
  expect(
    wait(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets pending`),
  ).toEqual([]);
});

it('of a ticket that an agent wrote begins with its making', () => {
  // 09:00-10:30 = 1 h 30 min.
  expect(
    wait(`
      2026-03-02 09:00 ana creates as pending for ana
      2026-03-02 10:30 system sets solved`),
  ).toEqual(['2026-03-02 10:30 ana 1:30']);
});

it('leaves out the time that the ticket was solved before it was opened again', () => {
  // 09:30-10:00 = 30 min, then 4 March 09:00-09:40 = 40 min: 1 h 10 min.
  expect(
    wait(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:30 ana sets pending
      2026-03-02 10:00 ana sets solved
      2026-03-04 08:00 system sets open
      2026-03-04 09:00 ben assigns ben
      2026-03-04 09:00 ben sets pending
      2026-03-04 09:40 ben sets solved`),
  ).toEqual(['2026-03-04 09:40 ben 1:10']);
});

it('is none of a merged ticket', () => {
  expect(
    wait(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:30 ana sets pending
      2026-03-02 10:00 ana merges 7
      2026-03-02 10:00 ana sets solved`),
  ).toEqual([]);
});

it('knows of the hour that clocks show twice, and of the weekend', () => {
  // By the calendar: Friday 16:30 to Monday 09:30 = 65 h, with the hour shown twice on Sunday 66 h.
  // In business hours: Friday 30 min + Monday 30 min = 1 h.
  const zone = 'Europe/Oslo';
  const lines = `
    2026-10-23 16:00 customer creates for ana
    2026-10-23 16:30 ana sets pending
    2026-10-26 09:30 ana sets solved`;
  expect(wait(lines, zone)).toEqual(['2026-10-26 09:30 ana 66:00']);
  const business = measureAgentWait(timeline(lines, { zone }), businessElapsed(officeHours(zone)));
  expect(durations(business, zone)).toEqual(['2026-10-26 09:30 ana 1:00']);
});
