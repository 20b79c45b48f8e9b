import { expect, it } from 'vitest';
import { historyOf } from '#shared/metrics/history.ts';
import { measureReplies } from '#shared/metrics/measures/replies.ts';
import { CONTEXT, rowsOf, timeline, values } from '../../../../support/timeline.ts';

const replies = (lines: string) => values(measureReplies(timeline(lines)));

it('are public messages of agents, each its author’s', () => {
  // Ana 2, Ben 1.
  expect(
    replies(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:30 ana replies
      2026-03-02 10:00 customer replies
      2026-03-02 10:30 ben replies
      2026-03-02 11:00 ana replies`),
  ).toEqual(['2026-03-02 09:30 ana 1', '2026-03-02 10:30 ben 1', '2026-03-02 11:00 ana 1']);
});

it('are no notes, no mails to people outside and none of a bot', () => {
  expect(
    replies(`
      2026-03-02 09:00 customer creates
      2026-03-02 09:01 system replies
      2026-03-02 09:30 ana notes
      2026-03-02 10:00 ana forwards`),
  ).toEqual([]);
});

it('leave out the words that an agent made the ticket with', () => {
  // 2 public messages less the opening one = 1.
  expect(
    replies(`
      2026-03-02 09:00 ana creates
      2026-03-02 09:30 ana replies`),
  ).toEqual(['2026-03-02 09:30 ana 1']);
});

it('count the first answer to a ticket that was made without words', () => {
  // 09:30 is no opening: 1.
  expect(
    replies(`
      2026-03-02 09:00 ana creates silently
      2026-03-02 09:30 ana replies`),
  ).toEqual(['2026-03-02 09:30 ana 1']);
});

it('count after a solve and after a reopening as before', () => {
  // 3.
  expect(
    replies(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana sets solved
      2026-03-02 10:10 ana replies
      2026-03-03 09:00 system sets open
      2026-03-03 10:00 ana replies`),
  ).toHaveLength(3);
});

it('count those that are here of a conversation that is not here whole', () => {
  // 1 of whatever there are.
  const { ticket, messages } = rowsOf(`
    2026-03-02 09:00 customer creates
    2026-03-02 10:00 ana replies`);
  const history = historyOf(ticket, messages.slice(1), [], { ...CONTEXT, whole: false });
  expect(values(measureReplies(history))).toEqual(['2026-03-02 10:00 ana 1']);
});

it('are none of a merged ticket', () => {
  expect(
    replies(`
      2026-03-02 09:00 customer creates
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana merges 7`),
  ).toEqual([]);
});
