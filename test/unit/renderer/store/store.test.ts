import { afterEach, describe, expect, it } from 'vitest';
import { noRows } from '#shared/domain/batch.ts';
import type { Action } from '#shared/outbox/action.ts';
import { draftKey, type OutboxEntry } from '#shared/outbox/entry.ts';
import {
  account,
  batch,
  createFakeMain,
  type Held,
  MINUTE,
  message,
  NOW,
  person,
  startStore,
  ticket,
} from './fixtures.ts';

type Started = Awaited<ReturnType<typeof startStore>>;
const running: Started[] = [];
const start = async (options: Parameters<typeof startStore>[0] = {}): Promise<Started> => {
  const started = await startStore(options);
  running.push(started);
  return started;
};
afterEach(() => {
  for (const one of running.splice(0)) one.stop();
});

const reply = (markdown: string, changes: Action['changes'] = {}): Action => ({
  kind: 'reply',
  words: { markdown, html: `<p>${markdown}</p>`, files: [] },
  cc: [],
  changes,
});
const noLink = { ok: false, error: 'no-link' } as const;
const recent = { viewId: 'own:recent', sort: null, offset: 0, limit: 50 } as const;
const entryOf = (started: Started, id: string): OutboxEntry => {
  const entry = started.main.entries.get(id);
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
};
const texts = async (started: Started, id: string): Promise<readonly string[]> =>
  (await started.desk.conversation(id)).items.flatMap((item) =>
    item.type === 'message' ? [item.message.body.content] : [],
  );

describe('rows from the helpdesk', () => {
  it('are listed with what their messages say, and survive a restart', async () => {
    const first = await start();
    const applied = await first.remote.applyBatch(
      batch({
        tickets: [ticket({ remoteId: '1', preview: 'from the row' }), ticket({ remoteId: '2', updatedAt: NOW })],
        messages: [
          message({ remoteId: 'm1', ticketRemoteId: '1', createdAt: NOW - 9 * MINUTE }),
          message({
            remoteId: 'm2',
            ticketRemoteId: '1',
            createdAt: NOW - 8 * MINUTE,
            body: { format: 'html', content: '<style>p{}</style><p>Where is&nbsp;my <b>parcel</b>?</p>' },
          }),
        ],
        people: [person('r1', 'Rita Requester')],
      }),
    );
    expect(applied).toEqual({ ok: true, value: null });
    const check = async (one: Started): Promise<void> => {
      const answer = await one.desk.rows(recent);
      expect(answer.rows.map((row) => row.id)).toEqual(['desk-1:2', 'desk-1:1']);
      expect(answer.rows[1]).toMatchObject({
        preview: 'Where is my parcel?',
        requesterName: 'Rita Requester',
        waitingSince: NOW - 9 * MINUTE,
        unread: true,
        pending: null,
      });
    };
    await check(first);
    first.stop();
    const again = await start({ held: first.held, open: false });
    expect(await again.openAccount()).toMatchObject({ ok: true, value: { cursors: { tickets: 'c1' }, complete: [] } });
    await check(again);
  });

  it('keep the preview of a message when an older one comes with the ticket', async () => {
    const one = await start();
    await one.remote.applyBatch(batch({ messages: [message({ remoteId: 'm1', ticketRemoteId: '1' })] }));
    await one.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '1', preview: 'the first message' })] }));
    expect((await one.desk.rows(recent)).rows[0]?.preview).toBe('Text m1');
  });

  it('leave the lists when they are removed, and say why when opened', async () => {
    const one = await start();
    await one.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '1' }), ticket({ remoteId: '2' })] }));
    await one.remote.applyBatch(
      batch({ removals: [{ remoteId: '1', reason: 'merged', mergedIntoRemoteId: '2' }] }, { cursor: 'c2' }),
    );
    expect((await one.desk.rows(recent)).rows.map((row) => row.id)).toEqual(['desk-1:2']);
    expect((await one.desk.ticket('desk-1:1'))?.gone).toBe('merged');
  });

  it('of a whole table replace the others', async () => {
    const one = await start();
    const group = (remoteId: string) => ({ remoteId, name: remoteId, statusNames: null });
    await one.remote.applyBatch(batch({ groups: [group('g1'), group('g2')], whole: ['groups'] }, { stream: 'desk' }));
    await one.remote.applyBatch(batch({ groups: [group('g3')] }, { stream: 'desk' }));
    expect((await one.desk.facts(account.id))?.groups.map((row) => row.name)).toEqual(['g1', 'g2', 'g3']);
    await one.remote.applyBatch(batch({ groups: [group('g2')], whole: ['groups'] }, { stream: 'desk' }));
    expect((await one.desk.facts(account.id))?.groups.map((row) => row.name)).toEqual(['g2']);
  });

  it('tell how far a conversation is known, and which are wanted', async () => {
    const one = await start();
    await one.remote.applyBatch(
      batch({
        tickets: [
          ticket({ remoteId: '1', status: 'solved' }),
          ticket({ remoteId: '2', assigneeId: 'me', updatedAt: NOW - 30 * MINUTE }),
          ticket({ remoteId: '3', groupId: 'g1', updatedAt: NOW - 40 * MINUTE }),
          ticket({ remoteId: '4', status: 'solved', updatedAt: NOW - 90 * MINUTE }),
        ],
      }),
    );
    const wanted = () => one.remote.conversationsWanted({ accountId: account.id, prefetchTickets: 3, limit: 10 });
    expect(await wanted()).toEqual(['2', '3', '1']);
    const kept = () => one.remote.ticketsKept({ accountId: account.id });
    expect(await kept()).toEqual(['1', '2', '3', '4']);
    await one.remote.applyBatch(batch({ removals: [{ remoteId: '4', reason: 'deleted', mergedIntoRemoteId: null }] }));
    expect(await kept()).toEqual(['1', '2', '3']);
    await one.remote.applyBatch(batch({ conversations: [{ ticketRemoteId: '2', version: 'v1' }] }));
    expect((await one.desk.conversation('desk-1:2')).synced).toBe('whole');
    expect(await wanted()).toEqual(['3', '1']);
    await one.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '2', assigneeId: 'me', version: 'v2' })] }));
    expect((await one.desk.conversation('desk-1:2')).synced).toBe('behind');
    expect((await wanted())[0]).toBe('2');
  });

  it('count as complete only once their stream has been read to its end', async () => {
    const one = await start();
    await one.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '1' })] }));
    expect((await one.desk.views())[0]).toMatchObject({ id: 'own:inbox', count: 1, complete: false });
    await one.remote.applyBatch(batch({}, { complete: true }));
    expect((await one.desk.views())[0]).toMatchObject({ count: 1, complete: true });
  });

  it('do not count as complete before an account is open', async () => {
    const one = await start({ open: false });
    expect((await one.desk.views())[0]).toMatchObject({ count: 0, complete: false });
  });

  it('are refused while no database takes them, and nothing shows', async () => {
    const disk = { beforeCommit: async () => {} };
    const one = await start({ disk });
    disk.beforeCommit = async () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const answer = await one.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '1' })] }));
    expect(answer).toEqual({ ok: false, error: 'full' });
    expect((await one.desk.rows(recent)).total).toBe(0);
    expect(one.events).toContainEqual({ type: 'storage', accountId: account.id, problem: 'full' });
  });
});

