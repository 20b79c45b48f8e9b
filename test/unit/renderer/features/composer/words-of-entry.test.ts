import { expect, test } from 'vitest';
import { forwardFields, withForwardFields } from '#renderer/features/composer/forward/forward-fields.ts';
import { wordsOfEntry } from '#renderer/features/composer/words-of-entry.ts';
import { anEntry, forwardAction } from '../../../../support/outbox-entry.ts';

const file = (name: string) => ({ name, mimeType: 'application/pdf', size: 3 });
const label = { ...file('label.pdf'), remoteId: 'f1', ticketRemoteId: '1' };
const order = { ...file('order.pdf'), remoteId: 'f2', ticketRemoteId: '1' };

test('a forward that is taken back has its words without the signature, and every file once', () => {
  const to = 'post@carrier.example';
  const kept = { ...file('label.pdf'), sha256: 'a'.repeat(64) };
  const entry = anEntry(1, {
    action: forwardAction('Please look\n\n-- \nAnn', {
      words: { markdown: 'Please look\n\n-- \nAnn', html: '', files: [kept] },
      originals: [order],
    }),
    draft: { text: 'Please look', fields: withForwardFields({}, { to, originals: [label, order] }) },
  });
  const back = wordsOfEntry(entry, []);
  expect(back?.draft.kind).toBe('forward');
  expect(back?.words).toMatchObject({ text: 'Please look', files: [kept] });
  expect(forwardFields({ fields: back?.words.fields ?? {} })).toMatchObject({ to, originals: [order] });
});

test('a reply that is taken back has all that its draft had; one of an earlier version what it was sent with', () => {
  const words = { markdown: 'Hello\n\n-- \nAnn', html: '', files: [] };
  const action = { kind: 'reply', words, cc: ['bo@b.example'], changes: { status: 'solved' } } as const;
  const fields = { cc: 'bo@b.example', carried: '{}' };
  expect(wordsOfEntry(anEntry(1, { action, draft: { text: 'Hello', fields } }), [])?.words).toMatchObject({
    text: 'Hello',
    fields,
  });
  expect(wordsOfEntry(anEntry(1, { action }), [])?.words).toMatchObject({
    text: words.markdown,
    fields: { cc: 'bo@b.example' },
  });
});

test('feedback that is taken back goes into its form, not into a note', () => {
  const words = { markdown: '**Product feedback:** Slow', html: '', files: [] };
  const action = { kind: 'note', words, changes: { tagsAdded: ['product_feedback'] } } as const;
  const fields = { howOften: 'often', severity: 'blocks', quote: 'Hours' };
  const from = { ticketId: 'desk-1:1', kind: 'feedback', keepsText: false } as const;
  const back = wordsOfEntry(anEntry(1, { action, draft: { text: 'Slow', fields, from } }), []);
  expect(back?.draft.kind).toBe('feedback');
  expect(back?.words).toMatchObject({ text: 'Slow', fields });
});
