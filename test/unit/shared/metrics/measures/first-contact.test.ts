import { expect, it } from 'vitest';
import { DAY_MS } from '#shared/metrics/day-of.ts';
import { measureFirstContact } from '#shared/metrics/measures/first-contact.ts';
import { timeline, values } from '../../../../support/timeline.ts';

const firstContact = (
  lines: string,
  { channel = 'email', windowMs }: { channel?: 'phone' | 'email'; windowMs?: number } = {},
) => values(measureFirstContact(timeline(lines, { ticket: { channel } }), windowMs));

const SOLVED = `
  2026-03-02 09:00 customer creates for ana
  2026-03-02 10:00 ana replies
  2026-03-02 10:00 ana sets solved`;

it('is a ticket that the first answer solved for good; it is known a week after', () => {
  // One answer up to the solve of 2 March 10:00, not opened until 9 March 10:00: 1.
  expect(firstContact(SOLVED)).toEqual(['2026-03-09 10:00 ana 1']);
});

it('is none when it took a second answer, also of another agent', () => {
  // Ben's + Ana's = 2.
  expect(
    firstContact(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:30 ben replies
      2026-03-02 09:40 customer replies
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana sets solved`),
  ).toEqual(['2026-03-09 10:00 ana 0']);
});

it('is none when it was opened again within the window; later is no matter', () => {
  // 9 March 09:59 is a minute before the window's end, 9 March 10:01 a minute after it.
  expect(firstContact(`${SOLVED}\n2026-03-09 09:59 system sets open`)).toEqual(['2026-03-09 10:00 ana 0']);
  expect(firstContact(`${SOLVED}\n2026-03-09 10:01 system sets open`)).toEqual(['2026-03-09 10:00 ana 1']);
});

it('takes another window', () => {
  // Opened two days after the solve: within three days, not within one.
  const lines = `${SOLVED}\n2026-03-04 10:00 system sets open`;
  expect(firstContact(lines, { windowMs: 3 * DAY_MS })).toEqual(['2026-03-05 10:00 ana 0']);
  expect(firstContact(lines, { windowMs: DAY_MS })).toEqual(['2026-03-03 10:00 ana 1']);
});

it('is no matter of bots, of a close after the solve or of an answer after it', () => {
  // Up to the solve there is Ana's answer alone: 1.
  expect(
    firstContact(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:01 system replies
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana sets solved
      2026-03-02 11:00 ana replies
      2026-03-06 10:00 system sets closed`),
  ).toEqual(['2026-03-09 10:00 ana 1']);
});

it('of a ticket that an agent made has had its contact with its words', () => {
  // Her opening words are the contact: 1. With an answer they are two: 0.
  expect(firstContact('2026-03-02 09:00 ana creates as solved for ana')).toEqual(['2026-03-09 09:00 ana 1']);
  expect(
    firstContact(`
      2026-03-02 09:00 ana creates for ana
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana sets solved`),
  ).toEqual(['2026-03-09 10:00 ana 0']);
});

it('needs no written answer on the telephone; elsewhere a ticket without one counts in neither number', () => {
  const lines = '2026-03-02 09:00 ana creates noting as solved for ana';
  expect(firstContact(lines, { channel: 'phone' })).toEqual(['2026-03-09 09:00 ana 1']);
  expect(firstContact(lines)).toEqual([]);
});

it('is of the assignee at the first solve, and none of a merged ticket', () => {
  expect(firstContact(`${SOLVED}\n2026-03-02 12:00 ben assigns ben`)).toEqual(['2026-03-09 10:00 ana 1']);
  expect(firstContact(`${SOLVED}\n2026-03-02 12:00 ben merges 7`)).toEqual([]);
});
