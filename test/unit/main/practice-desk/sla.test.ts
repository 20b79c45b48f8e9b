import { expect, test } from 'vitest';
import { afterOpenMs, openMs } from '#main/practice-desk/sla/business-hours.ts';
import { openDesk } from './open-desk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('opening hours skip nights and weekends, and follow the clocks of Bergen through summer time', () => {
  // A Friday in September: 18:00 in Bergen is 16:00 UTC.
  const friday = Date.UTC(2026, 8, 11, 15, 30);
  expect(afterOpenMs(friday, HOUR)).toBe(Date.UTC(2026, 8, 14, 7, 30));
  expect(openMs(friday, Date.UTC(2026, 8, 14, 8))).toBe(90 * MINUTE);
  // The clocks go back on Sunday, 25 October: nine o'clock on Monday is an hour later in UTC.
  expect(afterOpenMs(Date.UTC(2026, 9, 23, 16), HOUR)).toBe(Date.UTC(2026, 9, 26, 9));
  expect(afterOpenMs(Date.UTC(2026, 8, 12), 0)).toBe(Date.UTC(2026, 8, 14, 7));
});

test('what was promised runs, pauses while pending, goes on, and is met', async () => {
  const one = await openDesk();
  const { desk, clock } = one;
  const made = desk.act.createTicket({ subject: 'Zip', text: 'The zip is broken.' });
  desk.act.colleagueChanges(made.id, { priority: 'high' });
  const asked = clock.at;
  const metrics = async () => {
    const answer = await one.get(`/api/v2/tickets/${made.id}?include=slas`, desk.credentials.administrator);
    return answer.body.ticket.slas.policy_metrics;
  };
  // 9:30 UTC is 11:30 in Bergen, with six and a half hours to go.
  expect(await metrics()).toEqual([
    { metric: 'first_reply_time', stage: 'active', breach_at: '2026-09-14T13:30:00Z', hours: 4 },
    { metric: 'requester_wait_time', stage: 'active', breach_at: '2026-09-17T09:30:00Z', hours: 72 },
  ]);
  clock.at += 2 * HOUR;
  desk.act.colleagueReplies(made.id, 'Which one?');
  desk.act.colleagueChanges(made.id, { status: 'pending' });
  expect(await metrics()).toMatchObject([
    { metric: 'first_reply_time', stage: 'achieved' },
    { metric: 'requester_wait_time', stage: 'paused', breach_at: null },
  ]);
  clock.at += 24 * HOUR;
  desk.act.customerReplies(made.id, 'The long one.');
  expect(await metrics()).toMatchObject([
    { metric: 'first_reply_time', stage: 'achieved' },
    { metric: 'next_reply_time', stage: 'active', breach_at: '2026-09-15T15:30:00Z' },
    // A day stood still: nine hours of opening later than before.
    { metric: 'requester_wait_time', stage: 'active', breach_at: '2026-09-18T09:30:00Z' },
  ]);
  clock.at = asked + 30 * 24 * HOUR;
  expect((await metrics())[1]).toMatchObject({ stage: 'active', breach_at: '2026-09-15T15:30:00Z', hours: -690 });
  desk.act.colleagueReplies(made.id, 'Sorry for the wait.');
  desk.act.colleagueChanges(made.id, { status: 'solved' });
  for (const metric of await metrics()) expect(metric.stage).toBe('achieved');
});

test('lists carry the promises when asked for, and only administrators read the policies', async () => {
  const { desk, get } = await openDesk();
  const stages = new Set<string>();
  let late = 0;
  const list = (await get('/api/v2/tickets?include=slas&per_page=100', desk.credentials.administrator)).body.tickets;
  for (const ticket of list)
    for (const metric of ticket.slas.policy_metrics) {
      stages.add(metric.stage);
      if (metric.stage === 'active' && Date.parse(metric.breach_at) < desk.now()) late++;
    }
  expect([...stages].sort()).toEqual(['achieved', 'active', 'paused']);
  expect(late).toBeGreaterThan(0);
  expect((await get('/api/v2/tickets')).body.tickets[0].slas).toBeUndefined();
  expect((await get('/api/v2/slas/policies')).status).toBe(403);
  const policies = (await get('/api/v2/slas/policies', desk.credentials.administrator)).body.sla_policies;
  expect(policies[0].policy_metrics).toHaveLength(12);
});
