import { expect, it } from 'vitest';
import { measureBacklog } from '#shared/metrics/measures/backlog.ts';
import { durations, timeline } from '../../../../support/timeline.ts';

const backlog = (lines: string, zone = 'UTC') => durations(measureBacklog(timeline(lines, { zone })), zone);

it('has a ticket from its making to its solve', () => {
  // 11:00 - 09:00 = 2 h.
  expect(
    backlog(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 11:00 ana sets solved`),
  ).toEqual(['2026-03-02 09:00 ana 2:00']);
});

it('has a ticket in the hands of each who had it', () => {
  // Nobody's 09:00-09:30 = 30 min, Ana's 09:30-12:00 = 2 h 30 min, Ben's 12:00-13:00 = 1 h.
  expect(
    backlog(`
      2026-03-02 09:00 customer creates
      2026-03-02 09:30 ana assigns ana
      2026-03-02 12:00 ana assigns ben
      2026-03-02 13:00 ben sets solved`),
  ).toEqual(['2026-03-02 09:00 nobody 0:30', '2026-03-02 09:30 ana 2:30', '2026-03-02 12:00 ben 1:00']);
});

it('still has one that is not solved, whatever it waits for', () => {
  expect(
    backlog(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets pending
      2026-03-02 11:00 ana sets on-hold`),
  ).toEqual(['2026-03-02 09:00 ana still']);
});

it('has a ticket again from its reopening on, and not while it was solved', () => {
  // 09:00-10:00 = 1 h, then from 3 March on. That it changed hands while it was solved is no part of it.
  expect(
    backlog(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets solved
      2026-03-02 12:00 ana assigns ben
      2026-03-03 09:00 system sets open`),
  ).toEqual(['2026-03-02 09:00 ana 1:00', '2026-03-03 09:00 ben still']);
});

it('never had one that was made solved, nor a merged one', () => {
  expect(backlog('2026-03-02 09:00 ana creates noting as solved for ana')).toEqual([]);
  expect(
    backlog(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana merges 7`),
  ).toEqual([]);
});

it('does not part a ticket that is given to the one who has it, and counts the hour that clocks show twice', () => {
  // Clocks say 20:00 to 08:00, twelve hours; one was shown twice: 13.
  expect(
    backlog(
      `
      2026-10-24 20:00 customer creates for ana
      2026-10-24 21:00 ben assigns ana
      2026-10-25 08:00 ana sets solved`,
      'Europe/Oslo',
    ),
  ).toEqual(['2026-10-24 20:00 ana 13:00']);
});
