import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCannedCsv } from '#shared/canned/canned-file-csv.ts';
import { writeCannedJson } from '#shared/canned/canned-file-json.ts';
import type { CannedResponse } from '#shared/canned/canned-response.ts';
import { importDryRun } from '#shared/canned/import-dry-run.ts';
import { readCannedFile } from '#shared/canned/read-canned-file.ts';
import { anyResponses, idOf } from './sample-responses.ts';

const dryRun = (text: string, mine: readonly CannedResponse[]) => {
  const file = readCannedFile(text, { toMarkdown: (html) => html });
  if (!file.ok) throw new Error(file.error);
  return importDryRun(file.value, { mine, newId: () => idOf(99), now: 5 });
};
const nothing = (same: readonly CannedResponse[]) => ({ added: [], changed: [], same, leftOut: [], untranslated: [] });
const file = { name: 'guide.pdf', mimeType: 'application/pdf', size: 9, sha256: 'a'.repeat(64) };

test.each([
  ['CSV', writeCannedCsv],
  ['JSON', writeCannedJson],
])('importing the %s that was exported changes nothing', (_form, write) => {
  fc.assert(
    fc.property(anyResponses(fc.constantFrom([], [file])), (mine) => {
      expect(dryRun(write(mine), mine)).toEqual(nothing(mine));
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['CSV', writeCannedCsv],
  ['JSON', writeCannedJson],
])('what is exported as %s is the same on another machine', (_form, write) => {
  fc.assert(
    fc.property(anyResponses(fc.constant([])), (theirs) => {
      const told = theirs.map((one) => ({
        ...one,
        id: idOf(99),
        updatedAt: 5,
        tags: write === writeCannedCsv ? one.tags.map((tag) => tag.trim()).filter(Boolean) : one.tags,
      }));
      expect(dryRun(write(theirs), [])).toEqual({ ...nothing([]), added: told });
    }),
    { numRuns: 50 },
  );
});
