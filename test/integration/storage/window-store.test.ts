import { afterEach, describe, expect, it } from 'vitest';
import type { Action } from '#shared/outbox/action.ts';
import {
  account,
  batch,
  createFakeMain,
  MINUTE,
  message,
  NOW,
  startStore,
  ticket,
} from '../../unit/renderer/store/fixtures.ts';

const running: { stop(): void }[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.stop();
});
const start = async (options: Parameters<typeof startStore>[0] = {}) => {
  const one = await startStore(options);
  running.push(one);
  return one;
};
const reply = (words: string): Action => ({
  kind: 'reply',
  words: { markdown: words, html: `<p>${words}</p>`, files: [] },
  cc: [],
  changes: {},
});

describe('a window that lost the lease', () => {
  it('reads the database again before it builds on it', async () => {
    const held = new Map();
    const first = await start({ held });
    await first.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '1', subject: 'Old' })] }));
    await first.remote.leaseLost();
    const second = await start({ held });
    await second.remote.applyBatch(
      batch({ tickets: [ticket({ remoteId: '1', subject: 'New' })] }, { cursor: 'c2', complete: true }),
    );
    // Nothing is taken away from what the agent looks at meanwhile.
    expect((await first.desk.ticket('desk-1:1'))?.ticket.remoteId).toBe('1');
    await first.desk.takeOver();
    expect(await first.openAccount()).toMatchObject({ ok: true, value: { cursors: { tickets: 'c2' } } });
    const { rows } = await first.desk.rows({ viewId: 'own:recent', sort: null, offset: 0, limit: 10 });
    expect(rows.map((row) => row.subject)).toEqual(['New']);
  });
});

describe('what was done without a link', () => {
  it('is told again: read marks as well as drafts', async () => {
    const one = await start();
    await one.remote.applyBatch(
      batch({
        tickets: [ticket({ remoteId: '1' })],
        messages: [message({ remoteId: 'm1', ticketRemoteId: '1' })],
      }),
    );
    await one.remote.leaseLost();
    await one.desk.markRead('desk-1:1');
    await one.desk.changeMarks([{ ticketId: 'desk-1:1', starred: true }]);
    expect(one.main.called('putMarks')).toEqual([]);
    await one.desk.takeOver();
    await one.openAccount();
    await expect
      .poll(() => one.main.called('putMarks'))
      .toMatchObject([[{ ticketId: 'desk-1:1', readAt: NOW - 5 * MINUTE, starred: true }]]);
  });
});

describe('a merged ticket', () => {
  it('names the one it went into', async () => {
    const one = await start();
    await one.remote.applyBatch(
      batch({
        tickets: [ticket({ remoteId: '1' }), ticket({ remoteId: '2', number: 'T-2' }), ticket({ remoteId: '3' })],
        removals: [],
      }),
    );
    await one.remote.applyBatch(
      batch({
        removals: [
          { remoteId: '1', reason: 'merged', mergedIntoRemoteId: '2' },
          { remoteId: '3', reason: 'merged', mergedIntoRemoteId: '99' },
        ],
      }),
    );
    expect((await one.desk.ticket('desk-1:1'))?.mergedInto).toEqual({ id: 'desk-1:2', number: 'T-2' });
    expect((await one.desk.ticket('desk-1:3'))?.mergedInto).toEqual({ id: null, number: '99' });
    expect((await one.desk.ticket('desk-1:2'))?.mergedInto).toBeNull();
  });
});

describe('a reply whose message comes before its answer', () => {
  it('stands once, as soon as an equal message of mine that is newer than its base is here', async () => {
    const main = createFakeMain();
    const one = await start({ main });
    await one.remote.applyBatch(
      batch({
        tickets: [ticket({ remoteId: '1' })],
        messages: [
          message({ remoteId: '10', ticketRemoteId: '1' }),
          // The same words, said before.
          message({
            remoteId: '09',
            ticketRemoteId: '1',
            authorId: 'me',
            authorRole: 'agent',
            body: { format: 'text', content: 'Thank you.' },
            createdAt: NOW - 6 * MINUTE,
          }),
        ],
      }),
    );
    await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply('Thank you.') });
    const said = async (): Promise<readonly (string | null)[]> =>
      (await one.desk.conversation('desk-1:1')).items.flatMap((item) =>
        item.type === 'message' ? [item.message.entry ? 'pending' : item.message.remoteId] : [],
      );
    expect(await said()).toEqual(['09', '10', 'pending']);
    const [entry] = main.entries.values();
    if (!entry) throw new Error('nothing was journalled');
    const sending = { ...entry, attempts: 1, lastAttemptAt: NOW, state: { name: 'sending', since: NOW } } as const;
    await one.remote.settle({ accountId: account.id, entries: [sending], rows: batch({}).rows });
    expect(await said()).toEqual(['09', '10', 'pending']);
    const arrived = message({
      remoteId: '11',
      ticketRemoteId: '1',
      authorId: 'me',
      authorRole: 'agent',
      body: { format: 'html', content: '<div>Thank you.</div>' },
      createdAt: NOW,
    });
    await one.remote.applyBatch(batch({ messages: [arrived] }));
    expect(await said()).toEqual(['09', '10', '11']);
    // Whose answer was lost is shown: nobody knows yet whether this message is it.
    const unknown = { ...sending, state: { name: 'unknown', since: NOW, undecidable: false } } as const;
    await one.remote.settle({ accountId: account.id, entries: [unknown], rows: batch({}).rows });
    expect(await said()).toEqual(['09', '10', '11', 'pending']);
  });
});
