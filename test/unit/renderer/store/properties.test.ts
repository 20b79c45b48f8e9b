import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnRow, createColumns } from '#renderer/store/columns.ts';
import { readPacked } from '#renderer/store/packed-columns.ts';
import { sortRows } from '#renderer/store/sort-rows.ts';
import { noSummary, summarise } from '#renderer/store/summary.ts';
import { message, NOW } from './fixtures.ts';
import { columnRow, latest } from './generated-rows.ts';

const filled = (puts: readonly ColumnRow[]) => {
  const columns = createColumns();
  for (const row of puts) columns.put(row);
  return columns;
};

describe('views over columns', () => {
  it('merge several accounts into one order', () => {
    fc.assert(
      fc.property(fc.array(columnRow, { maxLength: 30 }), fc.array(columnRow, { maxLength: 30 }), (a, b) => {
        const parts = [filled(a), filled(b)].map((columns) => ({
          columns,
          rows: Uint32Array.from({ length: columns.size() }, (_, index) => index),
        }));
        const sorted = sortRows(parts, { by: 'updated', descending: true });
        const seen = Array.from({ length: sorted.length }, (_, at) => sorted.at(at));
        const times = seen.map((ref) => parts[ref?.part ?? -1]?.columns.numbers().updatedAt[ref?.index ?? -1] ?? 0);
        expect(times).toEqual([...latest(a), ...latest(b)].map((row) => row.ticket.updatedAt).sort((x, y) => y - x));
      }),
    );
  });
});

describe('columns', () => {
  it('tell what was put last, also when packed and read back', () => {
    fc.assert(
      fc.property(fc.array(columnRow, { maxLength: 80 }), (puts) => {
        const first = filled(puts);
        const packed = readPacked(structuredClone(first.pack()));
        if (!packed) throw new Error('does not read back');
        for (const columns of [first, createColumns(packed)]) {
          expect(columns.size()).toBe(latest(puts).length);
          for (const row of latest(puts)) {
            const clean = (text: string) =>
              new TextDecoder().decode(new TextEncoder().encode(text.replaceAll('\u0000', ' ')));
            expect(columns.textAt(columns.indexOf(row.id))).toEqual({
              number: clean(row.ticket.number),
              subject: clean(row.ticket.subject),
              preview: clean(row.ticket.preview),
            });
          }
        }
      }),
    );
  });

  it('that do not fit together are not read', () => {
    const packed = filled([]).pack();
    expect(readPacked(packed)).not.toBe(null);
    expect(readPacked({ ...packed, size: 3 })).toBe(null);
    expect(readPacked({ ...packed, format: 1 })).toBe(null);
    expect(readPacked('nonsense')).toBe(null);
  });
});

describe('a summary', () => {
  it('is the same whatever the order in which messages come, and however often', () => {
    const one = fc.record({
      id: fc.integer({ min: 1, max: 12 }),
      kind: fc.constantFrom('reply' as const, 'note' as const),
      authorRole: fc.constantFrom('requester' as const, 'agent' as const, 'system' as const),
      mine: fc.boolean(),
    });
    const some = fc.uniqueArray(one, { selector: (part) => part.id, maxLength: 8 });
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (parts, order) => {
        const messages = parts.map((part) =>
          message({
            remoteId: `m${part.id}`,
            ticketRemoteId: '1',
            kind: part.kind,
            authorRole: part.authorRole,
            authorId: part.mine ? 'me' : 'other',
            createdAt: NOW + part.id,
          }),
        );
        const shuffled = [...messages, ...messages]
          .map((item) => ({ item, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
        expect(summarise(noSummary, shuffled, 'me')).toEqual(summarise(noSummary, messages, 'me'));
        const answered = Math.max(
          0,
          ...messages.filter((m) => m.kind === 'reply' && m.authorRole === 'agent').map((m) => m.createdAt),
        );
        const asked = messages.filter(
          (m) => m.kind === 'reply' && m.authorRole === 'requester' && m.createdAt > answered,
        );
        expect(summarise(noSummary, shuffled, 'me').unanswered[0]).toBe(
          asked.length === 0 ? undefined : Math.min(...asked.map((m) => m.createdAt)),
        );
      }),
    );
  });
});