describe('before an account is open', () => {
  it('what is asked of its tickets waits, and a list says that more may come', async () => {
    const first = await start();
    await first.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '1' })] }));
    first.stop();
    const again = await start({ held: first.held, open: false });
    expect(await again.desk.rows(recent)).toMatchObject({ total: 0, opened: false });
    const shown = again.desk.ticket('desk-1:1');
    const sent = again.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply('Pressed at once') });
    await again.openAccount();
    expect((await shown)?.ticket.remoteId).toBe('1');
    expect(await sent).toMatchObject({ ok: true });
    expect(await again.desk.rows(recent)).toMatchObject({ total: 1, opened: true });
  });
});

describe('news', () => {
  const mine = ticket({ remoteId: '1', assigneeId: 'me' });
  const prepared = async (): Promise<Started> => {
    const one = await start();
    await one.remote.applyBatch(
      batch(
        { tickets: [mine, ticket({ remoteId: '2' })], messages: [message({ remoteId: 'm0', ticketRemoteId: '1' })] },
        { complete: true },
      ),
    );
    expect(one.main.called('notify')).toEqual([]);
    return one;
  };
  const settled = (one: Started) =>
    one.remote.conversationsWanted({ accountId: account.id, prefetchTickets: 0, limit: 0 });

  it('tell of an answer on a ticket of mine, once', async () => {
    const one = await prepared();
    const news = batch({
      tickets: [mine],
      messages: [message({ remoteId: 'm1', ticketRemoteId: '1', createdAt: NOW })],
    });
    await one.remote.applyBatch(news);
    await one.remote.applyBatch(news);
    await settled(one);
    expect(one.main.called('notify')).toEqual([
      { ticketId: 'desk-1:1', kind: 'answered', who: 'Rita Requester', subject: 'Subject 1' },
    ]);
  });

  it('tell of a ticket given to me by another', async () => {
    const one = await prepared();
    await one.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '2', assigneeId: 'me', updatedAt: NOW })] }));
    await settled(one);
    expect(one.main.called('notify')).toMatchObject([{ ticketId: 'desk-1:2', kind: 'assigned' }]);
  });

  it('do not tell of bots, of me, of old messages and of tickets of others', async () => {
    const one = await prepared();
    await one.remote.applyBatch(
      batch({
        messages: [
          message({ remoteId: 'a', ticketRemoteId: '1', createdAt: NOW, authorRole: 'system' }),
          message({ remoteId: 'b', ticketRemoteId: '1', createdAt: NOW, authorRole: 'agent', authorId: 'me' }),
          message({ remoteId: 'c', ticketRemoteId: '1', createdAt: NOW - 100 * MINUTE }),
          message({ remoteId: 'd', ticketRemoteId: '2', createdAt: NOW }),
        ],
      }),
    );
    await settled(one);
    expect(one.main.called('notify')).toEqual([]);
  });
});

