import { expect, it } from 'vitest';
import { historyOf } from '#shared/metrics/history.ts';
import { measureCsat } from '#shared/metrics/measures/csat.ts';
import { CONTEXT, clock, rowsOf, timeline, values } from '../../../../support/timeline.ts';

const csat = (lines: string) => values(measureCsat(timeline(lines)));
const SOLVED = `
  2026-03-02 09:00 customer creates for ana
  2026-03-02 10:00 ben replies
  2026-03-02 11:00 ana sets solved
  2026-03-03 11:00 system offers`;

it('is good or bad, for the assignee at the solve, when it was rated', () => {
  // Good: 1. Bad: 0. Ben wrote, but Ana had the ticket.
  expect(csat(`${SOLVED}\n2026-03-03 12:00 customer rates good`)).toEqual(['2026-03-03 12:00 ana 1']);
  expect(csat(`${SOLVED}\n2026-03-03 12:00 customer rates bad`)).toEqual(['2026-03-03 12:00 ana 0']);
});

it('is nothing of a ticket that nobody rated', () => {
  expect(csat(SOLVED)).toEqual([]);
});

it('goes by the last score', () => {
  // bad, then good: 1, and one ticket counts once.
  expect(
    csat(`${SOLVED}
      2026-03-03 12:00 customer rates bad
      2026-03-04 09:00 customer rates good`),
  ).toEqual(['2026-03-04 09:00 ana 1']);
});

it('belongs to the solve before it, also when another had the ticket since', () => {
  // Rated after Ana's solve and before Ben's.
  expect(
    csat(`${SOLVED}
      2026-03-03 12:00 customer rates bad_with_comment
      2026-03-03 13:00 system sets open
      2026-03-03 13:00 ben assigns ben
      2026-03-03 14:00 ben sets solved`),
  ).toEqual(['2026-03-03 12:00 ana 0']);
});

it('belongs to who wrote last where nobody had the ticket or it was not solved, and bots write nothing', () => {
  expect(
    csat(`
      2026-03-02 09:00 customer creates
      2026-03-02 10:00 ana replies
      2026-03-02 10:30 ben replies
      2026-03-02 10:40 system replies
      2026-03-02 11:00 customer rates good`),
  ).toEqual(['2026-03-02 11:00 ben 1']);
  expect(
    csat(`
      2026-03-02 09:00 customer creates
      2026-03-02 10:00 ben replies
      2026-03-02 10:30 system sets solved
      2026-03-02 11:00 customer rates good`),
  ).toEqual(['2026-03-02 11:00 ben 1']);
});

it('of a ticket that an agent made counts like any other, and none of a merged one', () => {
  const lines = `
    2026-03-02 09:00 ana creates for ana
    2026-03-02 10:00 ana sets solved
    2026-03-02 11:00 customer rates good`;
  expect(csat(lines)).toEqual(['2026-03-02 11:00 ana 1']);
  expect(csat(`${lines}\n2026-03-02 12:00 ana merges 7`)).toEqual([]);
});

it('takes a rating that is a row of its own, once where the ticket’s events tell it as well', () => {
  const at = clock('2026-03-03 18:00', 'UTC');
  const rating = {
    remoteId: '9',
    ticketRemoteId: '1',
    assigneeId: 'ana',
    score: 'good' as const,
    comment: null,
    createdAt: at,
    updatedAt: at,
  };
  const withRow = (lines: string) => {
    const { ticket, messages, events } = rowsOf(lines);
    return values(measureCsat(historyOf(ticket, messages, events, { ...CONTEXT, ratings: [rating] })));
  };
  expect(withRow(SOLVED)).toEqual(['2026-03-03 18:00 ana 1']);
  // The event knows when it was: 12:00.
  expect(withRow(`${SOLVED}\n2026-03-03 12:00 customer rates good`)).toEqual(['2026-03-03 12:00 ana 1']);
});
