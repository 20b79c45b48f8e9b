import { expect, it } from 'vitest';
import { measureOneTouch } from '#shared/metrics/measures/one-touch.ts';
import { timeline, values } from '../../../../support/timeline.ts';

const oneTouch = (lines: string) => values(measureOneTouch(timeline(lines)));

it('is a ticket that was solved with one public message of an agent', () => {
  // Ana's one message: 1. The note is none.
  expect(
    oneTouch(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:30 ben notes
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana sets solved`),
  ).toEqual(['2026-03-02 10:00 ana 1']);
});

it('is none with two messages, whoever wrote them, nor with one more after the solve', () => {
  // Ben's + Ana's = 2.
  expect(
    oneTouch(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:30 ben replies
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana sets solved`),
  ).toEqual(['2026-03-02 10:00 ana 0']);
  // One before and one after the solve = 2.
  expect(
    oneTouch(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana sets solved
      2026-03-02 11:00 ana replies`),
  ).toEqual(['2026-03-02 10:00 ana 0']);
});

it('is touched by no bot', () => {
  // The bot's two are none, Ana's is one: 1.
  expect(
    oneTouch(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 09:01 system replies
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana sets solved
      2026-03-03 10:00 system replies`),
  ).toEqual(['2026-03-02 10:00 ana 1']);
});

it('counts public messages and not answers: the words that an agent made the ticket with are one', () => {
  // Her opening words alone = 1; with an answer = 2.
  expect(
    oneTouch(`
      2026-03-02 09:00 ana creates for ana
      2026-03-02 10:00 ana sets solved`),
  ).toEqual(['2026-03-02 10:00 ana 1']);
  expect(
    oneTouch(`
      2026-03-02 09:00 ana creates for ana
      2026-03-02 09:30 customer replies
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana sets solved`),
  ).toEqual(['2026-03-02 10:00 ana 0']);
});

it('is not a ticket that was solved without a word', () => {
  // 0 messages are not 1.
  expect(
    oneTouch(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana sets solved`),
  ).toEqual(['2026-03-02 10:00 ana 0']);
});

it('counts at the last solve of a ticket that was opened again, and not at all while it is open', () => {
  // Still one message in all: 1, for Ben who had it at the last solve.
  const lines = `
    2026-03-02 09:00 customer creates for ana
    2026-03-02 10:00 ana replies
    2026-03-02 10:00 ana sets solved
    2026-03-03 09:00 customer replies
    2026-03-03 09:00 system sets open`;
  expect(oneTouch(lines)).toEqual([]);
  expect(oneTouch(`${lines}\n2026-03-03 10:00 ben assigns ben\n2026-03-03 11:00 ben sets solved`)).toEqual([
    '2026-03-03 11:00 ben 1',
  ]);
});

it('is none of a merged ticket', () => {
  expect(
    oneTouch(`
      2026-03-02 09:00 customer creates for ana
      2026-03-02 10:00 ana replies
      2026-03-02 10:00 ana merges 7
      2026-03-02 10:00 ana sets solved`),
  ).toEqual([]);
});
