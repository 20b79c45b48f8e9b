import { expect, it } from 'vitest';
import { measureUndoRate } from '#shared/metrics/measures/undo-rate.ts';
import { ownTimeline, values } from '../../../../support/timeline.ts';

const undoRate = (lines: string) => measureUndoRate(ownTimeline(lines)).map(({ measured }) => values([measured])[0]);

it('is 1 of what it happened to, when that was done, and 0 of the rest', () => {
  // 1 of 2.
  expect(
    undoRate(`
      2026-03-02 09:00 entry-made 1 a
      2026-03-02 09:00:05 entry-undone 1 a
      2026-03-02 09:10 entry-made 1 b`),
  ).toEqual(['2026-03-02 09:00 nobody 1', '2026-03-02 09:10 nobody 0']);
});

it('is nothing where nothing was done', () => {
  expect(undoRate('')).toEqual([]);
  expect(undoRate('2026-03-02 09:00 entry-undone 1 a')).toEqual([]);
});

it('counts what says nothing as well', () => {
  expect(
    undoRate(`
      2026-03-02 09:00 entry-made 1 a?
      2026-03-02 09:00:05 entry-undone 1 a`),
  ).toEqual(['2026-03-02 09:00 nobody 1']);
});

it('is not the other thing that may happen to it', () => {
  expect(
    undoRate(`
      2026-03-02 09:00 entry-made 1 a
      2026-03-02 09:00:05 entry-held 1 a`),
  ).toEqual(['2026-03-02 09:00 nobody 0']);
});

it('counts once what is said twice', () => {
  // 1 of 1.
  expect(
    undoRate(`
      2026-03-02 09:00 entry-made 1 a
      2026-03-02 09:00:05 entry-undone 1 a
      2026-03-02 09:30 entry-undone 1 a`),
  ).toEqual(['2026-03-02 09:00 nobody 1']);
});

it('knows what was done by its id, also on two tickets at once and in whatever order', () => {
  expect(
    undoRate(`
      2026-03-02 09:00:05 entry-undone 2 b
      2026-03-02 09:01 entry-made 2 b
      2026-03-02 09:00 entry-made 1 a
      2026-03-02 09:01 entry-made 2 b`),
  ).toEqual(['2026-03-02 09:00 nobody 0', '2026-03-02 09:01 nobody 1']);
});
