import { describe, expect, test, vi } from 'vitest';
import type { Connector, Pushed, ReadBack } from '#main/connectors/contract.ts';
import { resolveUnknown, type SendPorts, sendEntry } from '#main/sync/send-entry.ts';
import type { Identity } from '#shared/domain/account.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { Action, OriginalFile, OutgoingFile } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { capabilitiesWith } from '../../../support/capabilities.ts';
import { aMessage, anEntry, aTicket, forwardAction, NOON, replyAction } from '../../../support/outbox-entry.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

const me: Identity = { remoteId: 'me', name: 'Me', email: null, administrator: false, groupIds: [] };
const signal = new AbortController().signal;

const capabilities = capabilitiesWith({
  dedupe: { reply: 'metadata', note: 'metadata', update: 'contentMatch', create: 'key', forward: 'metadata' },
  lateEffectMs: 60_000,
});

const known: Rows = { ...noRows(), tickets: [aTicket()], messages: [aMessage('m1')] };
const pushed: Pushed = { ticketRemoteId: '1', messageRemoteId: 'm2', rows: known };

const createAction: Action = {
  kind: 'create',
  subject: 'New',
  requester: { remoteId: null, name: 'Maja', email: null },
  public: true,
  words: { markdown: 'x', html: '<p>x</p>', files: [] },
  changes: {},
};

/** A helpdesk that answers as told, and what it was asked. */
function setUp(answers: {
  readonly conversation?: () => Result<Rows, Failure>;
  readonly push?: () => Result<Pushed, Failure>;
  readonly readBack?: () => Result<ReadBack, Failure>;
  readonly attempt?: boolean;
  readonly before?: Ticket;
  readonly behind?: readonly OutboxEntry[];
  readonly original?: (file: OriginalFile) => Result<OutgoingFile, Failure>;
}) {
  const clock = virtualClock(NOON);
  const lostAt = clock.elapsed();
  const push = vi.fn(
    async (_entry: OutboxEntry, _version: string | null, ..._others: unknown[]) => answers.push?.() ?? ok(pushed),
  );
  const unused = async () => err({ code: 'server', status: 0, nonsense: false, detail: 'not asked for here' } as const);
  const connector: Connector = {
    capabilities,
    whoAmI: unused,
    pull: unused,
    attachment: unused,
    merge: unused,
    mergeEnded: unused,
    macroFiles: unused,
    conversation: async () => answers.conversation?.() ?? ok(known),
    push,
    readBack: async () => answers.readBack?.() ?? ok({ found: 'no' }),
  };
  const ports: SendPorts = {
    connector,
    clock,
    me: () => me,
    beforeAttempt: async (entries) =>
      answers.attempt === false ? [] : entries.map((entry) => ({ ...entry, attempts: entry.attempts + 1 })),
    fetchOriginal: async (file) => answers.original?.(file) ?? err({ code: 'offline', cause: 'other', detail: '' }),
    behind: () => answers.behind ?? [],
    lost: { look: () => undefined, forMs: () => clock.elapsed() - lostAt },
    ticketBefore: () => answers.before ?? null,
    alsoTried: () => [],
  };
  return { clock, push, ports };
}

test('a reply goes out on the version that has just been read', async () => {
  const { ports, push } = setUp({ conversation: () => ok({ ...known, tickets: [aTicket({ version: 'v7' })] }) });
  const sent = await sendEntry(anEntry(1), ports, signal);
  expect(sent).toMatchObject({ type: 'state', state: { name: 'confirmed', messageRemoteId: 'm2' }, bind: '1' });
  // As the journal has it with this attempt: a connector looks for an earlier one's effect from the second on.
  expect(push).toHaveBeenCalledWith(anEntry(1, { attempts: 1 }), 'v7', expect.anything(), []);
});

test('a message that carries the entry’s own mark was said before: it is finished, not said again', async () => {
  const said = { ...known, messages: [aMessage('m1'), aMessage('m2', { authorId: 'me', clientId: anEntry(1).id })] };
  const { ports, push } = setUp({ conversation: () => ok(said), readBack: () => ok({ found: 'yes', pushed }) });
  expect(await sendEntry(anEntry(1, { attempts: 1 }), ports, signal)).toMatchObject({ state: { name: 'confirmed' } });
  expect(push).not.toHaveBeenCalled();
});

