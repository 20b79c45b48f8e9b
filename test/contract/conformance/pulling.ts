import { beforeAll, describe, expect, test } from 'vitest';
import { macroSchema } from '#shared/domain/desk.ts';
import type { Context } from './context.ts';
import { apply, emptyReplica, follow, type Replica } from './replica.ts';
import { testIf } from './test-if.ts';

/** Waits for what a poll must bring: polls, lets the poll's own interval pass, polls again. */
async function poll(context: Context, replica: Replica, arrived: () => boolean, rounds = 12): Promise<boolean> {
  for (let round = 0; round < rounds && !arrived(); round += 1) {
    if (round > 0) await context.bench.passTime(context.connector.capabilities.pollMs.tickets);
    await follow(context.connector, 'tickets', replica, context.bench.passTime);
  }
  return arrived();
}

const AT_MOST_ROWS = 250;

/** The first fill, resuming it, and everything that changes afterwards. */
export function pulling(
  shared: () => Context,
  can: (what: 'deleteTicket' | 'mergeTickets' | 'hideTicket') => boolean,
): void {
  describe('pulling', () => {
    const replica: Replica = emptyReplica();
    let mine = '';
    let oldest = '';
    let newest = '';
    let arrivedDuring = '';
    let changedDuring = '';
    let duringMark = '';

    beforeAll(async () => {
      const context = shared();
      const { driver, passTime } = context.bench;
      duringMark = context.mark('during');
      // My own ticket is older than the others, so that age alone would not bring it first.
      mine = await driver.createTicket({ subject: context.mark('mine'), body: 'Mine.', mine: true });
      oldest = await driver.createTicket({ subject: context.mark('oldest'), body: 'First of three.', mine: false });
      await passTime(1000);
      changedDuring = await driver.createTicket({ subject: context.mark('second'), body: 'Second.', mine: false });
      await passTime(1000);
      newest = await driver.createTicket({ subject: context.mark('newest'), body: 'Third.', mine: false });
      await passTime(1000);

      const first = await context.connector.pull('tickets', null, { ...context.options, lane: 'sync' });
      if (!first.ok) throw new Error(`the first page failed: ${JSON.stringify(first.error)}`);
      // The fill has begun: people go on working.
      arrivedDuring = await driver.createTicket({ subject: duringMark, body: 'While you were reading.', mine: false });
      await driver.colleagueChanges(changedDuring, { subject: duringMark });
      apply(replica, first.value);
      if (first.value.more) await follow(context.connector, 'tickets', replica, passTime);
      await poll(
        context,
        replica,
        () => replica.tickets.has(arrivedDuring) && replica.tickets.get(changedDuring)?.subject === duringMark,
      );
    }, 120_000);

    test('the first fill reaches every ticket', async () => {
      const every = await shared().bench.driver.everyTicket();
      expect(every.length).toBeGreaterThan(3);
      expect(every.filter((id) => !replica.tickets.has(id))).toEqual([]);
    });

    test('my own open tickets come first, then the newest', () => {
      const at = (id: string) => replica.order.indexOf(id);
      expect(at(mine)).toBeGreaterThanOrEqual(0);
      expect(at(mine)).toBeLessThan(at(newest));
      expect(at(newest)).toBeLessThan(at(oldest));
    });

    test('what changed while the first fill ran is not skipped', () => {
      expect(replica.tickets.get(arrivedDuring)?.subject).toBe(duringMark);
      expect(replica.tickets.get(changedDuring)?.subject).toBe(duringMark);
    });

    test('no page holds more than a batch, and every page moves or ends', () => {
      for (const { asked, page } of replica.reads) {
        expect(page.rows.tickets.length).toBeLessThanOrEqual(AT_MOST_ROWS);
        if (page.more) expect(page.cursor).not.toBe(asked);
      }
    });

    test('a restart from the cursor of any page ends with the same tickets', async () => {
      const context = shared();
      const resumable = replica.reads.filter((read) => read.asked !== null);
      const at = Math.floor(resumable.length / 2);
      const resumed = emptyReplica();
      for (const read of replica.reads.slice(0, replica.reads.indexOf(resumable[at] ?? replica.reads[0]!)))
        for (const ticket of read.page.rows.tickets) resumed.tickets.set(ticket.remoteId, ticket);
      resumed.cursor = resumable[at]?.asked ?? null;
      await follow(context.open(), 'tickets', resumed, context.bench.passTime);
      await follow(context.connector, 'tickets', replica, context.bench.passTime);
      const versions = (of: Replica) => Object.fromEntries([...of.tickets].map(([id, ticket]) => [id, ticket.version]));
      expect(versions(resumed)).toEqual(versions(replica));
    });

    test('new tickets, answers and field changes arrive at the next polls', async () => {
      const context = shared();
      const { driver } = context.bench;
      const before = replica.tickets.get(oldest)?.version;
      const subject = context.mark('later');
      const made = await driver.createTicket({ subject, body: 'After the fill.', mine: false });
      await driver.colleagueChanges(newest, { status: 'pending', priority: 'high' });
      await driver.customerReplies(oldest, 'Any news?');
      const arrived = await poll(
        context,
        replica,
        () =>
          replica.tickets.get(made)?.subject === subject &&
          replica.tickets.get(newest)?.status === 'pending' &&
          replica.tickets.get(oldest)?.version !== before,
      );
      expect(arrived).toBe(true);
      expect(replica.tickets.get(newest)?.priority).toBe('high');
    });

    test('an idle poll asks little and brings nothing', async () => {
      const context = shared();
      for (let round = 0; round < 3; round += 1) {
        await context.bench.passTime(1000);
        await follow(context.connector, 'tickets', replica, context.bench.passTime);
      }
      const requests = context.faults.count();
      const reads = replica.reads.length;
      await follow(context.connector, 'tickets', replica, context.bench.passTime);
      expect(context.faults.count() - requests).toBeLessThanOrEqual(8);
      const brought = replica.reads.slice(reads).flatMap((read) => read.page.rows.tickets);
      expect(brought.length).toBeLessThanOrEqual(10);
    });

    /** How a ticket that went away leaves: by a poll where the helpdesk tells, else when it is opened. */
    async function leaves(context: Context, ticket: string) {
      if (context.connector.capabilities.tombstones !== 'none')
        // What vanishes without a word is found by looking for what is missing, a stretch of the tickets at a time.
        await poll(context, replica, () => replica.removals.has(ticket), 60);
      const opened = await context.connector.conversation(ticket, context.options);
      if (!opened.ok) throw new Error(`conversation of a ticket that is gone failed: ${JSON.stringify(opened.error)}`);
      if (context.connector.capabilities.tombstones !== 'none') expect(replica.removals.has(ticket)).toBe(true);
      expect(opened.value.removals.map((removal) => removal.remoteId)).toContain(ticket);
      return { polled: replica.removals.get(ticket), opened: opened.value.removals[0] };
    }

    testIf(can('deleteTicket'))('a deleted ticket becomes a removal', async () => {
      const context = shared();
      const { driver } = context.bench;
      if (!driver.deleteTicket) throw new Error('the driver has no deleteTicket, and the suite was not told so');
      const gone = await driver.createTicket({ subject: context.mark('gone'), body: 'Going.', mine: false });
      await poll(context, replica, () => replica.tickets.has(gone));
      await driver.deleteTicket(gone);
      await leaves(context, gone);
      expect(replica.tickets.has(gone)).toBe(context.connector.capabilities.tombstones === 'none');
    });

    testIf(can('mergeTickets'))('a merged ticket leaves and the ticket it went into stays', async () => {
      const context = shared();
      const { driver } = context.bench;
      if (!driver.mergeTickets) throw new Error('the driver has no mergeTickets, and the suite was not told so');
      const said = context.mark('twice');
      const from = await driver.createTicket({ subject: context.mark('from'), body: said, mine: false });
      const into = await driver.createTicket({ subject: context.mark('into'), body: 'Once.', mine: false });
      await poll(context, replica, () => replica.tickets.has(from) && replica.tickets.has(into));
      await driver.mergeTickets(from, into);
      const { opened } = await leaves(context, from);
      expect(opened).toMatchObject({ reason: 'merged', mergedIntoRemoteId: into });
      const kept = await context.connector.conversation(into, context.options);
      if (!kept.ok) throw new Error(JSON.stringify(kept.error));
      expect(kept.value.tickets.map((ticket) => ticket.remoteId)).toEqual([into]);
      // Where the helpdesk shows what was said before the merge on the ticket that is left, so do we, in the order of saying.
      const there = await driver.countMessages(into, said, 'reply');
      const shown = kept.value.messages.filter(({ body }) => body.content.includes(said));
      expect(shown.map((message) => message.ticketRemoteId)).toEqual(Array.from({ length: there }, () => into));
      expect(kept.value.events.filter(({ kind }) => kind === 'created').length).toBeLessThanOrEqual(1);
      const at = kept.value.messages.map((message) => message.createdAt);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
    });

    testIf(can('hideTicket'))('a ticket taken out of my sight becomes a removal', async () => {
      const context = shared();
      const { driver } = context.bench;
      if (!driver.hideTicket) throw new Error('the driver has no hideTicket, and the suite was not told so');
      const hidden = await driver.createTicket({ subject: context.mark('hidden'), body: 'Secret soon.', mine: false });
      await poll(context, replica, () => replica.tickets.has(hidden));
      await driver.hideTicket(hidden);
      await leaves(context, hidden);
    });

    test('every stream it claims can be read to its end', async () => {
      const context = shared();
      for (const stream of context.connector.capabilities.streams.filter((each) => each !== 'tickets')) {
        const other = emptyReplica();
        await follow(context.connector, stream, other, context.bench.passTime);
        const rows = other.reads.map((read) => read.page.rows);
        expect(rows.flatMap((each) => each.unreadable)).toEqual([]);
        if (stream !== 'desk') continue;
        const people = rows.flatMap((each) => each.people);
        expect(people.find((person) => person.remoteId === context.me.remoteId)?.role).toBe('agent');
        expect(rows.flatMap((each) => each.groups).length).toBeGreaterThan(0);
        expect(rows.flatMap((each) => each.whole)).toContain('groups');
        for (const macro of rows.flatMap((each) => each.macros)) expect(macroSchema.parse(macro)).toEqual(macro);
      }
    });
  });
}
