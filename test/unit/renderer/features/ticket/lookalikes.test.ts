import { expect, test } from 'vitest';
import type { Message } from '#shared/domain/conversation.ts';
import { lookalikes } from '../../../../../src/renderer/src/features/ticket/conversation/lookalikes.ts';
import { anEntry, NOON, replyAction } from '../../../../support/outbox-entry.ts';
import { message } from '../../store/fixtures.ts';

const mine = (remoteId: string, content: string, over: Partial<Message> = {}): Message =>
  message({
    remoteId,
    ticketRemoteId: '1',
    authorId: 'me',
    body: { format: 'text', content },
    createdAt: NOON,
    ...over,
  });
const found = (...messages: readonly Message[]): readonly string[] =>
  lookalikes(
    anEntry(1, { action: replyAction('It left the *warehouse* on Monday.') }),
    messages,
    'me',
    (one) => one.body.content,
  ).map(({ remoteId }) => remoteId);

test('what has most of its words in common comes first, whatever its marks', () => {
  expect(found(mine('m2', 'It left on Monday.'), mine('m3', 'it left the warehouse on monday'))).toEqual(['m3', 'm2']);
  expect(found(mine('m2', 'Thank you for the photos.'))).toEqual([]);
});

test('only mine, of the same kind, and since it was written', () => {
  const same = 'It left the warehouse on Monday.';
  expect(
    found(
      mine('m2', same, { authorId: 'r1' }),
      mine('m3', same, { kind: 'note' }),
      mine('m0', same, { createdAt: NOON - 120_000 }),
    ),
  ).toEqual([]);
});
