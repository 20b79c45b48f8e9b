import { expect, it } from 'vitest';
import type { SlaTarget } from '#shared/domain/sla.ts';
import { measureSla } from '#shared/metrics/measures/sla.ts';
import { clock, timeline, values } from '../../../../support/timeline.ts';

const target = (metric: SlaTarget['metric'], stage: SlaTarget['stage'], due: string | null): SlaTarget => ({
  metric,
  stage,
  breachAt: due === null ? null : clock(due, 'UTC'),
  policy: null,
});
const sla = (lines: string, ...targets: readonly SlaTarget[]) =>
  values(measureSla(timeline(lines, { ticket: { sla: targets } })));

const ANSWERED = `
  2026-03-02 09:00 customer creates for ana
  2026-03-02 10:00 ben replies
  2026-03-02 11:00 ana sets solved`;

it('is met by an answer in time, and that is its author’s', () => {
  // Due 10:30, answered by Ben at 10:00: 1.
  expect(sla(ANSWERED, target('first-reply', 'met', '2026-03-02 10:30'))).toEqual(['2026-03-02 10:00 ben 1']);
});

it('is missed when the answer came late, at the time that it was due, by whoever had the ticket', () => {
  // Due 09:30, answered at 10:00: 0.
  expect(sla(ANSWERED, target('first-reply', 'met', '2026-03-02 09:30'))).toEqual(['2026-03-02 09:30 ana 0']);
});

it('is missed by whoever had the ticket also where another question is answered in that very instant', () => {
  // The second question is due at 10:00, when Ben answers the first: 0, and Ana's.
  expect(sla(ANSWERED, target('next-reply', 'active', '2026-03-02 10:00'))).toEqual(['2026-03-02 10:00 ana 0']);
});

it('is neither while it can still be met: it counts as missed when its time will be up', () => {
  // A day after everything else here: a range that ends now leaves it out.
  expect(sla('2026-03-02 09:00 customer creates for ana', target('resolution', 'active', '2026-03-03 09:00'))).toEqual([
    '2026-03-03 09:00 ana 0',
  ]);
  expect(sla('2026-03-02 09:00 customer creates for ana', target('requester-wait', 'paused', null))).toEqual([]);
});

it('is met by the solve where it is about the whole ticket', () => {
  // Due 12:00, solved 11:00: 1. Due 10:59, solved 11:00: 0.
  expect(
    sla(ANSWERED, target('resolution', 'met', '2026-03-02 12:00'), target('due', 'met', '2026-03-02 10:59')),
  ).toEqual(['2026-03-02 10:59 ana 0', '2026-03-02 11:00 ana 1']);
});

it('goes by the last solve of a ticket that was opened again', () => {
  // Due 2 March 12:00; solved at 11:00 and in the end on 3 March: 0.
  const lines = `${ANSWERED}
    2026-03-03 08:00 system sets open
    2026-03-03 09:00 ana sets solved`;
  expect(sla(lines, target('resolution', 'met', '2026-03-02 12:00'))).toEqual(['2026-03-02 12:00 ana 0']);
});

it('is met by no bot and not by the words that an agent made the ticket with', () => {
  // The bot's 09:01 is none; Ana's 10:00 is within 10:30 = 1; the opening words at 09:00 are not the answer of 10:00.
  expect(
    sla(
      `
      2026-03-02 09:00 ana creates for ana
      2026-03-02 09:01 system replies
      2026-03-02 10:00 ana replies`,
      target('first-reply', 'met', '2026-03-02 10:30'),
    ),
  ).toEqual(['2026-03-02 10:00 ana 1']);
});

it('of several questions goes by the last answer; solving answers what nobody wrote', () => {
  // The second question is due 13:00 and answered 12:30: 1.
  expect(
    sla(
      `
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana replies
      2026-03-02 12:00 customer replies
      2026-03-02 12:30 ben replies`,
      target('next-reply', 'met', '2026-03-02 13:00'),
    ),
  ).toEqual(['2026-03-02 12:30 ben 1']);
  // No answer, solved at 09:20, due 09:30: 1.
  expect(
    sla(
      `
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:20 ana sets solved`,
      target('first-reply', 'met', '2026-03-02 09:30'),
    ),
  ).toEqual(['2026-03-02 09:20 ana 1']);
});

it('was never missed where the helpdesk tells no time, and is none of a merged ticket', () => {
  expect(sla(ANSWERED, target('requester-wait', 'met', null))).toEqual(['2026-03-02 11:00 ana 1']);
  expect(sla(`${ANSWERED}\n2026-03-02 11:00 ana merges 7`, target('requester-wait', 'met', null))).toEqual([]);
});
