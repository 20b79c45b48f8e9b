import { expect, it } from 'vitest';
import { measureReopens } from '#shared/metrics/measures/reopens.ts';
import { timeline, values } from '../../../../support/timeline.ts';

const reopens = (lines: string) => values(measureReopens(timeline(lines)));
const SOLVED = `
  2026-03-02 09:00 customer creates for ana
  2026-03-02 10:00 ana sets solved`;

it('are none of a ticket that was solved once, and closed', () => {
  // 1 solve - 1 = 0. Closing is no second one.
  expect(reopens(`${SOLVED}\n2026-03-06 10:00 system sets closed`)).toEqual([]);
});

it('are solves less one, charged to the assignee whose solve did not last', () => {
  // 2 solves - 1 = 1: Ana's did not last.
  expect(
    reopens(`${SOLVED}
      2026-03-03 09:00 customer replies
      2026-03-03 09:00 system sets open
      2026-03-03 09:30 ben assigns ben
      2026-03-03 11:00 ben sets solved`),
  ).toEqual(['2026-03-03 11:00 ana 1']);
});

it('are not counted before the ticket is solved again', () => {
  // 1 solve - 1 = 0.
  expect(reopens(`${SOLVED}\n2026-03-03 09:00 system sets open`)).toEqual([]);
});

it('are two of a ticket that was solved three times, each at its own solve', () => {
  // 3 solves - 1 = 2: the first was Ana's, the second Ben's.
  expect(
    reopens(`${SOLVED}
      2026-03-03 09:00 system sets open
      2026-03-03 09:30 ben assigns ben
      2026-03-03 11:00 ben sets solved
      2026-03-04 09:00 system sets open
      2026-03-04 10:00 ben sets solved`),
  ).toEqual(['2026-03-03 11:00 ana 1', '2026-03-04 10:00 ben 1']);
});

it('are not a note or an answer after the solve, nor thanks that open nothing', () => {
  expect(
    reopens(`${SOLVED}
      2026-03-02 11:00 customer replies
      2026-03-02 11:05 system replies
      2026-03-02 11:10 ana notes`),
  ).toEqual([]);
});

it('count a ticket that an agent made solved and that came back', () => {
  // Solved with its making and again at 12:00: 2 - 1 = 1.
  expect(
    reopens(`
      2026-03-02 09:00 ana creates noting as solved for ana
      2026-03-02 11:00 customer replies
      2026-03-02 11:00 system sets open
      2026-03-02 12:00 ana sets solved`),
  ).toEqual(['2026-03-02 12:00 ana 1']);
});

it('count closes where a ticket never was solved, and none of a merged ticket', () => {
  // 2 closes - 1 = 1.
  const lines = `
    2026-03-02 09:00 customer creates for ana
    2026-03-02 10:00 ana sets closed
    2026-03-02 11:00 ana sets open
    2026-03-02 12:00 ana sets closed`;
  expect(reopens(lines)).toEqual(['2026-03-02 12:00 ana 1']);
  expect(reopens(`${lines}\n2026-03-02 12:30 ana merges 7`)).toEqual([]);
});

it('do not come of two names of one status, nor of the clock that shows an hour twice', () => {
  // The second "solved" follows "solved": one solve. The ticket is solved at 02:30 by either clock, an hour apart: 2 - 1 = 1.
  expect(reopens(`${SOLVED}\n2026-03-02 10:05 ana sets solved`)).toEqual([]);
  expect(
    reopens(`
      2026-10-24 09:00 customer creates for ana
      2026-10-25 00:30Z ana sets solved
      2026-10-25 01:00Z ana sets open
      2026-10-25 01:30Z ana sets solved`),
  ).toEqual(['2026-10-25 01:30 ana 1']);
});
