import { expect, test } from 'vitest';
import {
  forwardFields,
  isUntouched,
  WHOLE,
  withForwardFields,
} from '#renderer/features/composer/forward/forward-fields.ts';
import { delivered, messageFor, messagesOf, originalsOf } from '#renderer/features/composer/forward/what-to-forward.ts';
import type { ConversationItem, ShownMessage } from '#renderer/store/desk-tickets.ts';
import { aMessage, anEntry, forwardAction } from '../../../../../support/outbox-entry.ts';

const shown = (id: string, change: Partial<ShownMessage> = {}): ShownMessage => ({
  ...aMessage(id),
  entry: null,
  doubled: false,
  ...change,
});
const file = (remoteId: string, name: string, inline = false) => ({
  remoteId,
  name,
  mimeType: 'image/png',
  size: 3,
  inline,
});
const messages = [
  shown('m1', { attachments: [file('f1', 'photo.png')] }),
  shown('m2', { kind: 'note', authorRole: 'agent', attachments: [file('f9', 'internal.png')] }),
  shown('m3', { authorRole: 'agent', clientId: '01A', attachments: [file('f2', 'photo.png', true)] }),
  shown('m4', { authorRole: 'system' }),
  shown('m5', { kind: 'forward', authorRole: 'outside' }),
];
const idsOf = (all: readonly ShownMessage[]): readonly string[] => all.map(({ remoteId }) => remoteId);

test('what is still on its way cannot be forwarded', () => {
  const pending = shown('p1', { entry: anEntry(1, { action: forwardAction('Look') }) });
  const items = [...messages, pending].map((message): ConversationItem => ({ type: 'message', message }));
  expect(idsOf(delivered({ synced: 'whole', items }))).toEqual(idsOf(messages));
  expect(delivered(null)).toEqual([]);
});

test('the one at hand is forwarded, by its id or by that of the action that made it; else the last that was exchanged', () => {
  expect(messageFor(messages, 'm2')?.remoteId).toBe('m2');
  expect(messageFor(messages, '01A')?.remoteId).toBe('m3');
  expect(messageFor(messages, null)?.remoteId).toBe('m3');
  expect(messageFor(messages, 'gone')?.remoteId).toBe('m3');
  expect(messageFor([], null)).toBeNull();
});

test('the whole conversation is what the customer has seen of it', () => {
  expect(idsOf(messagesOf(messages, WHOLE))).toEqual(['m1', 'm3']);
  expect(idsOf(messagesOf(messages, 'm2'))).toEqual(['m2']);
  expect(messagesOf(messages, '')).toEqual([]);
});

test('files go along once, also those that stand in the words, each under a name of its own', () => {
  const twice = shown('m6', { attachments: [file('f1', 'photo.png'), file('f3', '../evil.png')] });
  expect(originalsOf([...messagesOf(messages, WHOLE), twice]).map(({ remoteId, name }) => [remoteId, name])).toEqual([
    ['f1', 'photo.png'],
    ['f2', 'photo-2.png'],
    ['f3', 'evil.png'],
  ]);
});

test('a draft keeps its files in a field, and what does not parse there is none', () => {
  const originals = originalsOf(messages.slice(0, 1));
  const fields = withForwardFields({ other: 'kept' }, { to: 'a@b.example', originals });
  expect(forwardFields({ fields })).toMatchObject({ to: 'a@b.example', originals });
  expect(fields['other']).toBe('kept');
  expect(withForwardFields(fields, { originals: [] })['originals']).toBe('');
  for (const originalsText of ['{', '[{"name":1}]', ''])
    expect(forwardFields({ fields: { originals: originalsText } }).originals).toEqual([]);
});

test('a form that was only looked at is as it was begun', () => {
  const begun = {
    text: '\n\nQuote',
    cursorAt: 0,
    files: [],
    fields: { subject: 'Fwd: Parcel', quoted: 'Quote', source: 'm1', originals: '' },
  };
  expect(isUntouched(begun, 'Fwd: Parcel')).toBe(true);
  expect(isUntouched({ ...begun, text: 'Hello\n\nQuote' }, 'Fwd: Parcel')).toBe(false);
  expect(isUntouched({ ...begun, fields: { ...begun.fields, to: 'a@b.example' } }, 'Fwd: Parcel')).toBe(false);
  expect(isUntouched({ ...begun, fields: { ...begun.fields, subject: 'Else' } }, 'Fwd: Parcel')).toBe(false);
  const sha256 = 'a'.repeat(64);
  const own = { ...begun, files: [{ name: 'a', mimeType: 'b/c', size: 1, sha256 }] };
  expect(isUntouched(own, 'Fwd: Parcel')).toBe(false);
  expect(isUntouched({ text: '', cursorAt: 0, files: [], fields: {} }, 'Fwd: Parcel')).toBe(false);
});
