import { expect, it } from 'vitest';
import { allHours, businessElapsed } from '#shared/metrics/calendar.ts';
import { measureNextReply } from '#shared/metrics/measures/next-reply.ts';
import { durations, officeHours, timeline } from '../../../../support/timeline.ts';

const replies = (lines: string, zone = 'UTC') => durations(measureNextReply(timeline(lines, { zone }), allHours), zone);

it('measures each run of the customer’s messages to the next answer', () => {
  // 10:00 - 09:00 = 1 h; 12:30 - 12:00 = 30 min. Together 1 h 30 min, the total reply time.
  expect(
    replies(`
      2026-03-02 09:00 customer creates
      2026-03-02 10:00 ana replies
      2026-03-02 12:00 customer replies
      2026-03-02 12:30 ben replies`),
  ).toEqual(['2026-03-02 10:00 ana 1:00', '2026-03-02 12:30 ben 0:30']);
});

it('counts several messages in a row once, from the first', () => {
  // 11:00 - 09:00 = 2 h; those of 09:15 and 10:45 wait along.
  expect(
    replies(`
      2026-03-02 09:00 customer creates
      2026-03-02 09:15 customer replies
      2026-03-02 10:45 customer replies
      2026-03-02 11:00 ana replies
      2026-03-02 11:05 ana replies`),
  ).toEqual(['2026-03-02 11:00 ana 2:00']);
});

it('is answered by no bot, no note and no mail to people outside', () => {
  // 13:00 - 09:00 = 4 h.
  expect(
    replies(`
      2026-03-02 09:00 customer creates
      2026-03-02 09:01 system replies
      2026-03-02 10:00 ana notes
      2026-03-02 11:00 ana forwards
      2026-03-02 12:00 outsider forwards
      2026-03-02 13:00 ana replies`),
  ).toEqual(['2026-03-02 13:00 ana 4:00']);
});

it('of a ticket that an agent wrote to the customer starts with the customer’s first message', () => {
  // Nobody waits from 09:00 to 10:00: 10:20 - 10:00 = 20 min.
  expect(
    replies(`
      2026-03-02 09:00 ana creates
      2026-03-02 10:00 customer replies
      2026-03-02 10:20 ana replies`),
  ).toEqual(['2026-03-02 10:20 ana 0:20']);
});

it('goes on through a solve without an answer, and is measured when it opens again and is answered', () => {
  // The run begins at 09:00 and solving ends none: the next day's 09:30 is 24 h + 30 min later.
  expect(
    replies(`
      2026-03-02 09:00 customer creates
      2026-03-02 09:10 ana sets solved
      2026-03-03 09:00 customer replies
      2026-03-03 09:00 system sets open
      2026-03-03 09:30 ana replies`),
  ).toEqual(['2026-03-03 09:30 ana 24:30']);
});

it('starts anew with thanks after a solve, and is nothing while nobody answers', () => {
  // 10:00 - 09:00 = 1 h. The thanks of 11:00 wait for nobody's answer yet.
  expect(
    replies(`
      2026-03-02 09:00 customer creates
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana sets solved
      2026-03-02 11:00 customer replies`),
  ).toEqual(['2026-03-02 10:00 ana 1:00']);
});

it('is none of a merged ticket', () => {
  expect(
    replies(`
      2026-03-02 09:00 customer creates
      2026-03-02 10:00 ana replies
      2026-03-02 10:01 ana merges 7`),
  ).toEqual([]);
});

it('is an hour longer than the clocks say over the night in which they are set back', () => {
  // Clocks say 23:00 to 07:00, eight hours; on 25 October 03:00 is followed by 02:00, so that nine went by.
  expect(
    replies(
      `
      2026-10-24 23:00 customer creates
      2026-10-25 07:00 ana replies`,
      'Europe/Oslo',
    ),
  ).toEqual(['2026-10-25 07:00 ana 9:00']);
});

it('within business hours leaves out the weekend and a holiday', () => {
  // Thursday 16:00 to 17:00 = 1 h; Friday 1 May is a holiday, then the weekend; Monday 09:00 to 09:45 = 45 min.
  const zone = 'Europe/Oslo';
  const history = timeline(
    `
    2026-04-30 16:00 customer creates
    2026-05-04 09:45 ana replies`,
    { zone },
  );
  expect(durations(measureNextReply(history, businessElapsed(officeHours(zone, ['2026-05-01']))), zone)).toEqual([
    '2026-05-04 09:45 ana 1:45',
  ]);
});
