import { describe, expect, test } from 'vitest';
import { rowsSchema } from '#shared/domain/batch.ts';
import type { Context } from './context.ts';
import { testIf } from './test-if.ts';

const BYTES = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255, 128, 10]);

/** One conversation, whole. */
export function reading(shared: () => Context, can: (what: 'customerSendsFile') => boolean): void {
  describe('reading a conversation', () => {
    test('messages come whole, in order, public or internal, with who wrote them', async () => {
      const context = shared();
      const { driver } = context.bench;
      const [asks, notes, answers, asksAgain] = ['asks', 'notes', 'answers', 'again'].map(context.mark) as [
        string,
        string,
        string,
        string,
      ];
      const ticket = await driver.createTicket({ subject: context.mark('talk'), body: asks, mine: false });
      await driver.colleagueWrites(ticket, 'note', notes);
      await driver.colleagueWrites(ticket, 'reply', answers);
      await driver.customerReplies(ticket, asksAgain);
      const read = await context.connector.conversation(ticket, context.options);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const { messages, tickets, conversations, people } = read.value;
      expect(messages.every((message) => message.ticketRemoteId === ticket)).toBe(true);
      const people3 = messages.filter((message) => message.authorRole !== 'system');
      expect(people3.map((message) => [message.kind, message.authorRole])).toEqual([
        ['reply', 'requester'],
        ['note', 'agent'],
        ['reply', 'agent'],
        ['reply', 'requester'],
      ]);
      [asks, notes, answers, asksAgain].forEach((text, index) => {
        expect(people3[index]?.body.content).toContain(text);
      });
      expect(messages.map((message) => message.createdAt)).toEqual(
        messages.map((message) => message.createdAt).toSorted((a, b) => a - b),
      );
      expect(new Set(messages.map((message) => message.remoteId)).size).toBe(messages.length);
      expect(conversations).toEqual([{ ticketRemoteId: ticket, version: tickets[0]?.version }]);
      const requester = people.find((person) => person.remoteId === tickets[0]?.requesterId);
      expect(requester?.role).toBe('requester');
      expect(rowsSchema.safeParse(read.value).success).toBe(true);
    });

    test('what colleagues changed shows as events', async () => {
      const context = shared();
      const { driver } = context.bench;
      const ticket = await driver.createTicket({ subject: context.mark('events'), body: 'Watch.', mine: false });
      await driver.colleagueChanges(ticket, { status: 'pending' });
      const read = await context.connector.conversation(ticket, context.options);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      expect(read.value.events.filter((event) => event.kind === 'status').length).toBeGreaterThan(0);
    });

    testIf(can('customerSendsFile'))("a customer's file comes back byte for byte", async () => {
      const context = shared();
      const { driver } = context.bench;
      if (!driver.customerSendsFile)
        throw new Error('the driver has no customerSendsFile, and the suite was not told so');
      const ticket = await driver.createTicket({ subject: context.mark('file'), body: 'A file follows.', mine: false });
      await driver.customerSendsFile(ticket, 'Here it is', { name: 'photo.png', mimeType: 'image/png', bytes: BYTES });
      const read = await context.connector.conversation(ticket, context.options);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const file = read.value.messages.flatMap((message) => message.attachments).at(-1);
      expect(file).toMatchObject({ name: 'photo.png', mimeType: 'image/png' });
      const got = await context.connector.attachment(ticket, file?.remoteId ?? '', context.options);
      if (!got.ok) throw new Error(JSON.stringify(got.error));
      expect([...got.value.bytes]).toEqual([...BYTES]);
      expect(got.value.mimeType).toBe('image/png');
    });

    test('a ticket that never was comes back as a removal', async () => {
      const context = shared();
      const read = await context.connector.conversation('99999999', context.options);
      expect(read.ok && read.value.removals.map((removal) => removal.remoteId)).toEqual(['99999999']);
    });
  });
}
