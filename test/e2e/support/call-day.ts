import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { z } from '#shared/schema.ts';
import { agentAt } from './agent.ts';
import { type CallDay as AtTheTelephone, DIARY, toReply } from './call-hands.ts';
import { connect, startDesk } from './desk.ts';
import { deskReader } from './desk-reader.ts';
import { expect } from './fixtures.ts';
import { handsAt } from './keyboard-only.ts';
import { startKillableConsole } from './killable-console.ts';
import { startOpener } from './opener.ts';
import { storeOf } from './store-calls.ts';

export type CallDay = AtTheTelephone & {
  readonly desk: PracticeDesk;
  /** The id of the ticket that was made with this subject. */
  readonly ticketOf: (subject: string) => number;
  /** Addresses that the system was asked to open, in order. */
  readonly opened: () => Promise<readonly string[]>;
};

export type Customer = { readonly name: string; readonly phone: string; readonly subject: string };

/**
 * A day on the telephone: a console with one account, customers who have telephones, and a telephone system that knows its address. It
 * begins in the middle of a reply.
 */
export async function duringCallDay(
  customers: readonly Customer[],
  work: (day: CallDay) => Promise<void>,
): Promise<void> {
  const desk = await startDesk();
  const opener = await startOpener();
  const settings = { calls: { webhook: true, country: 'NO' } };
  const console = await startKillableConsole([], { settings, env: opener.env });
  try {
    const reader = deskReader(desk);
    const assigneeId = desk.credentials.agent.userId;
    const tickets = new Map<string, number>();
    for (const { name, phone, subject } of [...customers, { name: 'Diary Person', phone: '', subject: DIARY }]) {
      const requesterId = await reader.addCustomer(name, phone);
      tickets.set(subject, desk.act.createTicket({ subject, text: 'Can you help me?', requesterId, assigneeId }).id);
    }
    const page = console.page();
    await connect(agentAt(page), desk);
    await agentAt(page).synced('Test desk');
    const token = z.object({ value: z.string() }).parse(await storeOf(page).newTelephoneToken()).value;
    const { address } = z
      .object({ value: z.object({ address: z.string() }) })
      .parse(await storeOf(page).telephone()).value;
    const day: CallDay = {
      ...reader,
      desk,
      console,
      hands: () => handsAt(console.page()),
      async telephone(fields) {
        const told = await fetch(`${address}${token}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ direction: 'in', to: '+4722000000', ...fields }),
        });
        expect(told.status, await told.text()).toBe(200);
      },
      ticketOf: (subject) => tickets.get(subject) ?? 0,
      opened: opener.opened,
    };
    await toReply(day);
    await work(day);
  } finally {
    await console.dispose();
    await opener.dispose();
    await desk.stop();
  }
}
