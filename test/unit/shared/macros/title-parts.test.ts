import { expect, test } from 'vitest';
import { titleInWords, titleParts } from '#shared/macros/title-parts.ts';

test.each([
  ['Close', [], 'Close', 'Close'],
  ['Orders::Ask and wait', ['Orders'], 'Ask and wait', 'Orders › Ask and wait'],
  [' Orders :: Late::Ask ', ['Orders', 'Late'], 'Ask', 'Orders › Late › Ask'],
  ['Orders::', [], 'Orders', 'Orders'],
  ['::', [], '::', '::'],
])('%s is read as people read it', (title, folder, name, words) => {
  expect(titleParts(title)).toEqual({ folder, name });
  expect(titleInWords(title)).toBe(words);
});
