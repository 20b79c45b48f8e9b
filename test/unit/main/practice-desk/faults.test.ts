import { expect, test } from 'vitest';
import { basic, openDesk, ownTicket } from './open-desk.ts';

const note = (text: string) => ({ ticket: { comment: { body: text, public: false } } });

test('a dropped request has no effect, a dropped answer has one', async () => {
  const desk = await openDesk();
  const path = `/api/v2/tickets/${ownTicket(desk).id}`;
  desk.desk.faults.add({ method: 'PUT', path: '/api/v2/tickets/' }, { kind: 'requestDropped' });
  await expect(desk.send('PUT', path, note('lost on the way'))).rejects.toThrow();
  expect(desk.desk.act.countMessages('lost on the way')).toBe(0);
  desk.desk.faults.add({ method: 'PUT' }, { kind: 'responseDropped' });
  await expect(desk.send('PUT', path, note('answer lost'))).rejects.toThrow();
  expect(desk.desk.act.countMessages('answer lost')).toBe(1);
  desk.desk.faults.add({ method: 'PUT' }, { kind: 'resetMidBody' });
  await expect(desk.send('PUT', path, note('answer torn'))).rejects.toThrow();
  expect(desk.desk.act.countMessages('answer torn')).toBe(1);
  expect((await desk.send('PUT', path, note('all is well'))).status).toBe(200);
});

test('statuses, nonsense and HTML strike as often as asked, after letting some pass', async () => {
  const desk = await openDesk();
  const me = '/api/v2/users/me';
  const { faults } = desk.desk;
  for (const status of [401, 409, 422, 500, 503]) {
    faults.add({ path: me }, { kind: 'status', status });
    expect((await desk.get(me)).status).toBe(status);
  }
  faults.add({ path: me }, { kind: 'status', status: 429, retryAfterS: 7 });
  expect((await desk.get(me)).headers.get('retry-after')).toBe('7');
  faults.add({ path: me }, { kind: 'status', status: 429 });
  expect((await desk.get(me)).headers.get('retry-after')).toBeNull();
  faults.add({ path: me }, { kind: 'nonsenseJson' });
  const nonsense = await desk.get(me);
  expect([nonsense.status, nonsense.body]).toEqual([200, null]);
  const html = faults.add({ path: /users/ }, { kind: 'html', status: 200 }, { times: 2, skip: 1 });
  expect((await desk.get(me)).body.user.role).toBe('agent');
  expect((await desk.get(me)).text).toContain('<!doctype html>');
  expect((await desk.get(me)).text).toContain('<!doctype html>');
  expect((await desk.get(me)).body.user.role).toBe('agent');
  expect(html.hits()).toBe(2);
});

test('latency and late effects wait for the timer they are given', async () => {
  const waiting: (() => void)[] = [];
  const desk = await openDesk({
    schedule: (_ms, run) => {
      waiting.push(run);
      return () => undefined;
    },
  });
  const fault = desk.desk.faults.add({ method: 'GET' }, { kind: 'latency', ms: 30_000 });
  const slow = desk.get('/api/v2/users/me');
  await fault.struck();
  expect(waiting).toHaveLength(1);
  waiting.pop()?.();
  expect((await slow).status).toBe(200);

  desk.desk.faults.add({ method: 'PUT' }, { kind: 'lateEffect', ms: 30_000 });
  await expect(desk.send('PUT', `/api/v2/tickets/${ownTicket(desk).id}`, note('late'))).rejects.toThrow();
  expect(desk.desk.act.countMessages('late')).toBe(0);
  waiting.pop()?.();
  await expect.poll(() => desk.desk.act.countMessages('late')).toBe(1);
});

test('the listener stops and opens the same port again', async () => {
  const desk = await openDesk();
  await desk.desk.faults.stopListening();
  await expect(desk.get('/api/v2/users/me')).rejects.toThrow();
  await desk.desk.faults.listen();
  expect((await desk.get('/api/v2/users/me')).status).toBe(200);
});

test('a foreign host name is not served', async () => {
  const { request } = await import('node:http');
  const { desk } = await openDesk();
  const status = await new Promise((done) => {
    request(
      `${desk.url}/api/v2/users/me`,
      { headers: { host: 'evil.example', authorization: basic(desk.credentials.agent) } },
      (answer) => {
        answer.resume();
        done(answer.statusCode);
      },
    ).end();
  });
  expect(status).toBe(403);
});
