import { expect, it } from 'vitest';
import { allHours, businessElapsed } from '#shared/metrics/calendar.ts';
import { measureOnHold } from '#shared/metrics/measures/on-hold.ts';
import { durations, officeHours, timeline } from '../../../../support/timeline.ts';

const held = (lines: string, zone = 'UTC') => durations(measureOnHold(timeline(lines, { zone }), allHours), zone);

it('adds up what was on hold', () => {
  // 10:00-11:00 = 1 h and 14:00-14:20 = 20 min: 1 h 20 min.
  expect(
    held(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets on-hold
      2026-03-02 11:00 ana sets open
      2026-03-02 14:00 ben sets on-hold
      2026-03-02 14:20 ben sets solved`),
  ).toEqual(['2026-03-02 14:20 ana 1:20']);
});

it('is nothing of a ticket that was only pending', () => {
  expect(
    held(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets pending
      2026-03-02 12:00 ana sets solved`),
  ).toEqual(['2026-03-02 12:00 ana 0:00']);
});

it('is none until the ticket is solved', () => {
  expect(
    held(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets on-hold`),
  ).toEqual([]);
});

it('of a ticket that an agent made on hold begins with its making', () => {
  // 09:00-09:50 = 50 min.
  expect(
    held(`
      2026-03-02 09:00 ana creates noting as on-hold for ana
      2026-03-02 09:50 ana sets solved`),
  ).toEqual(['2026-03-02 09:50 ana 0:50']);
});

it('goes on after the ticket was opened again, for the last assignee', () => {
  // 09:10-09:20 = 10 min, then 3 March 10:00-10:15 = 15 min: 25 min.
  expect(
    held(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:10 ana sets on-hold
      2026-03-02 09:20 ana sets solved
      2026-03-03 09:00 system sets open
      2026-03-03 10:00 ben assigns ben
      2026-03-03 10:00 ben sets on-hold
      2026-03-03 10:15 ben sets solved`),
  ).toEqual(['2026-03-03 10:15 ben 0:25']);
});

it('is none of a merged ticket', () => {
  expect(
    held(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:10 ana sets on-hold
      2026-03-02 09:20 ana merges 7
      2026-03-02 09:20 ana sets solved`),
  ).toEqual([]);
});

it('knows of the hour that clocks leave out, and of the weekend', () => {
  // By the calendar: Saturday 20:00 to Monday 09:20 = 37 h 20 min, less the hour left out = 36 h 20 min.
  // In business hours: Monday 09:00-09:20 = 20 min.
  const zone = 'Europe/Oslo';
  const lines = `
    2026-03-28 19:00 customer creates for ana
    2026-03-28 20:00 ana sets on-hold
    2026-03-30 09:20 ana sets solved`;
  expect(held(lines, zone)).toEqual(['2026-03-30 09:20 ana 36:20']);
  const business = measureOnHold(timeline(lines, { zone }), businessElapsed(officeHours(zone)));
  expect(durations(business, zone)).toEqual(['2026-03-30 09:20 ana 0:20']);
});
