import { describe, expect, test } from 'vitest';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import type { Context } from './context.ts';
import { create, entryOf, update } from './entries.ts';

const newTicket = (context: Context) =>
  context.bench.driver.createTicket({ subject: context.mark('relate'), body: 'Please help.', mine: false });

async function change(context: Context, ticket: RemoteId, changes: TicketChanges) {
  const entry = entryOf(ticket, update(changes), context.bench.now());
  const done = await context.connector.push(entry, null, context.options);
  if (!done.ok) throw new Error(`push failed: ${JSON.stringify(done.error)}`);
  return { entry, rows: done.value.rows };
}

const linksOf = async (context: Context, ticket: RemoteId) => {
  const read = await context.connector.conversation(ticket, context.options);
  return read.ok ? read.value.tickets[0]?.links : read.error;
};

/** Where the source of a merge is now. */
const removalOf = async (context: Context, ticket: RemoteId) => {
  const read = await context.connector.conversation(ticket, context.options);
  return read.ok ? read.value.removals : read.error;
};

async function merge(context: Context, sourceRemoteId: RemoteId, targetRemoteId: RemoteId) {
  const begun = await context.connector.merge({ sourceRemoteId, targetRemoteId, tellCustomer: false }, context.options);
  if (!begun.ok || begun.value === null) return begun;
  return context.connector.mergeEnded(begun.value, context.options);
}

/** Tickets that belong together: links of each kind that the connector has, follow-ups, and merging. */
export function relating(shared: () => Context): void {
  describe('relating', () => {
    test('a link goes there, comes back by itself, is found when read back, and goes again', async () => {
      const context = shared();
      const { links } = context.connector.capabilities.abilities;
      expect(links.length).toBeGreaterThan(0);
      for (const kind of links) {
        const [ticket, other] = [await newTicket(context), await newTicket(context)];
        if (kind === 'problem') await change(context, other, { type: 'problem' });
        const link = { kind, remoteId: other };
        const { entry, rows } = await change(context, ticket, { linksAdded: [link] });
        expect(rows.tickets.find(({ remoteId }) => remoteId === ticket)?.links).toEqual([link]);
        expect(await linksOf(context, ticket)).toEqual([link]);
        const back = await context.connector.readBack(entry, null, context.options);
        expect(back.ok && back.value.found).toBe('yes');
        await change(context, ticket, { linksRemoved: [link] });
        expect(await linksOf(context, ticket)).toEqual([]);
      }
    });

    test('a new ticket that follows up a closed one names it', async () => {
      const context = shared();
      const { driver, now } = context.bench;
      const closed = await newTicket(context);
      await driver.colleagueChanges(closed, { status: 'solved' });
      await driver.colleagueChanges(closed, { status: 'closed' });
      const action = create(context.mark('follow'), 'Once more.', driver.newCustomerEmail);
      const linksAdded = [{ kind: 'follow-up' as const, remoteId: closed }];
      const entry = entryOf(null, { ...action, changes: { linksAdded } }, now());
      const done = await context.connector.push(entry, null, context.options);
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      expect((await linksOf(context, done.value.ticketRemoteId)) ?? []).toMatchObject([{ remoteId: closed }]);
    });

    test('a ticket goes into another, and says where it went', async () => {
      const context = shared();
      const [source, target] = [await newTicket(context), await newTicket(context)];
      expect(await merge(context, source, target)).toMatchObject({ ok: true });
      expect(await removalOf(context, source)).toEqual([
        { remoteId: source, reason: 'merged', mergedIntoRemoteId: target },
      ]);
      const kept = await context.connector.conversation(target, context.options);
      expect(kept.ok && kept.value.tickets.map(({ remoteId }) => remoteId)).toEqual([target]);
    });

    test('a merge whose answer is lost says so, and reading the source tells that it was done', async () => {
      const context = shared();
      const [source, target] = [await newTicket(context), await newTicket(context)];
      context.faults.next('write', { kind: 'lostAnswer' });
      expect(await merge(context, source, target)).toMatchObject({ ok: false, error: { code: 'unknownOutcome' } });
      expect(context.faults.waiting()).toBe(false);
      expect(await removalOf(context, source)).toEqual([
        { remoteId: source, reason: 'merged', mergedIntoRemoteId: target },
      ]);
    });

    test('what cannot be merged is refused, and stays', async () => {
      const context = shared();
      const ticket = await newTicket(context);
      expect(await merge(context, ticket, ticket)).toMatchObject({ ok: false, error: { code: 'rejected' } });
      expect(await removalOf(context, ticket)).toEqual([]);
    });
  });
}
