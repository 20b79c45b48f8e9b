import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextWatched, packWatch, unpackWatch, updateWatch } from '#main/connectors/zendesk/watch.ts';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 10_000_000 }), { maxLength: 300 });

test('packing keeps the ids', () => {
  fc.assert(
    fc.property(ids, (list) => {
      expect(unpackWatch(packWatch(list))).toEqual([...list].sort((a, b) => a - b));
    }),
  );
});

test('looking round by round meets every id once a round', () => {
  fc.assert(
    fc.property(ids, fc.integer({ min: 1, max: 50 }), (list, size) => {
      const packed = packWatch(list);
      const met: number[] = [];
      let at = 0;
      do {
        const { ids: part, next } = nextWatched(packed, at, size);
        met.push(...part);
        at = next;
      } while (at !== 0);
      expect(met).toEqual([...list].sort((a, b) => a - b));
    }),
  );
});

test('closed tickets leave, open ones stay', () => {
  const packed = updateWatch(packWatch([3, 9]), [
    { id: 9, watched: false },
    { id: 12, watched: true },
  ]);
  expect(unpackWatch(packed)).toEqual([3, 12]);
});
