import { expect, it } from 'vitest';
import { historyOf } from '#shared/metrics/history.ts';
import { measureSolved } from '#shared/metrics/measures/solved.ts';
import { pendingStepsOf } from '#shared/metrics/pending-steps.ts';
import { anEntry } from '../../../../support/outbox-entry.ts';
import { CONTEXT, clock, rowsOf, timeline, values } from '../../../../support/timeline.ts';

const solved = (lines: string) => values(measureSolved(timeline(lines)));

it('counts a ticket for the assignee when it is solved, whoever does it', () => {
  expect(
    solved(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ben sets solved
      2026-03-06 10:00 system sets closed`),
  ).toEqual(['2026-03-02 10:00 ana 1']);
});

it('counts a ticket on each day on which it was solved', () => {
  // 2 March and 4 March: 1 + 1.
  expect(
    solved(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets solved
      2026-03-03 09:00 system sets open
      2026-03-04 09:00 ben assigns ben
      2026-03-04 10:00 ben sets solved`),
  ).toEqual(['2026-03-02 10:00 ana 1', '2026-03-04 10:00 ben 1']);
});

it('counts a ticket that an agent makes solved', () => {
  expect(solved('2026-03-02 09:00 ana creates noting as solved for ana')).toEqual(['2026-03-02 09:00 ana 1']);
});

it('counts a close without a solve; of a ticket that nobody had it is whose who did it, and nobody’s of a bot', () => {
  const lines = '2026-03-02 09:00 customer creates';
  expect(solved(`${lines}\n2026-03-02 10:00 ana sets closed`)).toEqual(['2026-03-02 10:00 ana 1']);
  expect(solved(`${lines}\n2026-03-02 10:00 system sets closed`)).toEqual(['2026-03-02 10:00 nobody 1']);
});

it('counts neither pending nor a merged ticket', () => {
  expect(
    solved(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets pending`),
  ).toEqual([]);
  expect(
    solved(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana merges 7
      2026-03-02 10:00 ana sets solved`),
  ).toEqual([]);
});

it('counts what waits in the outbox once, before and after the helpdesk has it', () => {
  const before = rowsOf('2026-03-02 09:00 customer creates for me');
  const entry = anEntry(1, {
    action: { kind: 'update', changes: { status: 'solved' } },
    createdAt: clock('2026-03-02 10:00', 'UTC'),
  });
  const pending = [pendingStepsOf(entry, 'me')];
  const waiting = historyOf(before.ticket, before.messages, before.events, { ...CONTEXT, pending });
  expect(values(measureSolved(waiting))).toEqual(['2026-03-02 10:00 me 1']);
  const after = rowsOf(`
    2026-03-02 09:00 customer creates for me
    2026-03-02 10:02 me sets solved`);
  const arrived = historyOf(after.ticket, after.messages, after.events, { ...CONTEXT, pending });
  expect(values(measureSolved(arrived))).toEqual(['2026-03-02 10:02 me 1']);
});