test('a new ticket written long ago is shown before it goes', async () => {
  const { ports, push, clock } = setUp({});
  await clock.advance(12 * 3_600_000 + 1);
  const create = anEntry(1, { action: createAction, ticketRemoteId: null });
  expect(await sendEntry(create, ports, signal)).toMatchObject({ state: { name: 'held', reason: 'too-old' } });
  expect(push).not.toHaveBeenCalled();
  expect(await sendEntry({ ...create, sendAnyway: true }, ports, signal)).toMatchObject({
    state: { name: 'confirmed' },
  });
});

test('news holds it, with the news for the screen, and nothing is sent', async () => {
  const news = { ...known, messages: [aMessage('m1'), aMessage('m2', { createdAt: NOON - 1 })] };
  const { ports, push } = setUp({ conversation: () => ok(news) });
  const sent = await sendEntry(anEntry(1), ports, signal);
  expect(sent).toMatchObject({ type: 'state', state: { name: 'held', reason: 'newer-message' }, rows: news });
  expect(push).not.toHaveBeenCalled();
});

test('an entry that was undone before its attempt was on disk does not leave', async () => {
  const { ports, push } = setUp({ attempt: false });
  expect(await sendEntry(anEntry(1), ports, signal)).toEqual({ type: 'gone' });
  expect(push).not.toHaveBeenCalled();
});

test('a stale version is read again and tried again', async () => {
  const answers = [err<Failure>({ code: 'conflict', detail: '' }), ok(pushed)];
  const { ports, push } = setUp({ push: () => answers.shift() ?? ok(pushed) });
  expect(await sendEntry(anEntry(1), ports, signal)).toMatchObject({ state: { name: 'confirmed' } });
  expect(push).toHaveBeenCalledTimes(2);
});

test.each<[Failure, object]>([
  [
    { code: 'unknownOutcome', detail: '' },
    { type: 'state', state: { name: 'unknown', undecidable: false } },
  ],
  [
    { code: 'timeout', detail: '' },
    { type: 'state', state: { name: 'unknown' } },
  ],
  [
    { code: 'server', status: 502, nonsense: false, detail: '' },
    { type: 'state', state: { name: 'unknown' } },
  ],
  [
    { code: 'rejected', reasons: ['Subject is needed'], detail: '' },
    { type: 'state', state: { name: 'rejected', reason: 'refused', details: ['Subject is needed'] } },
  ],
  [
    { code: 'rejected', reasons: [{ code: 'file-gone', file: 'label.pdf' }], detail: 'file' },
    { type: 'state', state: { name: 'rejected', details: [{ code: 'file-gone', file: 'label.pdf' }] } },
  ],
  [
    { code: 'rejected', reasons: [], detail: 'HTTP 422' },
    { type: 'state', state: { name: 'rejected', reason: 'refused', details: [] } },
  ],
  [
    { code: 'forbidden', reasons: ['No right to reply'], detail: 'HTTP 403' },
    { type: 'state', state: { name: 'rejected', reason: 'forbidden', details: ['No right to reply'] } },
  ],
  [
    { code: 'notFound', detail: '' },
    { type: 'state', state: { name: 'rejected', reason: 'ticket-gone' } },
  ],
  [{ code: 'offline', cause: 'refused', detail: '' }, { type: 'connection' }],
  [{ code: 'unauthorized', detail: '' }, { type: 'connection' }],
  [{ code: 'rateLimited', retryAfterMs: 5, detail: '' }, { type: 'connection' }],
])('%o comes to %o', async (failure, expected) => {
  const { ports } = setUp({ push: () => err(failure) });
  expect(await sendEntry(anEntry(1), ports, signal)).toMatchObject(expected);
});

test('a ticket that cannot be read is gone, and the console is told so with what was to be sent', async () => {
  const { ports, push } = setUp({ conversation: () => err({ code: 'notFound', detail: '' }) });
  const sent = await sendEntry(anEntry(1), ports, signal);
  expect(sent).toMatchObject({ state: { name: 'rejected', reason: 'ticket-gone' } });
  expect(sent).toMatchObject({ rows: { removals: [{ remoteId: '1', reason: 'invisible' }] } });
  expect(push).not.toHaveBeenCalled();
});

