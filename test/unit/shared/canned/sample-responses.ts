import fc from 'fast-check';
import type { CannedResponse } from '#shared/canned/canned-response.ts';

export const idOf = (index: number): string => String(index).padStart(26, '0');

export const response = (shortcode: string, more: Partial<CannedResponse> = {}): CannedResponse => ({
  id: idOf(1),
  shortcode,
  title: `Title of ${shortcode}`,
  folder: [],
  tags: [],
  scope: 'personal',
  variants: [{ locale: null, text: `Text of ${shortcode}` }],
  files: [],
  updatedAt: 1_764_000_000_000,
  ...more,
});

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  // What CSV, lists in a cell and spreadsheets are particular about.
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', "'", '=', '+', '-', '@', '/', '\\', ' ', 'a'),
    maxLength: 12,
  }),
);
const name = words.map((word) => word.trim()).filter((word) => word !== '');

/** Lists of responses of any content, each with a shortcode of its own. */
export const anyResponses = (files: fc.Arbitrary<CannedResponse['files']>): fc.Arbitrary<readonly CannedResponse[]> =>
  fc
    .array(
      fc.record({
        title: name,
        folder: fc.array(name, { maxLength: 3 }),
        tags: fc.array(
          words.filter((tag) => tag !== ''),
          { maxLength: 3 },
        ),
        scope: fc.constantFrom('personal' as const, 'team' as const),
        variants: fc
          .uniqueArray(fc.constantFrom(null, 'en', 'uk', 'vi', 'pt-BR', 'zh-Hant-TW'), { minLength: 1 })
          .chain((locales) => fc.tuple(...locales.map((locale) => words.map((text) => ({ locale, text }))))),
        files,
      }),
      { maxLength: 5 },
    )
    .map((list) => list.map((more, index) => response(`code-${index}`, { id: idOf(index), ...more })));