describe('what the agent does', () => {
  const withTicket = async (options: Parameters<typeof startStore>[0] = {}): Promise<Started> => {
    const one = await start(options);
    await one.remote.applyBatch(
      batch({
        tickets: [ticket({ remoteId: '1', assigneeId: 'me', fields: { f: 'old' } })],
        messages: [message({ remoteId: 'm1', ticketRemoteId: '1' })],
      }),
    );
    return one;
  };

  it('is journalled with its base, then shown at once', async () => {
    const one = await withTicket();
    const answer = await one.desk.enqueue({
      accountId: account.id,
      ticketId: 'desk-1:1',
      action: reply('On its way', { status: 'solved', fields: { f: 'new' } }),
    });
    if (!answer.ok) throw new Error(answer.error);
    expect(answer.value.notBefore).toBe(NOW + 5_000);
    expect(entryOf(one, answer.value.entryId)).toMatchObject({
      ticketId: 'desk-1:1',
      ticketRemoteId: '1',
      base: {
        version: 'v1',
        lastMessageRemoteId: 'm1',
        lastMessageAt: NOW - 5 * MINUTE,
        values: { status: 'open', fields: { f: 'old' } },
      },
      state: { name: 'queued' },
    });
    expect((await one.desk.rows(recent)).rows[0]).toMatchObject({
      status: 'solved',
      pending: 'queued',
      preview: 'On its way',
      waitingSince: null,
    });
    expect((await one.desk.ticket('desk-1:1'))?.ticket.fields).toEqual({ f: 'new' });
    expect(await texts(one, 'desk-1:1')).toEqual(['Text m1', '<p>On its way</p>']);
    expect(await one.desk.outbox()).toMatchObject([{ subject: 'Subject 1', number: '1', waitsFor: null }]);
  });

  it('is not accepted when the journal does not take it', async () => {
    const one = await withTicket();
    one.main.journalAnswer = { ok: false, error: 'full' };
    const action = reply('lost?');
    expect(await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action })).toEqual({
      ok: false,
      error: 'full',
    });
    expect(await one.desk.outbox()).toEqual([]);
  });

  it('is withdrawn from the journal when the database does not take it', async () => {
    const disk = { beforeCommit: async () => {} };
    const one = await withTicket({ disk });
    disk.beforeCommit = async () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const action = reply('kept by the composer');
    const answer = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action });
    expect(answer).toEqual({ ok: false, error: 'full' });
    expect(one.main.entries.size).toBe(0);
  });

  it('is undone by discarding it', async () => {
    const one = await withTicket();
    const answer = await one.desk.enqueue({
      accountId: account.id,
      ticketId: 'desk-1:1',
      action: { kind: 'update', changes: { status: 'solved' } },
    });
    if (!answer.ok) throw new Error(answer.error);
    expect(await one.desk.discardEntry(answer.value.entryId)).toEqual({ ok: true, value: null });
    expect((await one.desk.rows(recent)).rows[0]).toMatchObject({ status: 'open', pending: null });
    expect(await one.desk.discardEntry(answer.value.entryId)).toEqual({ ok: false, error: 'too-late' });
  });

  it('gives way to another in one step, on its ticket or on another', async () => {
    const one = await withTicket();
    await one.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '2' })] }));
    const made = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply('Hello') });
    if (!made.ok) throw new Error(made.error);
    const moved = await one.desk.replaceEntry({
      entryId: made.value.entryId,
      ticketId: 'desk-1:2',
      action: reply('Hello'),
    });
    if (!moved.ok) throw new Error(moved.error);
    expect((await one.desk.outbox()).map(({ entry }) => [entry.id, entry.ticketId])).toEqual([
      [moved.value.entryId, 'desk-1:2'],
    ]);
    expect(entryOf(one, moved.value.entryId)).toMatchObject({ ticketRemoteId: '2', state: { name: 'queued' } });
    expect(one.main.entries.size).toBe(1);
    const late = await one.desk.replaceEntry({
      entryId: made.value.entryId,
      ticketId: 'desk-1:1',
      action: reply('Hello'),
    });
    expect(late).toEqual({ ok: false, error: 'too-late' });
    expect(await texts(one, 'desk-1:1')).toEqual(['Text m1']);
  });

  it('stays where the journal does not let it go', async () => {
    const one = await withTicket();
    const made = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply('Hello') });
    if (!made.ok) throw new Error(made.error);
    Object.assign(one.main.implementation, { journalReplace: async () => false });
    const { entryId } = made.value;
    expect(await one.desk.replaceEntry({ entryId, ticketId: 'desk-1:1', action: reply('Other') })).toEqual({
      ok: false,
      error: 'too-late',
    });
    expect((await one.desk.outbox()).map(({ entry }) => entry.id)).toEqual([entryId]);
  });

  it('names the ticket that its own was merged into, where that is here', async () => {
    const one = await withTicket();
    await one.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '2' })] }));
    const made = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply('Hello') });
    if (!made.ok) throw new Error(made.error);
    const refused = (mergedIntoRemoteId: string) => ({
      accountId: account.id,
      entries: [
        {
          ...entryOf(one, made.value.entryId),
          state: { name: 'rejected', reason: 'ticket-merged', details: [], since: NOW, mergedIntoRemoteId } as const,
        },
      ],
      rows: noRows(),
    });
    await one.remote.settle(refused('2'));
    expect((await one.desk.outbox())[0]?.mergedInto).toEqual({ id: 'desk-1:2', number: '2' });
    await one.remote.settle(refused('77'));
    expect((await one.desk.outbox())[0]?.mergedInto).toEqual({ id: null, number: '77' });
  });

  it('turns from pending into a row without ever standing twice', async () => {
    const one = await withTicket();
    const answer = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply('Hello') });
    if (!answer.ok) throw new Error(answer.error);
    const entry = entryOf(one, answer.value.entryId);
    const arrived = message({
      remoteId: 'm2',
      ticketRemoteId: '1',
      authorId: 'me',
      authorRole: 'agent',
      clientId: entry.id,
      createdAt: NOW,
      body: { format: 'html', content: '<p>Hello</p>' },
    });
    await one.remote.applyBatch(batch({ messages: [arrived] }));
    expect(await texts(one, 'desk-1:1')).toEqual(['Text m1', '<p>Hello</p>']);
    await one.remote.settle({
      accountId: account.id,
      entries: [{ ...entry, state: { name: 'confirmed', at: NOW, messageRemoteId: 'm2' } }],
      rows: { ...noRows(), messages: [arrived] },
    });
    expect(await texts(one, 'desk-1:1')).toEqual(['Text m1', '<p>Hello</p>']);
    expect(await one.desk.outbox()).toEqual([]);
    expect((await one.desk.rows(recent)).rows[0]).toMatchObject({ pending: null, unread: false, waitingSince: null });
  });

  it('counts as arrived when the message of an unknown entry comes', async () => {
    const one = await withTicket();
    const answer = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply('Hello') });
    if (!answer.ok) throw new Error(answer.error);
    const entry = entryOf(one, answer.value.entryId);
    await one.remote.settle({
      accountId: account.id,
      entries: [{ ...entry, state: { name: 'unknown', since: NOW, undecidable: false } }],
      rows: noRows(),
    });
    expect((await one.desk.rows(recent)).rows[0]?.pending).toBe('unknown');
    await one.remote.applyBatch(
      batch({ messages: [message({ remoteId: 'm2', ticketRemoteId: '1', authorId: 'me', clientId: entry.id })] }),
    );
    expect(await one.desk.outbox()).toEqual([]);
    expect((await one.desk.rows(recent)).rows[0]?.pending).toBe(null);
  });

  const create: Action = {
    kind: 'create',
    subject: 'Phone call',
    requester: { remoteId: null, name: 'Bob', email: 'bob@example.com' },
    public: true,
    words: { markdown: 'As agreed', html: '<p>As agreed</p>', files: [] },
    changes: {},
  };

  it.each(['before', 'after'])(
    'keeps a new ticket under one id when sync brings it %s the create is confirmed',
    async (when) => {
      const one = await start();
      const made = await one.desk.enqueue({ accountId: account.id, ticketId: null, action: create });
      if (!made.ok) throw new Error(made.error);
      const id = made.value.ticketId;
      expect((await one.desk.rows(recent)).rows).toMatchObject([{ id, subject: 'Phone call', requesterName: 'Bob' }]);
      expect(await one.desk.ticket(id)).toMatchObject({ delivered: false, ticket: { remoteId: '' } });
      const later = await one.desk.enqueue({ accountId: account.id, ticketId: id, action: reply('One more thing') });
      if (!later.ok) throw new Error(later.error);
      expect(entryOf(one, later.value.entryId).ticketRemoteId).toBe(null);
      const rows = {
        ...noRows(),
        tickets: [ticket({ remoteId: '77', subject: 'Phone call' })],
        messages: [
          message({
            remoteId: 'm7',
            ticketRemoteId: '77',
            authorId: 'me',
            body: { format: 'text', content: 'As agreed' },
          }),
        ],
      };
      if (when === 'before') await one.remote.applyBatch(batch(rows));
      await one.remote.settle({
        accountId: account.id,
        entries: [
          {
            ...entryOf(one, made.value.entryId),
            ticketRemoteId: '77',
            state: { name: 'confirmed', at: NOW, messageRemoteId: 'm7' },
          },
        ],
        rows: when === 'before' ? noRows() : rows,
      });
      if (when === 'after') await one.remote.applyBatch(batch(rows));
      const check = async (now: Started): Promise<void> => {
        expect((await now.desk.rows(recent)).rows.map((row) => row.id)).toEqual([id]);
        expect(await now.desk.ticket(id)).toMatchObject({ delivered: true, ticket: { remoteId: '77' } });
        expect(await texts(now, id)).toEqual(['As agreed', '<p>One more thing</p>']);
        expect(await now.desk.outbox()).toMatchObject([{ entry: { ticketRemoteId: '77' } }]);
      };
      await check(one);
      one.stop();
      one.main.entries.delete(made.value.entryId);
      const behind = entryOf(one, later.value.entryId);
      one.main.entries.set(behind.id, { ...behind, ticketRemoteId: '77' });
      await check(await start({ held: one.held, main: one.main }));
    },
  );

  it('says that it is accepted only once a main has it, when the link breaks in the middle', async () => {
    const main = createFakeMain();
    const one = await withTicket({ main });
    const { journalPut } = main.implementation;
    Object.assign(main.implementation, { journalPut: () => new Promise<never>(() => {}) });
    const answer = one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply('Half way') });
    await one.desk.refreshTicket('desk-1:1');
    one.stop();
    Object.assign(main.implementation, { journalPut });
    expect(main.entries.size).toBe(0);
    await one.reconnect();
    expect((await answer).ok).toBe(true);
    expect(main.entries.size).toBe(1);
  });

  it('keeps what is written when the link breaks in the middle, and shows it held when the journal never had it', async () => {
    const main = createFakeMain();
    const one = await withTicket({ main });
    const never = { ...main.implementation, journalPut: () => new Promise<never>(() => {}) };
    Object.assign(main.implementation, never);
    void one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply('Half way') });
    await one.desk.refreshTicket('desk-1:1');
    one.stop();
    await expect.poll(() => one.desk.outbox()).toHaveLength(1);
    const again = await start({ held: one.held, open: false });
    const opened = await again.openAccount();
    expect(opened).toMatchObject({
      ok: true,
      value: { strangers: [{ state: { name: 'held', reason: 'not-in-journal' } }] },
    });
    expect(await texts(again, 'desk-1:1')).toEqual(['Text m1', '<p>Half way</p>']);
  });

  it('follows the journal when a store opens: restored, removed, held', async () => {
    const one = await withTicket();
    const ids: string[] = [];
    for (const text of ['settled', 'live', 'stranger']) {
      const answer = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply(text) });
      if (answer.ok) ids.push(answer.value.entryId);
    }
    const [settled = '', live = '', stranger = ''] = ids;
    const restored = { ...entryOf(one, live), id: '01HOLDFAST9999999999999999' };
    one.stop();
    const again = await start({ held: one.held, open: false });
    await again.openAccount({ entries: [entryOf(one, live), restored], settledIds: [settled] });
    const outbox = await again.desk.outbox();
    expect(outbox.map((item) => [item.entry.id, item.entry.state.name])).toEqual([
      [live, 'queued'],
      [stranger, 'held'],
      [restored.id, 'queued'],
    ]);
    expect(outbox[2]?.waitsFor).toBe(stranger);
  });

  it('says what an entry waits for also where its ticket is here under another name, too', async () => {
    const one = await withTicket();
    const answer = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply('first') });
    if (!answer.ok) throw new Error(answer.error);
    const first = entryOf(one, answer.value.entryId);
    one.stop();
    const refused: OutboxEntry['state'] = {
      ...{ name: 'rejected', reason: 'ticket-merged', details: [], since: NOW, mergedIntoRemoteId: null },
    };
    const behind = { ...first, id: '01HOLDFAST9999999999999999', ticketId: 'desk-1:new-01HOLDFAST0000000000000000' };
    const again = await start({ held: one.held, open: false });
    await again.openAccount({ entries: [{ ...first, state: refused }, behind] });
    expect((await again.desk.outbox()).map(({ waitsFor }) => waitsFor)).toEqual([null, first.id]);
  });

  it('marks a ticket read up to its newest message', async () => {
    const one = await withTicket();
    expect((await one.desk.rows(recent)).rows[0]?.unread).toBe(true);
    await one.desk.markRead('desk-1:1');
    expect((await one.desk.rows(recent)).rows[0]?.unread).toBe(false);
    expect(one.main.called('putMarks')).toMatchObject([[{ ticketId: 'desk-1:1', readAt: NOW - 5 * MINUTE }]]);
    await one.remote.applyBatch(
      batch({ messages: [message({ remoteId: 'm2', ticketRemoteId: '1', createdAt: NOW })] }),
    );
    expect((await one.desk.rows(recent)).rows[0]?.unread).toBe(true);
  });

  it('stops everything behind a new ticket, which takes all of it along when it is discarded', async () => {
    const one = await start();
    const made = await one.desk.enqueue({ accountId: account.id, ticketId: null, action: create });
    if (!made.ok) throw new Error(made.error);
    const { ticketId, entryId } = made.value;
    const note: Action = { kind: 'note', words: { markdown: 'Call back', html: '', files: [] }, changes: {} };
    await one.desk.enqueue({ accountId: account.id, ticketId, action: note });
    expect((await one.desk.outbox()).map(({ waitsFor }) => waitsFor)).toEqual([null, entryId]);
    const { journalDiscard } = one.main.implementation;
    const late: typeof journalDiscard = async (which) => which.entryId !== entryId && journalDiscard(which);
    Object.assign(one.main.implementation, { journalDiscard: late });
    expect(await one.desk.discardEntry(entryId)).toEqual({ ok: false, error: 'too-late' });
    expect(await one.desk.outbox()).toHaveLength(2);
    Object.assign(one.main.implementation, { journalDiscard });
    expect(await one.desk.discardEntry(entryId)).toEqual({ ok: true, value: null });
    expect(await one.desk.outbox()).toEqual([]);
    expect(one.main.entries.size).toBe(0);
  });

  it('says why an entry stays: no link is not too late', async () => {
    const one = await withTicket();
    const answer = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action: reply('Hello') });
    if (!answer.ok) throw new Error(answer.error);
    one.stop();
    await expect.poll(() => one.desk.retryEntry({ entryId: answer.value.entryId, anyway: false })).toEqual(noLink);
    expect(await one.desk.discardEntry(answer.value.entryId)).toEqual(noLink);
  });

  it('answers at once about accounts and settings while there is no link', async () => {
    const one = await start();
    one.stop();
    await expect.poll(() => one.desk.saveSettings({})).toEqual(noLink);
    const draft = { id: null, connectorId: 'practice', label: '', config: {}, secrets: {} };
    expect(await one.desk.testAccount(draft)).toEqual(noLink);
    expect(await one.desk.saveAccount(draft)).toEqual(noLink);
    expect(await one.desk.removeAccount(account.id)).toEqual(noLink);
  });

  const aDraft = {
    accountId: account.id,
    ticketId: 'desk-1:1',
    kind: 'reply',
    text: 'Dear',
    cursorAt: 4,
    fields: {},
    files: [],
    updatedAt: NOW,
  } as const;

  it('remembers that a draft is not safe yet, and tries again by itself', async () => {
    const one = await withTicket();
    let full = true;
    const draftPut = async () => (full ? { ok: false, error: 'full' } : { ok: true, value: null });
    Object.assign(one.main.implementation, { draftPut });
    expect(await one.desk.saveDraft(aDraft)).toEqual({ ok: false, error: 'full' });
    expect(await one.desk.draftProblem(aDraft)).toBe('full');
    expect((await one.desk.draft(aDraft))?.text).toBe('Dear');
    full = false;
    await expect.poll(() => one.desk.draftProblem(aDraft)).toBe(null);
  });

  it('lists the draft of a new ticket that has a subject only', async () => {
    const one = await start();
    const form = { ...aDraft, ticketId: `${account.id}:new`, kind: 'new-ticket', text: '' } as const;
    await one.desk.saveDraft({ ...form, fields: { public: 'no' } });
    expect(await one.desk.drafts()).toEqual([]);
    await one.desk.saveDraft({ ...form, fields: { subject: 'Broken tent' } });
    expect(await one.desk.drafts()).toMatchObject([{ subject: 'Broken tent' }]);
  });

  it('counts files as words, and says which it and its outbox name', async () => {
    const one = await withTicket();
    const file = (letter: string) => ({ name: 'a.txt', mimeType: 'text/plain', size: 1, sha256: letter.repeat(64) });
    await one.desk.saveDraft({ ...aDraft, text: '', files: [file('a')] });
    expect(await one.desk.drafts()).toMatchObject([{ draft: { files: [file('a')] } }]);
    expect((await one.desk.rows(recent)).rows[0]?.hasDraft).toBe(true);
    const action = { kind: 'note', words: { markdown: '', html: '', files: [file('b')] }, changes: {} } as const;
    const made = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action });
    if (!made.ok) throw new Error(made.error);
    expect(await one.remote.filesNamed()).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
    const entry = entryOf(one, made.value.entryId);
    one.main.discarded = [{ what: 'entry', id: 'e1', at: NOW, entry }];
    expect(await one.desk.discarded()).toMatchObject({ ok: true, value: [{ discarded: { id: 'e1' } }] });
  });

  it('reads drafts of earlier versions, which name no files', async () => {
    const held: Held = new Map();
    const { files: _, ...earlier } = aDraft;
    held.set('drafts', new Map([[draftKey(aDraft), { key: draftKey(aDraft), draft: earlier }]]));
    const one = await start({ held });
    expect(await one.desk.draft(aDraft)).toEqual(aDraft);
  });

  it('lists what was discarded and has words, newest first, with what its ticket is called', async () => {
    const one = await withTicket();
    const action = { kind: 'update', changes: { status: 'solved' } } as const;
    const made = await one.desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action });
    if (!made.ok) throw new Error(made.error);
    const entry = entryOf(one, made.value.entryId);
    one.main.discarded = [
      { what: 'draft', id: 'd1', at: NOW - 2, draft: aDraft },
      { what: 'draft', id: 'd2', at: NOW - 1, draft: { ...aDraft, text: ' ' } },
      { what: 'entry', id: 'e1', at: NOW - 1, entry },
      { what: 'entry', id: 'e2', at: NOW, entry: { ...entry, action: reply('Hello') } },
    ];
    const told = await one.desk.discarded();
    if (!told.ok) throw new Error(told.error);
    expect(told.value.map(({ discarded, subject, number }) => [discarded.id, subject, number])).toEqual([
      ['e2', 'Subject 1', '1'],
      ['d1', 'Subject 1', '1'],
    ]);
    one.stop();
    await expect.poll(() => one.desk.discarded()).toEqual({ ok: false, error: 'no-link' });
  });

  it('keeps drafts, the newer one when both store and journal have it', async () => {
    const one = await withTicket();
    expect(await one.desk.saveDraft(aDraft)).toEqual({ ok: true, value: null });
    expect((await one.desk.rows(recent)).rows[0]?.hasDraft).toBe(true);
    await one.openAccount({ drafts: [{ ...aDraft, text: 'D', updatedAt: NOW - 1 }] });
    expect((await one.desk.draft(aDraft))?.text).toBe('Dear');
    expect(one.main.called('draftPut')).toHaveLength(2);
    await one.desk.discardDraft(aDraft);
    expect(await one.desk.draft(aDraft)).toBe(null);
  });

  it('takes a draft for newer than the one thrown away before it, also where the clock was set back', async () => {
    const one = await withTicket();
    await one.desk.saveDraft(aDraft);
    await one.desk.discardDraft(aDraft);
    await one.desk.saveDraft({ ...aDraft, text: 'Begun anew', updatedAt: aDraft.updatedAt - 60 * MINUTE });
    expect((await one.desk.draft(aDraft))?.updatedAt).toBeGreaterThan(aDraft.updatedAt);
  });
});