test('a ticket that was merged meanwhile rejects with where it went', async () => {
  const removals = [{ remoteId: '1', reason: 'merged' as const, mergedIntoRemoteId: '9' }];
  const { ports, push } = setUp({ conversation: () => ok({ ...noRows(), removals }) });
  expect(await sendEntry(anEntry(1), ports, signal)).toMatchObject({
    state: { name: 'rejected', reason: 'ticket-merged', mergedIntoRemoteId: '9' },
  });
  expect(push).not.toHaveBeenCalled();
});

const unknown = (change: Partial<OutboxEntry> = {}) =>
  anEntry(1, {
    attempts: 1,
    lastAttemptAt: NOON,
    state: { name: 'unknown', since: NOON, undecidable: false },
    ...change,
  });

test('an unknown entry that is found is confirmed and never sent again', async () => {
  const { ports, push } = setUp({ readBack: () => ok({ found: 'yes', pushed }) });
  expect(await resolveUnknown(unknown(), ports, signal)).toMatchObject({ state: { name: 'confirmed' } });
  expect(push).not.toHaveBeenCalled();
});

test('one that is found later is told with the ticket as it was before, so that what waits behind it is rebased', async () => {
  const before = aTicket({ status: 'new' });
  const { ports } = setUp({ readBack: () => ok({ found: 'yes', pushed }), before });
  expect(await resolveUnknown(unknown(), ports, signal)).toMatchObject({ before });
});

test('one that is not found waits until it can no longer arrive late, then goes once more', async () => {
  const { ports, push, clock } = setUp({});
  await clock.advance(30_000);
  // Looked for again soon, but counted from the end of its connection.
  expect(await resolveUnknown(unknown(), ports, signal)).toMatchObject({
    state: { name: 'unknown', since: NOON, readBackAt: NOON + 35_000, undecidable: false },
  });
  await clock.advance(29_999);
  expect(await resolveUnknown(unknown({ lastAttemptAt: NOON - 20_000 }), ports, signal)).toMatchObject({
    state: { name: 'unknown', since: NOON, readBackAt: NOON + 60_000, undecidable: false },
  });
  expect(push).not.toHaveBeenCalled();
  await clock.advance(1);
  expect(await resolveUnknown(unknown(), ports, signal)).toMatchObject({ state: { name: 'confirmed' } });
  expect(push).toHaveBeenCalledTimes(1);
});

test('one that cannot be told is left to the agent', async () => {
  const { ports, push } = setUp({ readBack: () => ok({ found: 'undecidable' }) });
  expect(await resolveUnknown(unknown(), ports, signal)).toMatchObject({
    state: { name: 'unknown', undecidable: true },
  });
  expect(push).not.toHaveBeenCalled();
});

test('one with an idempotency key goes again at once', async () => {
  const create = unknown({ action: createAction });
  const { ports, push } = setUp({ readBack: () => ok({ found: 'no' }) });
  expect(await resolveUnknown(create, ports, signal)).toMatchObject({ state: { name: 'confirmed' } });
  expect(push).toHaveBeenCalledTimes(1);
});

test('when the helpdesk cannot be asked it stays unknown', async () => {
  const { ports } = setUp({ readBack: () => err({ code: 'offline', cause: 'refused', detail: '' }) });
  expect(await resolveUnknown(unknown(), ports, signal)).toMatchObject({ type: 'connection' });
});

const raised = anEntry(2, { action: { kind: 'update', changes: { priority: 'high' } } });

test('what waits behind on the ticket goes in the same call, and all of it has its outcome', async () => {
  const { ports, push } = setUp({ behind: [raised] });
  const sent = await sendEntry(anEntry(1), ports, signal);
  expect(sent).toMatchObject({ state: { name: 'confirmed' }, along: [anEntry(1).id, raised.id] });
  expect(push).toHaveBeenCalledExactlyOnceWith(
    anEntry(1, { attempts: 1, action: replyAction('Hello', { priority: 'high' }) }),
    'v1',
    expect.anything(),
    [{ ...raised, attempts: 1 }],
  );
});

