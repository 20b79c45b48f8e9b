import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from '#shared/domain/account.ts';
import { createText } from '#shared/i18n/text.ts';
import type { MacroStep, OwnMacro } from '#shared/macros/macro.ts';
import { readMacroFile, writeMacroFile } from '#shared/macros/macro-file.ts';
import { unreadableText } from '#shared/macros/problem-text.ts';

const account = (id: string, url: string, practice = false): Account => ({
  id,
  connectorId: 'zendesk',
  label: id,
  config: { url },
  me: { remoteId: id, name: id, email: null, administrator: false, groupIds: [] },
  practice,
});
const mine = account('zendesk-acme-1', 'https://acme.zendesk.com');
const hers = account('zendesk-acme-2', 'https://acme.zendesk.com/');

const idOf = (index: number): string => String(index).padStart(26, '0');
const macro = (index: number, more: Partial<OwnMacro> = {}): OwnMacro => ({
  id: idOf(index),
  title: `Returns::Macro ${index}`,
  description: '',
  accountId: null,
  steps: [{ do: 'status', status: 'solved' }],
  updatedAt: 1_764_000_000_000,
  ...more,
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const step: fc.Arbitrary<MacroStep> = fc.oneof(
  fc.record({ do: fc.constant('status' as const), status: fc.constantFrom('open' as const, 'solved' as const) }),
  fc.record({ do: fc.constant('priority' as const), priority: fc.constantFrom('low' as const, null) }),
  fc.record({
    do: fc.constant('field' as const),
    fieldId: text,
    value: fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 }), fc.constant(null)),
  }),
  fc.record({ do: fc.constant('tags' as const), added: fc.array(text), removed: fc.array(text) }),
  fc.record({
    do: fc.constant('write' as const),
    text,
    format: fc.constantFrom('markdown' as const, 'html' as const),
    mode: fc.constantFrom('insert' as const, 'replace' as const),
    public: fc.constantFrom(true, false, null),
  }),
  fc.record({ do: fc.constant('snooze' as const), until: text }),
);

test('taking a file that was just written changes nothing', () => {
  const macros = fc.uniqueArray(fc.nat(9_999), { maxLength: 6 }).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            description: text,
            accountId: fc.constantFrom(null, mine.id),
            steps: fc.array(step, { minLength: 1, maxLength: 5 }),
          })
          .map((more) => macro(id, more)),
      ),
    ),
  );
  fc.assert(
    fc.property(macros, (own) => {
      const read = readMacroFile(writeMacroFile(own, [mine]), { mine: own, accounts: [mine] });
      expect(read).toEqual({ ok: true, value: { added: [], changed: [], same: own, unreadable: [] } });
    }),
    { numRuns: 60 },
  );
});

test('says what is new, changed and the same', () => {
  const there = [macro(1), macro(2), macro(3)];
  const changed = macro(2, { title: 'Other', updatedAt: 5 });
  const file = writeMacroFile([macro(1, { updatedAt: 5 }), changed, macro(4)], []);
  expect(readMacroFile(file, { mine: there, accounts: [] })).toEqual({
    ok: true,
    value: { added: [macro(4)], changed: [{ from: macro(2), to: changed }], same: [macro(1)], unreadable: [] },
  });
});

test('names what cannot be taken, and takes the rest', () => {
  const file = JSON.stringify({
    holdfast: 'macros',
    version: 1,
    macros: [
      macro(1),
      { ...macro(2), steps: [{ do: 'fly' }] },
      macro(1, { title: 'Again' }),
      { ...macro(3, { accountId: 'other-1' }), helpdesk: { connector: 'zendesk', address: 'https://other.example' } },
      7,
      macro(5),
    ],
  });
  const read = readMacroFile(file, { mine: [], accounts: [mine] });
  if (!read.ok) throw new Error(read.error);
  expect(read.value.added).toEqual([macro(1), macro(5)]);
  expect(read.value.unreadable).toEqual([
    { at: 2, title: 'Returns::Macro 2', why: 'invalid', where: 'steps.0.do' },
    { at: 3, title: 'Again', why: 'twice', where: '' },
    { at: 4, title: 'Returns::Macro 3', why: 'other-helpdesk', where: 'https://other.example' },
    { at: 5, title: null, why: 'invalid', where: '' },
  ]);
  const t = createText('en');
  const sentences = read.value.unreadable.map((one) => unreadableText(t, one));
  expect(sentences[0]).toContain('Macro 2 “Returns › Macro 2”');
  expect(sentences[2]).toContain('https://other.example');
});

test('a colleague’s macro becomes one of mine of the same helpdesk', () => {
  const theirs = macro(1, { accountId: hers.id });
  const read = readMacroFile(writeMacroFile([theirs], [hers]), { mine: [], accounts: [mine] });
  expect(read.ok && read.value.added).toEqual([macro(1, { accountId: mine.id })]);
});

test('practice desks are one helpdesk, wherever they listen', () => {
  const [here, there] = [account('p-1', 'http://127.0.0.1:4000', true), account('p-2', 'http://127.0.0.1:5000', true)];
  const read = readMacroFile(writeMacroFile([macro(1, { accountId: 'p-1' })], [here]), { mine: [], accounts: [there] });
  expect(read.ok && read.value.added[0]?.accountId).toBe('p-2');
});

test.each([
  ['{', 'not-macros'],
  ['{"holdfast":"keymap"}', 'not-macros'],
  ['[]', 'not-macros'],
  ['{"holdfast":"macros","version":2,"macros":[]}', 'newer-version'],
])('%s is refused as a whole', (file, error) => {
  expect(readMacroFile(file, { mine: [], accounts: [] })).toEqual({ ok: false, error });
});
