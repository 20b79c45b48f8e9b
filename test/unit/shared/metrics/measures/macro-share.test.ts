import { expect, it } from 'vitest';
import { measureMacroShare } from '#shared/metrics/measures/macro-share.ts';
import { ownTimeline, values } from '../../../../support/timeline.ts';

const macroShare = (lines: string) =>
  measureMacroShare(ownTimeline(lines)).map(({ measured }) => values([measured])[0]);

it('is 1 of what one went into, and 0 of what none did', () => {
  // 1 of 2.
  expect(
    macroShare(`
      2026-03-02 09:00 macro-used 1 greeting
      2026-03-02 09:01 entry-made 1 a
      2026-03-02 09:05 entry-made 1 b`),
  ).toEqual(['2026-03-02 09:01 nobody 1', '2026-03-02 09:05 nobody 0']);
});

it('counts once what several went into', () => {
  // 1 of 1.
  expect(
    macroShare(`
      2026-03-02 09:00 macro-used 1 greeting
      2026-03-02 09:00 macro-used 1 farewell
      2026-03-02 09:01 entry-made 1 a`),
  ).toEqual(['2026-03-02 09:01 nobody 1']);
});

it('goes into what is done next on its own ticket', () => {
  // Used on 1, done on 2: 0; then done on 1: 1.
  expect(
    macroShare(`
      2026-03-02 09:00 macro-used 1 greeting
      2026-03-02 09:01 entry-made 2 a
      2026-03-02 09:02 entry-made 1 b`),
  ).toEqual(['2026-03-02 09:01 nobody 0', '2026-03-02 09:02 nobody 1']);
});

it('is none of what was taken back', () => {
  // The first is gone, and it took with it what went into it: 0 of 1.
  expect(
    macroShare(`
      2026-03-02 09:00 macro-used 1 greeting
      2026-03-02 09:01 entry-made 1 a
      2026-03-02 09:01:05 entry-undone 1 a
      2026-03-02 09:02 entry-made 1 b`),
  ).toEqual(['2026-03-02 09:02 nobody 0']);
});

it('counts what came twice once, in whatever order', () => {
  // 1 of 1.
  expect(
    macroShare(`
      2026-03-02 09:01 entry-made 1 a
      2026-03-02 09:00 macro-used 1 greeting
      2026-03-02 09:01 entry-made 1 a
      2026-03-02 09:00 macro-used 1 greeting`),
  ).toEqual(['2026-03-02 09:01 nobody 1']);
});

it('was used before what it went into in the same instant', () => {
  expect(
    macroShare(`
      2026-03-02 09:00 entry-made 1 a
      2026-03-02 09:00 macro-used 1 greeting`),
  ).toEqual(['2026-03-02 09:00 nobody 1']);
});

it('is neither of another kind, nor of what was used and led to nothing', () => {
  expect(
    macroShare(`
      2026-03-02 09:00 canned-used 1 greeting
      2026-03-02 09:01 entry-made 1 a
      2026-03-02 09:02 macro-used 1 greeting`),
  ).toEqual(['2026-03-02 09:01 nobody 0']);
});

it('goes into the next message where its words wait for one, past what is done in between', () => {
  // Put into the composer, then a field was set by hand: 0; then the message was sent: 1.
  expect(
    macroShare(`
      2026-03-02 09:00 macro-used 1 greeting~
      2026-03-02 09:01 entry-made 1 a?
      2026-03-02 09:02 entry-made 1 b
      2026-03-02 09:03 entry-made 1 c`),
  ).toEqual(['2026-03-02 09:01 nobody 0', '2026-03-02 09:02 nobody 1', '2026-03-02 09:03 nobody 0']);
});

it('went into nothing where what waited was thrown away', () => {
  // 0 of 1.
  expect(
    macroShare(`
      2026-03-02 09:00 macro-used 1 greeting~
      2026-03-02 09:01 draft-dropped 1
      2026-03-02 09:02 entry-made 1 a`),
  ).toEqual(['2026-03-02 09:02 nobody 0']);
});

it('counts what says nothing as well: a macro may only set fields', () => {
  // 1 of 1.
  expect(
    macroShare(`
      2026-03-02 09:00 macro-used 1 escalate
      2026-03-02 09:01 entry-made 1 a?`),
  ).toEqual(['2026-03-02 09:01 nobody 1']);
});