describe('search', () => {
  it('finds by number, words, names in any script, and newest first', async () => {
    const one = await start();
    await one.remote.applyBatch(
      batch({
        tickets: [
          ticket({ remoteId: '12', subject: 'Đơn hàng bị trễ', updatedAt: NOW - 3 }),
          ticket({ remoteId: '1', subject: "П'ять ёлок", updatedAt: NOW - 2 }),
          ticket({ remoteId: '123', subject: 'Refund for Zoë', updatedAt: NOW - 1, requesterId: 'r2' }),
        ],
        people: [person('r1', 'Rita'), person('r2', 'Ольга Йосипівна')],
      }),
    );
    const find = async (text: string) => (await one.desk.search(text)).tickets.map((row) => row.number);
    expect(await find('1')).toEqual(['1', '123', '12']);
    expect(await find('#12')).toEqual(['12', '123']);
    expect(await find('don hang')).toEqual(['12']);
    expect(await find('пять елок')).toEqual(['1']);
    expect(await find('zoe refund')).toEqual(['123']);
    expect(await find('йосип')).toEqual(['123']);
    expect(await find('иосип')).toEqual([]);
    expect((await one.desk.search('ольга')).people).toMatchObject([{ remoteId: 'r2', ticketCount: 1 }]);
    await one.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '12', subject: 'Something else' })] }));
    expect(await find('don hang')).toEqual([]);
    expect(await find('something')).toEqual(['12']);
  });
});

