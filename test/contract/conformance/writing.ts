import { describe, expect, test } from 'vitest';
import type { Pushed } from '#main/connectors/contract.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { merged } from '#shared/outbox/merge.ts';
import type { Context } from './context.ts';
import { create, entryOf, note, outgoingFile, reply, update } from './entries.ts';
import { testIf } from './test-if.ts';

const pushed = (result: { ok: true; value: Pushed } | { ok: false; error: unknown }): Pushed => {
  if (!result.ok) throw new Error(`push failed: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** The ticket's present version, as sync has it before it pushes. */
async function versionOf(context: Context, ticket: string): Promise<string> {
  const read = await context.connector.conversation(ticket, context.options);
  const version = read.ok ? read.value.tickets[0]?.version : undefined;
  if (version === undefined) throw new Error(`no version of ${ticket}`);
  return version;
}

const newTicket = (context: Context, mine = false) =>
  context.bench.driver.createTicket({ subject: context.mark('write'), body: 'Please help.', mine });

/** Every kind of action has exactly its effect, once; a lost answer is found again. */
export function writing(shared: () => Context, can: (what: 'tags') => boolean): void {
  describe('writing', () => {
    test('reply and note arrive once, as what they are, and come back in the rows', async () => {
      const context = shared();
      const { driver, now } = context.bench;
      const ticket = await newTicket(context);
      for (const [kind, make] of [
        ['reply', reply],
        ['note', note],
      ] as const) {
        const text = context.mark(kind);
        const done = pushed(
          await context.connector.push(
            entryOf(ticket, make(text), now()),
            await versionOf(context, ticket),
            context.options,
          ),
        );
        expect(await driver.countMessages(ticket, text, kind)).toBe(1);
        expect(await driver.countMessages(ticket, text, kind === 'reply' ? 'note' : 'reply')).toBe(0);
        const mine = done.rows.messages.find((message) => message.remoteId === done.messageRemoteId);
        expect(mine?.body.content).toContain(text);
        expect(mine).toMatchObject({ kind, authorId: context.me.remoteId, authorRole: 'agent' });
        expect(done.rows.tickets.map((each) => each.remoteId)).toEqual([ticket]);
        expect(done.rows.conversations.map((each) => each.ticketRemoteId)).toEqual([ticket]);
      }
    });

    test('field changes arrive and only those', async () => {
      const context = shared();
      const { driver, now } = context.bench;
      const ticket = await newTicket(context);
      const tag = context.mark('tag');
      const before = await driver.read(ticket);
      const done = pushed(
        await context.connector.push(
          entryOf(
            ticket,
            update({ status: 'pending', priority: 'high', assigneeId: context.me.remoteId, tagsAdded: [tag] }),
            now(),
          ),
          await versionOf(context, ticket),
          context.options,
        ),
      );
      const after = await driver.read(ticket);
      expect(after).toMatchObject({
        subject: before.subject,
        status: 'pending',
        priority: 'high',
        assigneeId: context.me.remoteId,
      });
      expect(done.rows.tickets[0]).toMatchObject({
        status: 'pending',
        priority: 'high',
        assigneeId: context.me.remoteId,
      });
      expect(done.rows.tickets[0]?.tags.toSorted()).toEqual([...after.tags].toSorted());
    });

    testIf(can('tags'))('tags are added and taken without touching the others', async () => {
      const context = shared();
      const { driver, now } = context.bench;
      const ticket = await newTicket(context);
      const [one, two, three] = ['one', 'two', 'three'].map(context.mark) as [string, string, string];
      const push = async (changes: Parameters<typeof update>[0]) =>
        pushed(
          await context.connector.push(
            entryOf(ticket, update(changes), now()),
            await versionOf(context, ticket),
            context.options,
          ),
        );
      await push({ tagsAdded: [one, two] });
      await push({ tagsAdded: [three], tagsRemoved: [two] });
      const { tags } = await driver.read(ticket);
      expect([one, two, three].map((tag) => tags.includes(tag))).toEqual([true, false, true]);
    });

    test('followers are added and taken without touching the others, and are found when read back', async () => {
      const context = shared();
      const { driver, now } = context.bench;
      const ticket = await newTicket(context);
      expect(context.connector.capabilities.abilities.followers).toBe(driver.colleagueFollows !== undefined);
      if (!driver.colleagueFollows) return;
      await driver.colleagueFollows(ticket);
      const [colleague, ...others] = (await driver.read(ticket)).followerIds;
      expect([typeof colleague, others]).toEqual(['string', []]);
      const me = context.me.remoteId;
      const push = async (changes: Parameters<typeof update>[0]) => {
        const entry = entryOf(ticket, update(changes), now());
        const done = pushed(await context.connector.push(entry, await versionOf(context, ticket), context.options));
        expect((await context.connector.readBack(entry, null, context.options)).ok).toBe(true);
        expect(done.rows.tickets[0]?.followerIds.toSorted()).toEqual(
          (await driver.read(ticket)).followerIds.toSorted(),
        );
        return done.rows.tickets[0]?.followerIds.toSorted();
      };
      expect(await push({ followersAdded: [me] })).toEqual([colleague, me].sort());
      expect(await push({ followersAdded: [me], followersRemoved: [colleague ?? ''] })).toEqual([me]);
      await driver.colleagueFollows(ticket);
      const lost = entryOf(ticket, update({ followersRemoved: [colleague ?? ''] }), now());
      const before = await context.connector.conversation(ticket, context.options);
      const version = await versionOf(context, ticket);
      context.faults.next('write', { kind: 'lostAnswer' });
      const answer = await context.connector.push(lost, version, context.options);
      expect(answer.ok ? 'done' : answer.error.code).toBe('unknownOutcome');
      // It had arrived, although they follow again by now: it is not done once more.
      await driver.colleagueFollows(ticket);
      const row = before.ok ? (before.value.tickets[0] ?? null) : null;
      const found = await context.connector.readBack(lost, row, context.options);
      expect(found.ok && found.value.found).toBe('yes');
      expect((await driver.read(ticket)).followerIds).toContain(colleague);
    });

    test('every status that an agent may choose goes there and comes back', async () => {
      const context = shared();
      const { driver, now } = context.bench;
      const ticket = await newTicket(context, true);
      for (const status of ['pending', 'open', 'solved'] as const) {
        const done = pushed(
          await context.connector.push(
            entryOf(ticket, update({ status }), now()),
            await versionOf(context, ticket),
            context.options,
          ),
        );
        expect((await driver.read(ticket)).status).toBe(status);
        expect(done.rows.tickets[0]?.status).toBe(status);
      }
    });

    test('send and solve is one action', async () => {
      const context = shared();
      const { driver, now } = context.bench;
      const ticket = await newTicket(context, true);
      const text = context.mark('solved');
      pushed(
        await context.connector.push(
          entryOf(ticket, reply(text, { status: 'solved' }), now()),
          await versionOf(context, ticket),
          context.options,
        ),
      );
      expect(await driver.countMessages(ticket, text, 'reply')).toBe(1);
      expect((await driver.read(ticket)).status).toBe('solved');
    });

    test('several at once are one write, and each is found again by itself', async () => {
      const context = shared();
      const { driver, now } = context.bench;
      const ticket = await newTicket(context, true);
      const text = context.mark('together');
      const said = entryOf(ticket, reply(text), now());
      const raised = entryOf(ticket, update({ priority: 'high' }), now());
      const solved = entryOf(ticket, update({ status: 'solved' }), now());
      const together = merged([raised, said, solved]);
      expect(together.id).toBe(said.id);
      const version = await versionOf(context, ticket);
      pushed(await context.connector.push(together, version, context.options, [raised, solved]));
      expect(await driver.countMessages(ticket, text, 'reply')).toBe(1);
      expect((await driver.read(ticket)).status).toBe('solved');
      for (const entry of [said, raised, solved])
        expect(await context.connector.readBack(entry, null, context.options)).toMatchObject({
          value: { found: 'yes' },
        });
    });

    test('a new ticket is made once, with its first message', async () => {
      const context = shared();
      const { driver, now } = context.bench;
      const [subject, text] = [context.mark('subject'), context.mark('first')] as const;
      const entry = entryOf(null, create(subject, text, driver.newCustomerEmail), now());
      const done = pushed(await context.connector.push(entry, null, context.options));
      expect(await driver.ticketsWithSubject(subject)).toEqual([done.ticketRemoteId]);
      expect(await driver.countMessages(done.ticketRemoteId, text, 'reply')).toBe(1);
      expect(done.rows.tickets[0]).toMatchObject({ remoteId: done.ticketRemoteId, subject });
    });

    test('a new ticket may begin in copy to others, and solved', async () => {
      const context = shared();
      const { driver, now } = context.bench;
      const [subject, copy] = [context.mark('copied'), 'warehouse@partner.example'] as const;
      const made = create(subject, context.mark('first'), driver.newCustomerEmail, { status: 'solved' }, [copy]);
      const done = pushed(await context.connector.push(entryOf(null, made, now()), null, context.options));
      expect(await driver.copiedOn(done.ticketRemoteId)).toEqual([copy]);
      expect((await driver.read(done.ticketRemoteId)).status).toBe('solved');
      expect(await driver.ticketsWithSubject(subject)).toEqual([done.ticketRemoteId]);
    });

    test('a file goes with a reply and comes back byte for byte', async () => {
      const context = shared();
      const ticket = await newTicket(context);
      const bytes = new TextEncoder().encode(`invoice ${context.mark('bytes')} \u0000 é`);
      const file = outgoingFile(context.files, 'invoice.txt', 'text/plain', bytes);
      const done = pushed(
        await context.connector.push(
          entryOf(ticket, reply(context.mark('attached'), {}, [file]), context.bench.now()),
          await versionOf(context, ticket),
          context.options,
        ),
      );
      const message = done.rows.messages.find((each) => each.remoteId === done.messageRemoteId);
      const attached = done.rows.messages
        .flatMap((each) => each.attachments)
        .find((each) => each.name === 'invoice.txt');
      expect(message?.attachments.map((each) => each.name)).toContain('invoice.txt');
      const got = await context.connector.attachment(ticket, attached?.remoteId ?? '', context.options);
      expect(got.ok && [...got.value.bytes]).toEqual([...bytes]);
    });

    test('a file goes without a word and with a name in any script, and its message is found again', async () => {
      const context = shared();
      const ticket = await newTicket(context);
      const name = 'рахунок, “hóa đơn” (1).bin';
      const file = outgoingFile(context.files, name, 'application/octet-stream', new Uint8Array([0, 255, 13, 10]));
      const silent = { ...reply('', {}, [file]), words: { markdown: '', html: '', files: [file] } };
      const entry = entryOf(ticket, silent, context.bench.now());
      const done = pushed(await context.connector.push(entry, await versionOf(context, ticket), context.options));
      const named = done.rows.messages.filter(({ attachments }) => attachments.some((one) => one.name === name));
      expect(named).toHaveLength(1);
      expect(await context.connector.readBack(entry, null, context.options)).toMatchObject({ value: { found: 'yes' } });
    });

    test('a write on a stale version is refused where the helpdesk can', async () => {
      const context = shared();
      const { driver, now, passTime } = context.bench;
      const ticket = await newTicket(context);
      const stale = await versionOf(context, ticket);
      // Zendesk's stamp counts seconds.
      await passTime(1100);
      await driver.customerReplies(ticket, 'One more thing.');
      const text = context.mark('stale');
      for (const action of [reply(text), update({ status: 'solved' })]) {
        const refused = await context.connector.push(entryOf(ticket, action, now()), stale, context.options);
        const claimed = context.connector.capabilities.precondition !== 'none';
        expect(refused.ok ? 'done' : refused.error.code).toBe(claimed ? 'conflict' : 'done');
      }
      if (context.connector.capabilities.precondition === 'none') return;
      expect(await driver.countMessages(ticket, text, 'reply')).toBe(0);
      expect((await driver.read(ticket)).status).not.toBe('solved');
    });

    const kinds = ['reply', 'note', 'update', 'create'] as const;
    for (const kind of kinds) {
      describe(`a ${kind} whose answer was lost`, () => {
        const prepare = async (context: Context) => {
          const { driver, now } = context.bench;
          const text = context.mark(`lost${kind}`);
          const ticket = kind === 'create' ? null : await newTicket(context, true);
          const action = {
            reply: () => reply(text),
            note: () => note(text),
            update: () => update({ subject: text }),
            create: () => create(text, text, driver.newCustomerEmail),
          }[kind]();
          const version = ticket === null ? null : await versionOf(context, ticket);
          const last =
            ticket === null ? null : await context.connector.conversation(ticket, { ...context.options, lane: 'sync' });
          const message = last?.ok ? last.value.messages.at(-1) : undefined;
          const entry = entryOf(ticket, action, now(), {
            version,
            lastMessageRemoteId: message?.remoteId ?? null,
            lastMessageAt: message?.createdAt ?? null,
          });
          const effects = async () => {
            if (kind === 'create') return (await driver.ticketsWithSubject(text)).length;
            if (kind === 'update') return (await driver.read(ticket ?? '')).subject === text ? 1 : 0;
            return driver.countMessages(ticket ?? '', text, kind);
          };
          return { entry, version, text, effects };
        };
        const readBack = async (context: Context, entry: OutboxEntry) => {
          await context.bench.passTime(context.connector.capabilities.consistencyMs);
          const read = await context.connector.readBack(entry, null, context.options);
          if (!read.ok) throw new Error(`readBack failed: ${JSON.stringify(read.error)}`);
          return read.value;
        };

        test('is of unknown outcome, and reading back finds it', async () => {
          const context = shared();
          const { dedupe } = context.connector.capabilities;
          const { entry, version, effects } = await prepare(context);
          context.faults.next('write', { kind: 'lostAnswer' });
          const lost = await context.connector.push(entry, version, context.options);
          expect(context.faults.waiting()).toBe(false);
          expect(lost.ok ? 'done' : lost.error.code).toBe('unknownOutcome');
          expect(await effects()).toBe(1);
          if (dedupe[kind] === 'none') return;
          const found = await readBack(context, entry);
          expect(found.found).toBe('yes');
          if (found.found === 'yes' && kind !== 'update' && kind !== 'create')
            expect(found.pushed.rows.messages.map((each) => each.remoteId)).toContain(found.pushed.messageRemoteId);
          if (dedupe[kind] === 'key') {
            pushed(await context.connector.push(entry, version, context.options));
            expect(await effects()).toBe(1);
          }
        });

        test('that never arrived is not found, and goes through the second time', async () => {
          const context = shared();
          const { entry, version, effects } = await prepare(context);
          context.faults.next('write', { kind: 'lostRequest' });
          const lost = await context.connector.push(entry, version, context.options);
          expect(context.faults.waiting()).toBe(false);
          expect(lost.ok ? 'done' : lost.error.code).toBe('unknownOutcome');
          expect(await effects()).toBe(0);
          if (context.connector.capabilities.dedupe[kind] !== 'none')
            expect((await readBack(context, entry)).found).toBe('no');
          pushed(await context.connector.push(entry, version, context.options));
          expect(await effects()).toBe(1);
        });
      });
    }

    test('reading back does not take another action for this one', async () => {
      const context = shared();
      const { now } = context.bench;
      const ticket = await newTicket(context);
      const before = await context.connector.conversation(ticket, context.options);
      const message = before.ok ? before.value.messages.at(-1) : undefined;
      const base = { lastMessageRemoteId: message?.remoteId ?? null, lastMessageAt: message?.createdAt ?? null };
      const sent = entryOf(ticket, reply(context.mark('sent')), now(), base);
      const unsent = entryOf(ticket, reply(context.mark('unsent')), now(), base);
      pushed(await context.connector.push(sent, await versionOf(context, ticket), context.options));
      const read = await context.connector.readBack(unsent, null, context.options);
      // Without a way to look it may be undecidable, but never yes.
      const claimed = context.connector.capabilities.dedupe.reply !== 'none';
      expect(claimed ? ['no'] : ['no', 'undecidable']).toContain(read.ok ? read.value.found : read.error.code);
    });
  });
}
