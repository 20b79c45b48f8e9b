import { describe, expect, test } from 'vitest';
import { isOwnDoing } from '#main/sync/own-doing.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { TicketEvent } from '#shared/domain/conversation.ts';
import { aMessage, anEntry, NOON } from '../../../support/outbox-entry.ts';

const anEvent = (kind: TicketEvent['kind'], actorId: string | null, at = NOON): TicketEvent => ({
  remoteId: `e ${kind} ${actorId}`,
  ticketRemoteId: '1',
  kind,
  actorId,
  actorName: actorId ?? 'The helpdesk',
  at,
  field: null,
  from: null,
  fromId: null,
  toId: null,
  to: null,
});
const history = (...events: readonly TicketEvent[]): Rows => ({
  ...noRows(),
  events: [...events],
  messages: [aMessage('m1'), aMessage('m2', { authorId: 'me', createdAt: NOON })],
  conversations: [{ ticketRemoteId: '1', version: 'v2' }],
});
const told = (rows: Rows) =>
  isOwnDoing(rows, anEntry(1), { ticketRemoteId: '1', since: NOON - 500, me: 'me', tried: [{ priority: 'high' }] });

describe('what moved on a ticket came of what the agent did', () => {
  test.each([
    ['nothing but the reply', history()],
    ['the helpdesk opened it for the reply', history(anEvent('status', null))],
    ['a priority that was to be set here', history(anEvent('priority', 'me'))],
    ['a colleague’s change from before', history(anEvent('status', 'olena', NOON - 1_000))],
    [
      'what the agent changed last before, in the second that the ticket bore',
      history(anEvent('group', 'me', NOON - 500)),
    ],
    ['somebody else’s ticket, made just then', history(anEvent('created', 'maja'))],
  ])('%s', (_what, rows) => expect(told(rows)).toBe(true));
});

describe('it cannot be told whose it was', () => {
  test.each([
    ['a colleague changed a field', history(anEvent('status', 'olena'))],
    ['the agent changed another field, from another console', history(anEvent('status', 'me'))],
    ['a colleague changed a field in that second', history(anEvent('group', 'olena', NOON - 500))],
    ['the customer wrote', { ...history(), messages: [aMessage('m3', { createdAt: NOON })] }],
    ['the history is not whole', { ...history(), conversations: [] }],
  ])('%s', (_what, rows) => expect(told(rows)).toBe(false));
});
