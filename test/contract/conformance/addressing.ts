import { describe, expect, test } from 'vitest';
import type { Context } from './context.ts';
import { entryOf, reply } from './entries.ts';

/** Who gets a message is what the helpdesk says, before it is sent and after. */
export function addressing(shared: () => Context): void {
  describe('addressing', () => {
    test('who is put in copy of a reply is in copy on the ticket from then on, beside who was', async () => {
      const context = shared();
      const { driver, now } = context.bench;
      const subject = context.mark('copied');
      const ticket = await driver.createTicket({ subject, body: 'Please tell my colleague.', mine: false });
      const copiesNow = async (): Promise<readonly (string | null)[]> => {
        const read = await context.connector.conversation(ticket, context.options);
        if (!read.ok) throw new Error(`conversation failed: ${JSON.stringify(read.error)}`);
        return (read.value.tickets[0]?.copies ?? []).map(({ email }) => email);
      };
      const before = await copiesNow();
      const [first, second] = ['bo', 'cy'].map((name) => `${context.mark(name).toLowerCase()}@copied.example`);
      for (const cc of [[first ?? ''], [second ?? '']]) {
        const action = { ...reply(context.mark('all')), cc } as ReturnType<typeof reply>;
        const sent = await context.connector.push(entryOf(ticket, action, now()), null, context.options);
        expect(sent.ok).toBe(true);
      }
      expect((await copiesNow()).toSorted()).toEqual([...before, first, second].toSorted());
    });
  });
}
