import { describe, expect, test } from 'vitest';
import type { Failure } from '#shared/domain/failure.ts';
import type { Result } from '#shared/result.ts';
import type { Context } from './context.ts';
import { entryOf, reply } from './entries.ts';
import type { Fault } from './faults.ts';

const answer = (status: number, body = '{}', headers: Readonly<Record<string, string>> = {}): Fault => ({
  kind: 'answer',
  status,
  body,
  headers: { 'content-type': 'application/json', ...headers },
});
const failureOf = (result: Result<unknown, Failure>): Failure | 'done' => (result.ok ? 'done' : result.error);

/** Every way to fail comes back as its own code, and never as a throw. */
export function failing(shared: () => Context): void {
  describe('failing', () => {
    const READS: readonly (readonly [string, Fault, Partial<Failure>])[] = [
      ['401', answer(401), { code: 'unauthorized' }],
      ['403', answer(403), { code: 'forbidden' }],
      [
        '429 with seconds',
        answer(429, '{}', { 'retry-after': '7' }),
        { code: 'rateLimited', retryAfterMs: 7000 } as Partial<Failure>,
      ],
      ['500', answer(500, 'Oops'), { code: 'server', status: 500 } as Partial<Failure>],
      ['503', answer(503, ''), { code: 'server', status: 503 } as Partial<Failure>],
      [
        '503 with seconds',
        answer(503, '', { 'retry-after': '9' }),
        { code: 'rateLimited', retryAfterMs: 9000 } as Partial<Failure>,
      ],
      ['a login page', answer(200, '<html>Please log in</html>', { 'content-type': 'text/html' }), { code: 'server' }],
      ['JSON cut short', answer(200, '{"tickets": [{"id"'), { code: 'server', nonsense: true } as Partial<Failure>],
      ['a refused connection', { kind: 'refused' }, { code: 'offline', cause: 'refused' } as Partial<Failure>],
      ['an unknown name', { kind: 'dns' }, { code: 'offline', cause: 'dns' } as Partial<Failure>],
      ['a broken connection', { kind: 'lostRequest' }, { code: 'offline', cause: 'reset' } as Partial<Failure>],
    ];
    for (const [name, fault, expected] of READS)
      test(`a poll that meets ${name}`, async () => {
        const context = shared();
        context.faults.next('read', fault);
        // A connector opened anew, so that nothing waits in memory to be handed out without a request.
        const polled = await context.open().pull('tickets', null, { ...context.options, lane: 'sync' });
        expect(failureOf(polled)).toMatchObject(expected);
        expect(context.faults.waiting()).toBe(false);
      });

    test('a date in Retry-After is counted from now', async () => {
      const context = shared();
      const now = context.bench.now();
      const headers = {
        date: new Date(now).toUTCString(),
        'retry-after': new Date(now + 90_000).toUTCString(),
      };
      context.faults.next('read', answer(429, '{}', headers));
      const failure = failureOf(await context.open().pull('tickets', null, { ...context.options, lane: 'sync' }));
      if (failure === 'done' || failure.code !== 'rateLimited')
        throw new Error(`not limited: ${JSON.stringify(failure)}`);
      expect(Math.abs(failure.retryAfterMs - 90_000)).toBeLessThanOrEqual(2000);
    });

    const WRITES: readonly (readonly [string, Fault, readonly Failure['code'][], boolean])[] = [
      ['401', answer(401), ['unauthorized'], false],
      ['403', answer(403), ['forbidden'], false],
      ['404', answer(404), ['notFound'], false],
      ['409', answer(409), ['conflict'], false],
      [
        '422',
        answer(
          422,
          '{"error":"RecordInvalid","message":"Subject cannot be blank","description":"Subject cannot be blank"}',
        ),
        ['rejected'],
        false,
      ],
      ['429', answer(429, '{}', { 'retry-after': '3' }), ['rateLimited'], false],
      ['503', answer(503, ''), ['server', 'unknownOutcome'], false],
      ['503 with seconds', answer(503, '', { 'retry-after': '3' }), ['rateLimited'], false],
      ['500', answer(500, ''), ['server', 'unknownOutcome'], false],
      ['an answer that makes no sense', answer(200, '<html>'), ['unknownOutcome'], false],
      ['a refused connection', { kind: 'refused' }, ['offline'], false],
      ['an unknown name', { kind: 'dns' }, ['offline'], false],
      ['a connection broken after it was sent', { kind: 'lostAnswer' }, ['unknownOutcome'], true],
    ];
    for (const [name, fault, codes, happened] of WRITES)
      test(`a reply that meets ${name}`, async () => {
        const context = shared();
        const { driver, now } = context.bench;
        const ticket = await driver.createTicket({ subject: context.mark('fail'), body: 'Hello?', mine: false });
        const text = context.mark('failing');
        context.faults.next('write', fault);
        const result = await context.connector.push(entryOf(ticket, reply(text), now()), null, context.options);
        const failure = failureOf(result);
        expect(context.faults.waiting()).toBe(false);
        expect(codes).toContain(failure === 'done' ? 'done' : failure.code);
        if (failure !== 'done' && failure.code === 'rejected') expect(failure.reasons.length).toBeGreaterThan(0);
        expect(await driver.countMessages(ticket, text, 'reply')).toBe(happened ? 1 : 0);
      });

    test('a record that does not parse is kept aside and the rest goes on', async () => {
      const context = shared();
      const { bench } = context;
      await bench.driver.createTicket({ subject: context.mark('spoilt'), body: 'One of several.', mine: false });
      context.faults.next('read', { kind: 'changed', change: bench.spoilTicket });
      const connector = context.open();
      let cursor: string | null = null;
      const unreadable: { readonly kind: string }[] = [];
      let tickets = 0;
      for (let page = 0; page < 50; page += 1) {
        const pulled = await connector.pull('tickets', cursor, { ...context.options, lane: 'sync' });
        if (!pulled.ok) throw new Error(JSON.stringify(pulled.error));
        unreadable.push(...pulled.value.rows.unreadable);
        tickets += pulled.value.rows.tickets.length;
        cursor = pulled.value.cursor;
        if (unreadable.length > 0 || !pulled.value.more) break;
      }
      expect(context.faults.waiting()).toBe(false);
      expect(unreadable.map((each) => each.kind)).toEqual(['ticket']);
      expect(tickets).toBeGreaterThan(0);
    });

    test('a cancelled call ends, and says so as a failure', async () => {
      const context = shared();
      const controller = new AbortController();
      controller.abort();
      const read = await context.connector.pull('tickets', null, { signal: controller.signal, lane: 'sync' });
      expect(read.ok).toBe(false);
    });
  });
}