test.each<Failure>([
  { code: 'rejected', reasons: ['Priority is locked'], detail: 'no' },
  { code: 'forbidden', reasons: [], detail: 'no' },
  { code: 'conflict', detail: 'moved on' },
])('what was refused together ($code) waits to be tried one by one', async (failure) => {
  const { ports, push } = setUp({ behind: [raised], push: () => err(failure) });
  const sent = await sendEntry(anEntry(1), ports, signal);
  expect(sent).toMatchObject({ state: { name: 'queued' }, along: [anEntry(1).id, raised.id] });
  push.mockClear();
  await sendEntry(anEntry(1, { attempts: 1 }), ports, signal);
  expect(push.mock.calls.every(([entry]) => entry.action.changes.priority === undefined)).toBe(true);
});

test('a lost answer makes all of them unknown', async () => {
  const { ports } = setUp({ behind: [raised], push: () => err({ code: 'unknownOutcome', detail: 'cut' }) });
  const sent = await sendEntry(anEntry(1), ports, signal);
  expect(sent).toMatchObject({ state: { name: 'unknown' }, along: [anEntry(1).id, raised.id] });
});

test('what would be held does not go along', async () => {
  const conflicting = anEntry(2, {
    action: { kind: 'update', changes: { priority: 'high' } },
    base: { ...anEntry(2).base, values: { priority: 'low' } },
  });
  const { ports, push } = setUp({ behind: [conflicting] });
  await sendEntry(anEntry(1), ports, signal);
  expect(push).toHaveBeenCalledExactlyOnceWith(anEntry(1, { attempts: 1 }), 'v1', expect.anything(), []);
});

describe('a forward', () => {
  const label = { remoteId: 'f1', name: 'label.pdf', mimeType: 'application/pdf', size: 3, ticketRemoteId: '1' };
  const kept = { name: 'label.pdf', mimeType: 'application/pdf', size: 3, sha256: 'a'.repeat(64) };
  const own = { name: 'own.txt', mimeType: 'text/plain', size: 1, sha256: 'b'.repeat(64) };
  const forward = anEntry(1, {
    action: forwardAction('Look', {
      words: { markdown: 'Look', html: '<p>Look</p>', files: [own] },
      originals: [label],
    }),
  });

  test('leaves with the files of the ticket beside the agent’s own, once they are here', async () => {
    const { ports, push } = setUp({ original: () => ok(kept) });
    expect(await sendEntry(forward, ports, signal)).toMatchObject({ state: { name: 'confirmed' } });
    expect(push.mock.calls[0]?.[0].action).toMatchObject({ words: { files: [own, kept] }, originals: [] });
  });

  test('waits with all of them, and counts no attempt, while one cannot be fetched', async () => {
    const { ports, push } = setUp({});
    const beforeAttempt = vi.spyOn(ports, 'beforeAttempt');
    expect(await sendEntry(forward, ports, signal)).toMatchObject({ type: 'connection', failure: { code: 'offline' } });
    expect(push).not.toHaveBeenCalled();
    expect(beforeAttempt).not.toHaveBeenCalled();
  });

  test('waits by itself while the helpdesk fails to hand one out: the connection is sound', async () => {
    const { ports, push, clock } = setUp({
      original: () => err({ code: 'server', status: 500, nonsense: false, detail: '' }),
    });
    expect(await sendEntry(forward, ports, signal)).toMatchObject({
      type: 'state',
      state: { name: 'queued', retryAt: clock.now() + 30_000 },
    });
    expect(push).not.toHaveBeenCalled();
  });

  test('is refused where the helpdesk has one of them no more, which it names', async () => {
    const { ports, push } = setUp({ original: () => err({ code: 'notFound', detail: 'gone' }) });
    expect(await sendEntry(forward, ports, signal)).toMatchObject({
      state: { name: 'rejected', reason: 'refused', details: [{ code: 'original-gone', file: 'label.pdf' }] },
    });
    expect(push).not.toHaveBeenCalled();
  });

  test('that is refused on a closed ticket is not offered as a new ticket', async () => {
    const reasons = [{ code: 'no-forwarding' as const }];
    const { ports } = setUp({
      conversation: () => ok({ ...known, tickets: [aTicket({ status: 'closed' })] }),
      push: () => err({ code: 'rejected', reasons, detail: '' }),
    });
    const bare = { ...forward, action: forwardAction('Look') };
    expect(await sendEntry(bare, ports, signal)).toMatchObject({
      state: { name: 'rejected', reason: 'refused', details: reasons },
    });
  });
});
