import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percentiles } from '#shared/metrics/percentile.ts';

const of = (values: readonly number[], ...shares: readonly number[]) => percentiles(Float64Array.from(values), shares);

it('is the middle one, or half way between the two', () => {
  expect(of([9, 1, 5], 0.5)).toEqual([5]);
  // (2 + 4) ÷ 2 = 3.
  expect(of([8, 2, 1, 4], 0.5)).toEqual([3]);
});

it('lies between two values in proportion, as a spreadsheet has it', () => {
  // Ten values: place 9 × 0.9 = 8.1, a tenth of the way from the ninth to the tenth: 90 + 0.1 × 10 = 91.
  expect(of([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.5, 0.9)).toEqual([55, 91]);
});

it('is the value itself of one, and none of none', () => {
  expect(of([7], 0.5, 0.9)).toEqual([7, 7]);
  expect(of([], 0.5)).toEqual([Number.NaN]);
});

it('agrees with sorting', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 }), (values) => {
      const sorted = values.toSorted((a, b) => a - b);
      const at = (share: number): number => {
        const place = (sorted.length - 1) * share;
        const low = sorted[Math.floor(place)] ?? 0;
        return low + ((sorted[Math.ceil(place)] ?? 0) - low) * (place - Math.floor(place));
      };
      const [median = 0, p90 = 0] = of(values, 0.5, 0.9);
      expect(median).toBeCloseTo(at(0.5), 9);
      expect(p90).toBeCloseTo(at(0.9), 9);
    }),
  );
});
