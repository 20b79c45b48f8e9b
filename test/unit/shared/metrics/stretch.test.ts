import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Stretch, unionOf, without } from '#shared/metrics/stretch.ts';

const stretch = (from: number, until: number): Stretch => ({ from, until });

it('joins what meets or overlaps, and leaves out what is empty', () => {
  expect(unionOf([stretch(5, 7), stretch(1, 3), stretch(3, 4), stretch(6, 6), stretch(6, 9), stretch(8, 8)])).toEqual([
    stretch(1, 4),
    stretch(5, 9),
  ]);
});

it('takes out what lies in others, in the middle and over the ends', () => {
  expect(without([stretch(0, 10)], [stretch(-1, 1), stretch(3, 4), stretch(4, 5), stretch(9, 12)])).toEqual([
    stretch(1, 3),
    stretch(5, 9),
  ]);
  expect(without([stretch(0, 2), stretch(5, 6)], [stretch(0, 6)])).toEqual([]);
});

it('agrees with looking at each moment by itself', () => {
  const some = fc.array(
    fc.tuple(fc.nat(20), fc.nat(20)).map(([from, length]) => stretch(from, from + length)),
    { maxLength: 5 },
  );
  const covers = (stretches: readonly Stretch[], at: number): boolean =>
    stretches.some(({ from, until }) => from <= at && at < until);
  fc.assert(
    fc.property(some, some, (stretches, others) => {
      for (let at = 0; at < 42; at++) {
        expect(covers(unionOf(stretches), at)).toBe(covers(stretches, at));
        expect(covers(without(stretches, others), at)).toBe(covers(stretches, at) && !covers(others, at));
      }
    }),
  );
});
