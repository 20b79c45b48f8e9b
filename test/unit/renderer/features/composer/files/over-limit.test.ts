import { expect, test } from 'vitest';
import { mostBytes, overLimit } from '#renderer/features/composer/files/over-limit.ts';
import { MOST_FILE_BYTES } from '#shared/outbox/action.ts';

const limits = { fileBytes: 50, messageBytes: 80 };

test('a file at the limit goes, one byte more does not', () => {
  expect(overLimit(limits, 50, 0)).toBeNull();
  expect(overLimit(limits, 51, 0)).toEqual({ which: 'file', bytes: 50 });
});

test('the files of a message count together', () => {
  expect(overLimit(limits, 30, 50)).toBeNull();
  expect(overLimit(limits, 31, 50)).toEqual({ which: 'message', bytes: 80 });
  expect(overLimit({ ...limits, messageBytes: null }, 31, 50)).toBeNull();
});

test('where the helpdesk’s limit is not known, or is above what Holdfast can hold, Holdfast’s own counts', () => {
  for (const known of [null, { fileBytes: null, messageBytes: null }, { fileBytes: 1e12, messageBytes: null }]) {
    expect(mostBytes(known)).toBe(MOST_FILE_BYTES);
    expect(overLimit(known, MOST_FILE_BYTES + 1, 0)).toEqual({ which: 'file', bytes: MOST_FILE_BYTES });
  }
});
