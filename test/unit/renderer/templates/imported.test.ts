import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importPlaceholders } from '#shared/templates/import-placeholders.ts';
import { textOf } from './fixtures.ts';

test('what stands in for nothing is printed as it was written, whatever is in it', () => {
  const unit = fc.constantFrom('a', 'ї', '"', "'", '\\', 'n', '{', '}', '|', ' ', '😀');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 8 }), (fallback) => {
      const { text, unknown } = importPlaceholders('freescout', `[{%customer.firstName,fallback=${fallback}%}]`);
      expect(unknown).toEqual([]);
      expect(textOf(text)).toBe(`[${fallback.trim()}]`);
      expect(textOf(text, { ticket: { requester: { first_name: 'Zoë' } } })).toBe('[Zoë]');
    }),
  );
});
