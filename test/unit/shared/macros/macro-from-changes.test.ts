import { expect, test } from 'vitest';
import { stepsFromActions } from '#shared/macros/macro-from-changes.ts';
import { namesToPlaceholders } from '#shared/macros/names-to-placeholders.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';

const known = {
  requester: { name: 'Anna Maria O’Neil', email: 'anna@example.org' },
  me: { remoteId: 'me', name: 'Робін Шевчук', email: 'robin@desk.example' },
  number: '10241',
};
const words = (markdown: string) => ({ markdown, html: '', files: [] });
const update = (changes: TicketChanges): Action => ({ kind: 'update', changes });

test.each([
  ['Hello Anna,', 'Hello {{ticket.requester.first_name}},'],
  ['Dear Anna Maria O’Neil!', 'Dear {{ticket.requester.name}}!'],
  ['Annabel and JoAnna are others', 'Annabel and JoAnna are others'],
  ['Привіт, це Робін.', 'Привіт, це {{current_user.first_name}}.'],
  ['Робін Шевчук', '{{current_user.name}}'],
  ['write to anna@example.org', 'write to {{ticket.requester.email}}'],
  ['about #10241, not 10241 or #102410', 'about #{{ticket.id}}, not 10241 or #102410'],
])('%s', (text, template) => {
  expect(namesToPlaceholders(text, known)).toBe(template);
});

test('names with signs in them are names, and one that both have is the customer’s', () => {
  const odd = { requester: { name: 'J. (Jo) Doe', email: null }, me: { name: 'Jo Doe', email: null }, number: '' };
  expect(namesToPlaceholders('Dear J. (Jo) Doe', odd)).toBe('Dear {{ticket.requester.name}}');
  const both = { requester: { name: 'Jo', email: null }, me: { name: 'Jo', email: null }, number: '' };
  expect(namesToPlaceholders('Jo', both)).toBe('{{ticket.requester.first_name}}');
  expect(namesToPlaceholders('Jo', { ...both, requester: null })).toBe('{{current_user.first_name}}');
});

test('what was done becomes the steps that do it again', () => {
  const file = { name: 'label.pdf', mimeType: 'application/pdf', size: 3, sha256: 'a'.repeat(64) };
  const steps = stepsFromActions(
    [
      update({ priority: 'low', tagsAdded: ['a', 'b'], fields: { order: '1', reason: 'x' } }),
      update({ assigneeId: 'me', groupId: 'g-1', tagsRemoved: ['b', 'c'], fields: { reason: 'return' } }),
      { kind: 'note', words: words('first'), changes: {} },
      {
        kind: 'reply',
        words: { ...words('Hello Anna'), files: [file] },
        cc: [],
        changes: { status: 'on-hold', statusName: 'Workshop', priority: 'high' },
      },
      update({ linksAdded: [{ kind: 'problem', remoteId: '4' }] }),
    ],
    known,
  );
  expect(steps).toEqual([
    { do: 'status', status: 'on-hold', statusName: 'Workshop' },
    { do: 'priority', priority: 'high' },
    { do: 'assign-me' },
    { do: 'group', groupId: 'g-1' },
    { do: 'tags', added: ['a'], removed: ['b', 'c'] },
    { do: 'field', fieldId: 'order', value: '1' },
    { do: 'field', fieldId: 'reason', value: 'return' },
    {
      do: 'write',
      public: true,
      mode: 'insert',
      format: 'markdown',
      text: 'Hello {{ticket.requester.first_name}}',
    },
    { do: 'attach', files: [file] },
  ]);
});

test('a status without its name again loses the name of the one before', () => {
  const steps = stepsFromActions(
    [update({ status: 'on-hold', statusName: 'Workshop' }), update({ status: 'solved' })],
    known,
  );
  expect(steps).toEqual([{ do: 'status', status: 'solved' }]);
});

test('who was made to follow does so again, and I am whoever runs it', () => {
  const steps = stepsFromActions(
    [
      update({ followersAdded: ['me', 'a-1'], followersRemoved: ['a-2'] }),
      update({ followersAdded: ['a-2'], followersRemoved: ['a-1'] }),
    ],
    known,
  );
  expect(steps).toEqual([{ do: 'follow-me' }, { do: 'followers', added: ['a-2'], removed: ['a-1'] }]);
  expect(stepsFromActions([update({ followersRemoved: ['me'] })], known)).toEqual([{ do: 'unfollow-me' }]);
});

test('others are assigned by id, nobody as nobody, and nothing done is no step', () => {
  expect(stepsFromActions([update({ assigneeId: 'a-1' })], known)).toEqual([{ do: 'assign', agentId: 'a-1' }]);
  expect(stepsFromActions([update({ assigneeId: null })], known)).toEqual([{ do: 'assign', agentId: null }]);
  expect(stepsFromActions([update({ linksAdded: [] })], known)).toEqual([]);
});
