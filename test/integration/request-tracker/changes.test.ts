import { afterAll, describe, expect, test, vi } from 'vitest';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import { ticketIdOf } from '#shared/domain/ids.ts';
import { startCuttingProxy } from '../../support/cutting-proxy.ts';
import { colleague, replyInWebInterface } from '../../support/request-tracker/colleague.ts';
import { answerSubject, customerMails } from '../../support/request-tracker/customer.ts';
import { QUEUES, type RigUser, requestTrackerOrReason, USERS } from '../../support/request-tracker/rig.ts';
import { skippedWithoutRequestTracker } from '../../support/request-tracker/skipped-without.ts';
import { call, entryOf, must, openConnector, pullAll, words } from './connector.ts';
import { consoleOn } from './console-on.ts';

const { rt, why } = await requestTrackerOrReason({ tickets: 20, articles: 2 });
afterAll(() => rt?.dispose());

if (rt === null) skippedWithoutRequestTracker(why);
else {
  for (const user of [USERS.anh, USERS.maria])
    describe(`as ${user.name} in ${user.timeZone}`, { timeout: 60_000 }, () => {
      const signIn = user === USERS.anh ? { user } : { token: rt.tokens[user.name] ?? '' };
      const connector = openConnector(rt.url, signIn);
      const root = colleague(rt, USERS.root);
      const gathered = async (cursor: string) => {
        const rows: Rows = noRows();
        const end = await pullAll(connector, 'tickets', cursor, (page) => {
          rows.tickets.push(...page.tickets);
          rows.messages.push(...page.messages);
          rows.removals.push(...page.removals);
        });
        return { rows, cursor: end };
      };

      test('the feed brings answers, lifecycles of a queue’s own, and whatever leaves', async () => {
        const ids: string[] = [];
        for (const subject of ['answered', 'deleted', 'from', 'into', 'hidden'])
          ids.push(await root.create('Support', `${subject} ${user.name}`, 'Hello?'));
        const [answered = '', deleted = '', from = '', into = '', hidden = ''] = ids;
        const order = await root.create('Orders', `order ${user.name}`, 'Where is it?');
        const start = await gathered(await pullAll(connector, 'tickets', null));
        await replyInWebInterface(rt, USERS.olena, answered, 'From the web interface.');
        await root.remove(deleted);
        await root.mergeInto(from, into);
        await root.update(hidden, { Queue: QUEUES.Private });
        await root.update(order, { Status: 'awaiting customer' });
        const { rows } = await gathered(start.cursor);
        expect(
          rows.messages.filter(({ ticketRemoteId }) => ticketRemoteId === answered).map(({ body }) => body.content),
        ).toContainEqual(expect.stringContaining('From the web interface.'));
        const gone = (id: string) => rows.removals.find(({ remoteId }) => remoteId === id);
        expect(gone(deleted)?.reason).toBe('deleted');
        expect(gone(from)).toMatchObject({ reason: 'merged', mergedIntoRemoteId: into });
        expect(rows.tickets.find(({ remoteId }) => remoteId === order)).toMatchObject({
          status: 'pending',
          statusName: 'awaiting customer',
        });
        const opened = must(await connector.conversation(hidden, call));
        expect(opened.removals).toEqual([{ remoteId: hidden, reason: 'invisible', mergedIntoRemoteId: null }]);
      });

      test('what happened to a ticket tells owners by id, nobody as none, and statuses in our own words', async () => {
        const id = await root.create('Orders', `history ${user.name}`, 'Hello?');
        for (const Owner of ['root', user.name, 'Nobody']) await root.update(id, { Owner });
        for (const Status of ['awaiting customer', 'parked', 'shipped', 'working']) await root.update(id, { Status });
        const { events, messages } = must(await connector.conversation(id, call));
        const rootId = messages[0]?.authorId;
        const me = must(await connector.whoAmI(call)).remoteId;
        expect(events.map(({ kind, fromId, toId }) => [kind, fromId, toId])).toEqual([
          ['created', null, null],
          ['assignee', null, rootId],
          ['assignee', rootId, me],
          ['assignee', me, null],
          ['status', 'new', 'pending'],
          ['status', 'pending', 'on-hold'],
          ['status', 'on-hold', 'solved'],
          ['status', 'solved', 'open'],
        ]);
      });

      test('what another customer writes to a ticket is no agent’s answer', async () => {
        const id = await root.create('Support', `told on ${user.name}`, 'Hello?');
        await customerMails(rt, { from: 'lev@customer.example', subject: answerSubject(id), text: 'Same with me.' });
        await root.reply(id, 'We look into it.');
        const { messages } = must(await connector.conversation(id, call));
        expect(messages.slice(1).map(({ authorRole }) => authorRole)).toEqual(['requester', 'agent']);
      });

      test('a change to a ticket that moved on is refused', async () => {
        const id = await root.create('Support', 'stale', 'Hello?');
        const version = must(await connector.conversation(id, call)).tickets[0]?.version ?? null;
        await root.reply(id, 'Somebody was faster.');
        const pushed = await connector.push(
          entryOf({ kind: 'update', changes: { priority: 'high' } }, id),
          version,
          call,
        );
        expect(pushed.ok ? 'done' : pushed.error.code).toBe('conflict');
        await expect(root.call('PUT', `ticket/${id}`, { Subject: 'moved' })).resolves.toMatchObject({ status: 200 });
      });

      test('a lost answer is found by its mark, a lost request is not, and each is said once', async () => {
        const proxy = await startCuttingProxy(rt.port);
        try {
          const weak = openConnector(proxy.url, signIn);
          const id = await root.create('Support', 'weak link', 'Hello?');
          for (const [what, cut] of [
            ['answer', 'answered'],
            ['request', 'before'],
          ] as const) {
            const entry = entryOf({ kind: 'reply', words: words(`cut ${what}`), cc: [], changes: {} }, id);
            const version = must(await weak.conversation(id, call)).tickets[0]?.version ?? null;
            proxy.cut([{ kind: 'write', cut, after: 0, share: 0 }]);
            const lost = await weak.push(entry, version, call);
            expect(proxy.left()).toBe(0);
            expect(lost.ok ? 'done' : lost.error.code).toBe('unknownOutcome');
            expect(must(await weak.readBack(entry, null, call)).found).toBe(what === 'answer' ? 'yes' : 'no');
            if (what === 'request') must(await weak.push({ ...entry, attempts: 2 }, version, call));
            const said = (await root.history(id)).filter(
              ({ Type, text }) => Type === 'Correspond' && text.includes(`cut ${what}`),
            );
            expect(said).toHaveLength(1);
          }
        } finally {
          await proxy.stop();
        }
      });

      test('a lost change that a colleague has set back is found in the history and not made again', async () => {
        const proxy = await startCuttingProxy(rt.port);
        try {
          const weak = openConnector(proxy.url, signIn);
          must(await weak.whoAmI(call));
          const solved = { status: 'solved', statusName: 'resolved' } as const;
          const all = { ...solved, priority: 'high', assigneeId: null, tagsAdded: ['refund'] } as const;
          const reply = { kind: 'reply', words: words('It is solved.'), cc: [], changes: solved } as const;
          for (const { action, cut } of [
            { action: { kind: 'update', changes: all } as const, cut: 'answered' as const },
            { action: { kind: 'update', changes: all } as const, cut: 'before' as const },
            { action: reply, cut: 'answered' as const },
          ]) {
            const id = await root.create('Support', `set back ${cut}`, 'Hello?');
            await root.update(id, { Owner: 'root', Status: 'open' });
            const entry = entryOf(action, id);
            const before = must(await weak.conversation(id, call)).tickets[0] ?? null;
            proxy.cut([{ kind: 'write', cut, after: 0, share: 0 }]);
            const lost = await weak.push(entry, before?.version ?? null, call);
            expect(lost.ok ? 'done' : lost.error.code).toBe('unknownOutcome');
            await root.update(id, { Status: 'open', Priority: '0', Owner: 'root', CustomFields: { Tags: [] } });
            expect(must(await weak.readBack(entry, before, call)).found).toBe(cut === 'answered' ? 'yes' : 'no');
            const solvings = (await root.history(id)).filter(({ NewValue }) => NewValue === 'resolved');
            expect(solvings).toHaveLength(cut === 'answered' ? 1 : 0);
          }
        } finally {
          await proxy.stop();
        }
      });

      test('of a lost change that was refused in part, what was refused is told', async () => {
        must(await connector.whoAmI(call));
        const id = await root.create('Support', 'in part', 'Hello?');
        const before = must(await connector.conversation(id, call)).tickets[0] ?? null;
        await connector.push(entryOf({ kind: 'update', changes: { priority: 'high' } }, id), null, call);
        const entry = entryOf({ kind: 'update', changes: { priority: 'high', subject: 'never set' } }, id);
        expect(await connector.readBack(entry, before, call)).toMatchObject({
          ok: false,
          error: { code: 'rejected', reasons: [{ code: 'not-done' }] },
        });
      });
    });

  test('what RT breaks off over after doing it, for an agent in Ukrainian, is found and said once', async () => {
    const root = colleague(rt, USERS.root);
    const connector = openConnector(rt.url, { user: USERS.oksana });
    const id = await root.create('Support', 'Wide characters', 'Hello?');
    const entry = entryOf({ kind: 'reply', words: words('Вже їде'), cc: [], changes: {} }, id);
    const version = must(await connector.conversation(id, call)).tickets[0]?.version ?? null;
    const lost = await connector.push(entry, version, call);
    expect(lost.ok ? 'done' : lost.error.code).toBe('unknownOutcome');
    expect(must(await connector.readBack(entry, null, call)).found).toBe('yes');
    const said = (await root.history(id)).filter(({ Type, text }) => Type === 'Correspond' && text.includes('Вже їде'));
    expect(said).toHaveLength(1);
  });

  test('a reply to a resolved ticket, which reopens it, and solving it behind that: both are done, once and in order', async () => {
    const root = colleague(rt, USERS.root);
    const id = await root.create('Support', 'Already resolved', 'Hello?');
    await root.update(id, { Status: 'resolved' });
    const { accountId, desk, stop } = await consoleOn(rt.url, USERS.maria);
    try {
      const ticketId = ticketIdOf(accountId, id);
      await vi.waitFor(async () => expect((await desk.ticket(ticketId))?.ticket.status).toBe('solved'), {
        timeout: 60_000,
      });
      await desk.refreshTicket(ticketId);
      const solved = { status: 'solved', statusName: 'resolved' } as const;
      const reply = { kind: 'reply', words: words('One more thing.'), cc: [], changes: {} } as const;
      for (const action of [reply, { kind: 'update', changes: solved } as const])
        expect(await desk.enqueue({ accountId, ticketId, action })).toMatchObject({ ok: true });
      await vi.waitFor(async () => expect(await desk.outbox()).toEqual([]), { timeout: 60_000, interval: 200 });
      const own = (await root.history(id)).filter(({ Creator }) => Creator.id === USERS.maria.name);
      expect(own.filter(({ Type }) => Type === 'Correspond').map(({ text }) => text)).toEqual([
        expect.stringContaining('One more thing.'),
      ]);
      expect(own.filter(({ Type }) => Type === 'Status').map(({ NewValue }) => NewValue)).toEqual(['resolved']);
      await vi.waitFor(async () => expect((await desk.ticket(ticketId))?.ticket.statusName).toBe('resolved'));
    } finally {
      await stop();
    }
  }, 150_000);

  test('a customer’s numbers come with their tickets to whom RT tells them: administrators, and nobody else', async () => {
    const root = colleague(rt, USERS.root);
    const address = 'kari@phones.example';
    await root.call('POST', 'user', {
      Name: address,
      EmailAddress: address,
      RealName: 'Kari Nordmann',
      MobilePhone: '+47 91 00 00 34',
      HomePhone: '33 00 00 56',
      PagerPhone: '33 00 00 56',
    });
    const ticket = await root.call('POST', 'ticket', {
      Queue: 'Support',
      Subject: 'By telephone',
      Requestor: address,
      Content: 'Call me back.',
    });
    const { id } = ticket.body as { readonly id: string | number };
    const numbersFor = async (user: RigUser) => {
      const rows = must(await openConnector(rt.url, { user }).conversation(String(id), call));
      const found = rows.people.find(({ email }) => email === address);
      return found && [found.name, found.phone, found.otherPhones];
    };
    expect(await numbersFor(USERS.root)).toEqual(['Kari Nordmann', '+47 91 00 00 34', ['33 00 00 56']]);
    expect(await numbersFor(USERS.anh)).toEqual(['Kari Nordmann', null, undefined]);
  }, 60_000);
}
