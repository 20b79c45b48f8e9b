import { expect, test } from 'vitest';
import { newestByOthers } from '#renderer/features/ticket/conversation/newest-by-others.ts';
import type { ConversationItem } from '#renderer/store/desk-tickets.ts';
import type { Message } from '#shared/domain/conversation.ts';
import { aMessage } from '../../../../support/outbox-entry.ts';

const OPENED = 1_000_000;
const message = (remoteId: string, change: Partial<Message>): ConversationItem => ({
  type: 'message',
  message: { ...aMessage(remoteId, change), entry: null, doubled: false },
});
const maria = { authorId: 'maria', authorName: 'Maria', authorRole: 'agent' } as const;
const changed = (actorId: string | null, at: number): ConversationItem => ({
  type: 'event',
  event: {
    remoteId: `e${at}`,
    ticketRemoteId: '1',
    kind: 'status',
    actorId,
    actorName: 'Maria',
    at,
    field: null,
    from: null,
    fromId: null,
    toId: null,
    to: null,
  },
});

test('a colleague’s answer since the ticket was opened is told; what was there before is not', () => {
  const before = message('1', { ...maria, createdAt: OPENED - 1 });
  expect(newestByOthers([before], 'me', OPENED)).toBe(null);
  const replied = message('2', { ...maria, createdAt: OPENED });
  expect(newestByOthers([before, replied], 'me', OPENED)).toEqual({
    who: 'Maria',
    did: 'replied',
    at: OPENED,
    messageRemoteId: '2',
  });
  const noted = message('3', { ...maria, kind: 'note', createdAt: OPENED + 5 });
  expect(newestByOthers([replied, noted], 'me', OPENED)?.did).toBe('noted');
  const wrote = message('4', { authorRole: 'requester', createdAt: OPENED + 6 });
  expect(newestByOthers([replied, wrote], 'me', OPENED)?.did).toBe('wrote');
});

test('neither triggers nor what I did myself is anybody else’s, and my answer settles what came before it', () => {
  const trigger = message('1', { authorRole: 'system', authorId: null, createdAt: OPENED + 1 });
  const mine = message('2', { authorId: 'me', authorRole: 'agent', createdAt: OPENED + 2 });
  expect(newestByOthers([trigger, mine, changed('me', OPENED + 3), changed(null, OPENED + 3)], 'me', OPENED)).toBe(
    null,
  );
  const replied = message('3', { ...maria, createdAt: OPENED + 1 });
  expect(newestByOthers([replied, mine], 'me', OPENED)).toBe(null);
});

test('a change is told where nothing was said', () => {
  expect(newestByOthers([changed('maria', OPENED + 4)], 'me', OPENED)).toEqual({
    who: 'Maria',
    did: 'changed',
    at: OPENED + 4,
    messageRemoteId: null,
  });
  const replied = message('2', { ...maria, createdAt: OPENED + 1 });
  expect(newestByOthers([replied, changed('maria', OPENED + 4)], 'me', OPENED)?.did).toBe('replied');
});
