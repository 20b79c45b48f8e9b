import { expect, test } from 'vitest';
import { openDesk, ownTicket } from './open-desk.ts';

const DAY_MS = 86_400_000;

test('a customer answers minutes after the agent, in the own language', async () => {
  const desk = await openDesk({ live: true, schedule: () => () => undefined });
  const german = (await desk.get('/api/v2/users?role=end-user&per_page=100')).body.users.find(
    (one: { locale: string }) => one.locale === 'de',
  );
  const ticket = desk.desk.act.createTicket({
    subject: 'Frage',
    text: 'Wo ist mein Paket?',
    requesterId: german.id,
    assigneeId: desk.desk.credentials.agent.userId,
  });
  await desk.send('PUT', `/api/v2/tickets/${ticket.id}`, {
    ticket: { comment: { body: 'Stimmt die Adresse noch?' }, status: 'pending' },
  });
  const before = desk.desk.act.history(ticket.id).length;
  desk.desk.advance(60_000);
  expect(desk.desk.act.history(ticket.id).length).toBe(before);
  desk.desk.advance(15 * 60_000);
  const last = desk.desk.act.history(ticket.id).at(-1);
  expect(last?.author_id).toBe(german.id);
  expect(JSON.stringify(last?.events)).toMatch(/Adresse|Foto|Danke|automatisch/);
  expect(desk.desk.act.ticket(ticket.id)?.status).toBe('open');
});

test('a day passes in one call: tickets arrive, fewer by night, colleagues work, ratings come in, and twice the same', async () => {
  const run = async () => {
    const desk = await openDesk({ live: true, schedule: () => () => undefined });
    const before = desk.desk.act.tickets().length;
    const ratings = (await desk.get('/api/v2/satisfaction_ratings', desk.desk.credentials.administrator)).body.count;
    for (const ticket of desk.desk.act
      .tickets()
      .filter((one) => one.assignee_id === desk.desk.credentials.agent.userId && one.status === 'open'))
      await desk.send('PUT', `/api/v2/tickets/${ticket.id}`, {
        ticket: { comment: { body: 'A new one is on its way.' }, status: 'solved' },
      });
    desk.desk.advance(DAY_MS);
    const tickets = desk.desk.act.tickets();
    const arrived = tickets.slice(before);
    const byNight = arrived.filter((one) => {
      const hour = (new Date(one.created_at).getUTCHours() + 1) % 24;
      return hour < 6 || hour >= 22;
    });
    expect(arrived.length).toBeGreaterThan(80);
    expect(byNight.length).toBeLessThan(arrived.length / 5);
    expect(
      (await desk.get('/api/v2/satisfaction_ratings', desk.desk.credentials.administrator)).body.count,
    ).toBeGreaterThan(ratings);
    expect(
      arrived.some((one) => one.assignee_id !== null && one.assignee_id !== desk.desk.credentials.agent.userId),
    ).toBe(true);
    expect(Date.parse((await desk.get('/api/v2/users/me')).headers.get('date') ?? '')).toBe(desk.clock.at + DAY_MS);
    return JSON.stringify(tickets);
  };
  expect(await run()).toBe(await run());
}, 30_000);

test('the timer it is given drives it', async () => {
  let timer: { delay: number; run: () => void } | null = null;
  const desk = await openDesk({
    live: true,
    schedule: (delay, run) => {
      timer = { delay, run };
      return () => {
        timer = null;
      };
    },
  });
  const before = desk.desk.act.tickets().length;
  for (let tick = 0; tick < 20 && timer !== null; tick++) {
    const due: { delay: number; run: () => void } = timer;
    desk.clock.at += due.delay;
    due.run();
  }
  expect(desk.desk.act.tickets().length).toBeGreaterThan(before + 3);
});

test('without life nothing happens by itself', async () => {
  const desk = await openDesk();
  const ticket = ownTicket(desk);
  await desk.send('PUT', `/api/v2/tickets/${ticket.id}`, { ticket: { comment: { body: 'Anyone there?' } } });
  const before = JSON.stringify(desk.desk.act.tickets());
  desk.desk.advance(DAY_MS);
  expect(JSON.stringify(desk.desk.act.tickets())).toBe(before);
});