describe('the lease', () => {
  it('is asked for, refused, and taken over', async () => {
    const main = createFakeMain();
    main.taken = true;
    const one = await start({ main, open: false });
    // Other events may come between.
    const lastLink = () => one.events.findLast(({ type }) => type === 'link');
    expect(lastLink()).toMatchObject({ type: 'link', state: 'other-window' });
    await one.desk.takeOver();
    expect(lastLink()).toMatchObject({ type: 'link', state: 'connected', host: 'browser' });
    await one.remote.leaseLost();
    expect(lastLink()).toMatchObject({ type: 'link', state: 'other-window' });
    expect(await one.desk.remoteImage('https://x')).toMatchObject({ ok: false, error: { code: 'offline' } });
  });
});

describe('a crash', () => {
  /** What is on the disk, apart from the change numbers and what is derived. */
  const rowsOn = (held: Started['held']): unknown =>
    [...held]
      .filter(([table]) => table !== 'meta')
      .map(([table, rows]) => [
        table,
        [...rows]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, row]) => [key, { ...(row as object), change: undefined }]),
      ]);
  const pages = [
    batch({ messages: [message({ remoteId: 'm1', ticketRemoteId: '2' })] }, { cursor: 'c1' }),
    batch(
      {
        tickets: [ticket({ remoteId: '1' }), ticket({ remoteId: '2', preview: 'old' })],
        people: [person('r1', 'Rita')],
        unreadable: [{ kind: 'ticket', remoteId: '9', problem: 'status' }],
      },
      { cursor: 'c2' },
    ),
    batch(
      {
        tickets: [ticket({ remoteId: '1', version: 'v2', status: 'solved' })],
        messages: [message({ remoteId: 'm2', ticketRemoteId: '1', authorId: 'me', authorRole: 'agent' })],
        conversations: [{ ticketRemoteId: '1', version: 'v2' }],
        removals: [{ remoteId: '2', reason: 'deleted', mergedIntoRemoteId: null }],
      },
      { cursor: 'c3', complete: true },
    ),
  ];

  it('between a commit and its answer changes nothing: the page comes again', async () => {
    const straight = await start();
    for (const page of pages) await straight.remote.applyBatch(page);
    const repeated = await start();
    let one = repeated;
    for (const page of pages) {
      await one.remote.applyBatch(page);
      // Main never heard the answer; both start again from the cursor on the disk and send the page once more.
      one.stop();
      one = await start({ held: repeated.held, open: false });
      expect(await one.openAccount()).toMatchObject({ ok: true, value: { cursors: { tickets: page.cursor } } });
      await one.remote.applyBatch(page);
    }
    expect(rowsOn(repeated.held)).toEqual(rowsOn(straight.held));
    expect(await one.desk.rows(recent)).toEqual(await straight.desk.rows(recent));
    expect(await one.desk.views()).toEqual(await straight.desk.views());
  });

  it('before a commit leaves neither the rows nor the cursor', async () => {
    const disk = { beforeCommit: async () => {} };
    const one = await start({ disk });
    await one.remote.applyBatch(pages[0] ?? batch({}));
    disk.beforeCommit = async () => {
      throw new DOMException('torn', 'AbortError');
    };
    expect(await one.remote.applyBatch(pages[1] ?? batch({}))).toMatchObject({ ok: false });
    one.stop();
    const again = await start({ held: one.held, open: false });
    expect(await again.openAccount()).toMatchObject({ ok: true, value: { cursors: { tickets: 'c1' } } });
    expect((await again.desk.rows(recent)).total).toBe(0);
  });
});

