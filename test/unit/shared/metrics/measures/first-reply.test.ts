import { expect, it } from 'vitest';
import { allHours, businessElapsed } from '#shared/metrics/calendar.ts';
import { historyOf } from '#shared/metrics/history.ts';
import { measureFirstReply } from '#shared/metrics/measures/first-reply.ts';
import { CONTEXT, durations, officeHours, rowsOf, timeline } from '../../../../support/timeline.ts';

const firstReply = (lines: string, zone = 'UTC') =>
  durations(measureFirstReply(timeline(lines, { zone }), allHours), zone);

it('goes from the making to the first public answer, which is its author’s', () => {
  // 09:40 - 09:00 = 40 min. A note is no answer, and that Ana has the ticket makes Ben's answer no answer of hers.
  expect(
    firstReply(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:10 ana notes
      2026-03-02 09:40 ben replies
      2026-03-02 09:50 ana replies`),
  ).toEqual(['2026-03-02 09:40 ben 0:40']);
});

it('is not stopped by a bot', () => {
  // The bot's 09:01 does not count: 11:30 - 09:00 = 2 h 30 min.
  expect(
    firstReply(`
      2026-03-02 09:00 customer creates
      2026-03-02 09:01 system replies
      2026-03-02 11:30 ana replies`),
  ).toEqual(['2026-03-02 11:30 ana 2:30']);
});

it('of a ticket that an agent wrote to the customer is the agents’ second message', () => {
  // Her opening words at 09:00 are the first, 12:15 the second: 12:15 - 09:00 = 3 h 15 min.
  expect(
    firstReply(`
      2026-03-02 09:00 ana creates for ana
      2026-03-02 10:00 customer replies
      2026-03-02 12:15 ana replies`),
  ).toEqual(['2026-03-02 12:15 ana 3:15']);
  expect(firstReply('2026-03-02 09:00 ana creates for ana')).toEqual([]);
});

it('of a ticket that an agent made with a note, as of a call, is the first public message', () => {
  // 09:20 - 09:00 = 20 min.
  expect(
    firstReply(`
      2026-03-02 09:00 ana creates noting for ana
      2026-03-02 09:20 ana replies`),
  ).toEqual(['2026-03-02 09:20 ana 0:20']);
});

it('of a ticket that was solved without a word comes when it is answered later', () => {
  // Solving at 09:30 is no answer; the next day's 10:00 is 24 h + 1 h after 09:00.
  expect(
    firstReply(`
      2026-03-02 09:00 customer creates
      2026-03-02 09:30 ana sets solved
      2026-03-03 10:00 ana replies`),
  ).toEqual(['2026-03-03 10:00 ana 25:00']);
});

it('stays what it is when the ticket is opened again', () => {
  // 10:00 - 09:00 = 1 h, whatever comes after.
  expect(
    firstReply(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana sets solved
      2026-03-04 08:00 customer replies
      2026-03-04 08:00 system sets open
      2026-03-04 12:00 ben replies`),
  ).toEqual(['2026-03-02 10:00 ana 1:00']);
});

it('is none of a merged ticket, nor of one whose conversation is not here', () => {
  const lines = `
    2026-03-02 09:00 customer creates
    2026-03-02 10:00 ana replies`;
  expect(firstReply(`${lines}\n2026-03-02 10:05 ana merges 7`)).toEqual([]);
  const { ticket, messages, events } = rowsOf(lines);
  expect(measureFirstReply(historyOf(ticket, messages, events, { ...CONTEXT, whole: false }), allHours)).toEqual([]);
});

it('of the ticket that is left starts with its own making, not with what was said on the one merged into it', () => {
  // Ben's answer at 08:30 was on the other ticket: 10:00 - 09:00 = 1 h.
  const { ticket, messages, events } = rowsOf(`
    2026-03-02 09:00 customer creates
    2026-03-02 10:00 ana replies`);
  const early = rowsOf('2026-03-02 08:30 ben creates').messages.map((one) => ({ ...one, remoteId: '90' }));
  const history = historyOf(ticket, [...early, ...messages], events, CONTEXT);
  expect(durations(measureFirstReply(history, allHours))).toEqual(['2026-03-02 10:00 ana 1:00']);
});

it('is an hour shorter than the clocks say over the night in which they are set forward', () => {
  // Clocks say 22:00 to 08:00, ten hours; in the night to 29 March 02:00 is followed by 03:00, so that nine went by.
  expect(
    firstReply(
      `
      2026-03-28 22:00 customer creates
      2026-03-29 08:00 ana replies`,
      'Europe/Oslo',
    ),
  ).toEqual(['2026-03-29 08:00 ana 9:00']);
});

it('within business hours leaves the weekend out', () => {
  // Friday 16:30 to 17:00 = 30 min, Monday 09:00 to 10:00 = 1 h.
  const zone = 'Europe/Oslo';
  const history = timeline(
    `
    2026-03-06 16:30 customer creates
    2026-03-09 10:00 ana replies`,
    { zone },
  );
  expect(durations(measureFirstReply(history, businessElapsed(officeHours(zone))), zone)).toEqual([
    '2026-03-09 10:00 ana 1:30',
  ]);
});
