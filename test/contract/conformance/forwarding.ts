import { describe, expect, test } from 'vitest';
import type { Pushed } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { Result } from '#shared/result.ts';
import type { Context } from './context.ts';
import { entryOf, forward, outgoingFile } from './entries.ts';

const TO = ['post@carrier.example', 'second@carrier.example'];

const pushed = (result: Result<Pushed, Failure>): Pushed => {
  if (!result.ok) throw new Error(`push failed: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** What goes to people outside a ticket arrives there once and leaves the ticket alone; who cannot do it says so. */
export function forwarding(shared: () => Context): void {
  const can = ({ connector }: Context): boolean => connector.capabilities.actions.includes('forward');
  const begin = async (context: Context) => {
    const { driver, now } = context.bench;
    const ticket = await driver.createTicket({ subject: context.mark('forward'), body: 'A parcel.', mine: true });
    const text = context.mark('look');
    const entry = entryOf(ticket, forward(text, TO), now());
    const count = async (): Promise<number> => (await driver.countForwarded?.(ticket, text, TO)) ?? 0;
    const messages = async () => {
      const read = await context.connector.conversation(ticket, context.options);
      if (!read.ok) throw new Error(`conversation failed: ${JSON.stringify(read.error)}`);
      return read.value.messages.filter(({ kind }) => kind === 'forward');
    };
    return { ticket, text, entry, count, messages };
  };

  describe('forwarding', () => {
    test('goes to everybody named, once, and leaves the ticket as it was; or is refused for what it is', async () => {
      const context = shared();
      const { connector, options, bench } = context;
      const { ticket, text, entry, count, messages } = await begin(context);
      if (!can(context)) {
        expect(connector.capabilities.abilities.forward).toBe('no');
        const refused = await connector.push(entry, null, options);
        expect(refused).toMatchObject({ error: { code: 'rejected', reasons: [{ code: 'no-forwarding' }] } });
        expect(await bench.driver.countMessages(ticket, text, 'reply')).toBe(0);
        return;
      }
      const before = await connector.conversation(ticket, options);
      const done = pushed(await connector.push(entry, null, options));
      expect(await count()).toBe(1);
      expect(done.rows.messages).toMatchObject([
        { kind: 'forward', to: TO, authorId: context.me.remoteId, authorRole: 'agent', clientId: entry.id },
      ]);
      expect(await messages()).toEqual(done.rows.messages);
      const after = await connector.conversation(ticket, options);
      expect(after.ok && after.value.tickets).toEqual(before.ok && before.value.tickets);
      for (const kind of ['reply', 'note'] as const)
        expect(await bench.driver.countMessages(ticket, text, kind)).toBe(0);
    });

    test('takes its files along, which come back byte for byte', async () => {
      const context = shared();
      if (!can(context)) return;
      const { ticket, text } = await begin(context);
      const bytes = new TextEncoder().encode(`label ${text} \u0000 é`);
      const files = [outgoingFile(context.files, 'рахунок “1”.txt', 'text/plain', bytes)];
      const entry = entryOf(ticket, forward(text, TO, files), context.bench.now());
      const done = pushed(await context.connector.push(entry, null, context.options));
      const attached = done.rows.messages[0]?.attachments[0];
      expect(attached).toMatchObject({ name: 'рахунок “1”.txt', mimeType: 'text/plain', size: bytes.length });
      const got = await context.connector.attachment(ticket, attached?.remoteId ?? '', context.options);
      expect(got.ok && [...got.value.bytes]).toEqual([...bytes]);
    });

    test('whose answer was lost is found again, and is not sent a second time', async () => {
      const context = shared();
      if (!can(context)) return;
      const { connector, faults, options } = context;
      const { entry, count } = await begin(context);
      faults.next('write', { kind: 'lostAnswer' });
      const lost = await connector.push(entry, null, options);
      expect(faults.waiting()).toBe(false);
      expect(lost.ok ? 'done' : lost.error.code).toBe('unknownOutcome');
      expect(await count()).toBe(1);
      const found = await connector.readBack(entry, null, options);
      expect(found).toMatchObject({
        value: { found: 'yes', pushed: { rows: { messages: [{ clientId: entry.id }] } } },
      });
      const again = pushed(await connector.push({ ...entry, attempts: 2 }, null, options));
      expect(again.messageRemoteId).toBe(found.ok && found.value.found === 'yes' && found.value.pushed.messageRemoteId);
      expect(await count()).toBe(1);
    });

    test('that never arrived is not found, and goes through the second time', async () => {
      const context = shared();
      if (!can(context)) return;
      const { connector, faults, options } = context;
      const { entry, count } = await begin(context);
      faults.next('write', { kind: 'lostRequest' });
      const lost = await connector.push(entry, null, options);
      expect(lost.ok ? 'done' : lost.error.code).toBe('unknownOutcome');
      expect(await count()).toBe(0);
      expect(await connector.readBack(entry, null, options)).toMatchObject({ value: { found: 'no' } });
      pushed(await connector.push({ ...entry, attempts: 2 }, null, options));
      expect(await count()).toBe(1);
    });
  });
}
