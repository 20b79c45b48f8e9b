import { expect, test } from 'vitest';
import type { TicketEvent } from '#shared/domain/conversation.ts';
import { createText } from '#shared/i18n/text.ts';
import { eventSentence } from '../../../../../src/renderer/src/features/ticket/conversation/EventLines.tsx';

const t = createText('en');
const said = (change: Partial<TicketEvent>): string =>
  eventSentence(t, {
    remoteId: 'e1',
    ticketRemoteId: '1',
    kind: 'status',
    actorId: null,
    actorName: 'Ada',
    at: 0,
    field: null,
    from: null,
    fromId: null,
    toId: null,
    to: null,
    ...change,
  });

test('says our own words for values as the rest of the window does', () => {
  expect(said({ from: 'new', to: 'on-hold' })).toBe('Ada set the status from New to On hold');
  expect(said({ kind: 'priority', to: 'high' })).toBe('Ada changed the priority from nothing to High');
  expect(said({ kind: 'type', from: 'question', to: 'task' })).toBe('Ada changed the type from Question to Task');
});

test('leaves names that are the helpdesk’s own as they are', () => {
  expect(said({ from: 'stalled', to: 'resolved' })).toBe('Ada set the status from stalled to resolved');
  expect(said({ kind: 'field', field: 'Urgency', from: 'new', to: 'open' })).toBe(
    'Ada changed Urgency from new to open',
  );
});