it('opens from its saved columns as from the rows, whatever lay over them', async () => {
  const one = await start();
  await one.remote.applyBatch(
    batch({
      tickets: [ticket({ remoteId: '1' }), ticket({ remoteId: '2' })],
      messages: [message({ remoteId: 'm1', ticketRemoteId: '1' })],
      people: [person('r1', 'Rita')],
    }),
  );
  const answer = await one.desk.enqueue({
    accountId: account.id,
    ticketId: 'desk-1:1',
    action: { kind: 'update', changes: { status: 'solved' } },
  });
  if (!answer.ok) throw new Error(answer.error);
  await one.remote.closeAccount({ accountId: account.id, forget: false });
  expect(one.held.get('meta')?.has('columns')).toBe(true);
  // Undone while the store was away: what the snapshot shows over the ticket is gone.
  one.main.entries.clear();
  await one.openAccount({ settledIds: [answer.value.entryId] });
  expect((await one.desk.rows(recent)).rows).toMatchObject([
    { id: 'desk-1:2', requesterName: 'Rita' },
    { id: 'desk-1:1', status: 'open', pending: null },
  ]);
  await one.remote.applyBatch(batch({ people: [person('r1', 'Rita Renamed')] }));
  await one.remote.closeAccount({ accountId: account.id, forget: false });
  await one.openAccount();
  expect((await one.desk.rows(recent)).rows[0]?.requesterName).toBe('Rita Renamed');
});

it('says of a message that one action has made twice that it is', async () => {
  const one = await start();
  const clientId = '01HOLDFAST0000000000000042';
  await one.remote.applyBatch(
    batch({
      tickets: [ticket({ remoteId: '1' })],
      messages: [
        message({ remoteId: 'm1', ticketRemoteId: '1', clientId, createdAt: NOW - 2_000 }),
        message({ remoteId: 'm2', ticketRemoteId: '1', clientId, createdAt: NOW - 1_000 }),
      ],
    }),
  );
  const { items } = await one.desk.conversation('desk-1:1');
  expect(
    items.flatMap((item) => (item.type === 'message' ? [[item.message.remoteId, item.message.doubled]] : [])),
  ).toEqual([
    ['m1', false],
    ['m2', true],
  ]);
});
