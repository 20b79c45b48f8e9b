import { expect, test } from 'vitest';
import { openDesk } from './open-desk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NONE = { calendar: null, business: null };
const both = (minutes: number) => ({ calendar: minutes, business: minutes });

test('a ticket’s metrics are counted from its history: null until their ends, whole minutes, by opening hours too', async () => {
  const { desk, clock, get } = await openDesk();
  const { id } = desk.act.createTicket({ subject: 'Zip', text: 'The zip is broken.' });
  const metric = async () => (await get(`/api/v2/tickets/${id}/metrics`)).body.ticket_metric;
  expect(await metric()).toMatchObject({
    ticket_id: id,
    reopens: 0,
    replies: 0,
    reply_time_in_minutes: NONE,
    full_resolution_time_in_minutes: NONE,
    requester_wait_time_in_minutes: NONE,
  });
  // Monday, 9:30 UTC, is 11:30 in Bergen. A note is no reply.
  clock.at += 5 * MINUTE;
  desk.act.colleagueNotes(id, 'Which one?');
  clock.at += 5 * MINUTE + 59_000;
  desk.act.colleagueChanges(id, { comment: { body: 'Which one?' }, status: 'pending' });
  expect(await metric()).toMatchObject({
    replies: 1,
    reply_time_in_minutes: both(10),
    reply_time_in_seconds: { calendar: 659 },
    requester_wait_time_in_minutes: both(10),
    agent_wait_time_in_minutes: both(0),
  });
  // Pending until Tuesday, 9:30: not the requester's wait. Then open for half an hour, and on hold overnight.
  clock.at += 24 * HOUR - 10 * MINUTE - 59_000;
  desk.act.customerReplies(id, 'The long one.');
  clock.at += 30 * MINUTE;
  desk.act.colleagueChanges(id, { status: 'hold' });
  clock.at += 22 * HOUR;
  desk.act.colleagueChanges(id, { status: 'solved' });
  const solved = {
    // Solved on Wednesday, 8:00 UTC: 46:30 hours after, of which the shop was open for 6:30, 9:00 and 1:00.
    first_resolution_time_in_minutes: { calendar: 46 * 60 + 30, business: 16 * 60 + 30 },
    full_resolution_time_in_minutes: { calendar: 46 * 60 + 30, business: 16 * 60 + 30 },
    // 10:59 + 30:00 + 22 hours; of the night's, from noon to six and from nine to ten.
    requester_wait_time_in_minutes: { calendar: 40 + 22 * 60, business: 40 + 7 * 60 },
    on_hold_time_in_minutes: { calendar: 22 * 60, business: 7 * 60 },
    reopens: 0,
  };
  expect(await metric()).toMatchObject(solved);
  // Open again it keeps its resolution, and has been opened again.
  clock.at += HOUR;
  desk.act.customerReplies(id, 'Still broken.');
  expect(await metric()).toMatchObject({ ...solved, reopens: 1 });
  clock.at += HOUR;
  desk.act.colleagueChanges(id, { status: 'solved' });
  expect(await metric()).toMatchObject({
    reopens: 1,
    first_resolution_time_in_minutes: solved.first_resolution_time_in_minutes,
    full_resolution_time_in_minutes: { calendar: 48 * 60 + 30, business: 18 * 60 + 30 },
  });
  const listed = (await get('/api/v2/ticket_metrics?page[size]=1')).body;
  expect(listed.ticket_metrics).toEqual([await metric()]);
  expect(listed.meta.has_more).toBe(true);
  const beside = (await get(`/api/v2/tickets/${id}?include=metric_sets`)).body.metric_sets;
  expect(beside).toEqual([await metric()]);
});

test('what an agent made a ticket with is not its first reply', async () => {
  const { desk, clock, get, send } = await openDesk();
  const { requester_id } = desk.act.createTicket({ subject: 'Zip', text: 'The zip is broken.' });
  const made = await send('POST', '/api/v2/tickets', {
    ticket: { subject: 'As we said', comment: { body: 'Here it is in writing.' }, requester_id },
  });
  const { id } = made.body.ticket;
  const replied = async () => (await get(`/api/v2/tickets/${id}/metrics`)).body.ticket_metric.reply_time_in_minutes;
  expect(await replied()).toEqual(NONE);
  clock.at += 20 * MINUTE;
  desk.act.colleagueReplies(id, 'And one more thing.');
  expect(await replied()).toEqual(both(20));
});

test('metric events tell when clocks start, stand still and are done, to administrators, page after page without a gap', async () => {
  const { desk, clock, get } = await openDesk();
  const { administrator } = desk.credentials;
  const began = clock.at;
  const { id } = desk.act.createTicket({ subject: 'Zip', text: 'The zip is broken.' });
  clock.at += 10 * MINUTE;
  desk.act.colleagueChanges(id, { comment: { body: 'Which one?' }, status: 'pending' });
  clock.at += HOUR;
  desk.act.customerReplies(id, 'The long one.');
  clock.at += 5 * MINUTE;
  desk.act.colleagueChanges(id, { status: 'solved' });
  const path = '/api/v2/incremental/ticket_metric_events';
  expect((await get(`${path}?start_time=0`)).status).toBe(403);
  expect((await get(path, administrator)).status).toBe(400);
  const { ticket_metric_events: all, end_of_stream } = (await get(`${path}?start_time=0`, administrator)).body;
  expect(end_of_stream).toBe(true);
  type Event = { id: number; ticket_id: number; metric: string; instance_id: number; type: string; time: string };
  const told = (all as (Event & { status?: unknown })[])
    .filter(({ ticket_id, metric }) => ticket_id === id && !['agent_work_time', 'resolution_time'].includes(metric))
    .map((one) => [one.metric, one.instance_id, one.type, (Date.parse(one.time) - began) / MINUTE, one.status]);
  expect(told).toEqual([
    ['reply_time', 1, 'activate', 0, undefined],
    ['requester_wait_time', 1, 'activate', 0, undefined],
    ['reply_time', 1, 'fulfill', 10, undefined],
    ['reply_time', 1, 'update_status', 10, both(10)],
    ['requester_wait_time', 1, 'pause', 10, undefined],
    ['reply_time', 2, 'activate', 70, undefined],
    ['requester_wait_time', 1, 'activate', 70, undefined],
    ['requester_wait_time', 1, 'fulfill', 75, undefined],
    ['requester_wait_time', 1, 'update_status', 75, both(15)],
  ]);
  const ids = new Set((all as Event[]).map((one) => one.id));
  expect(ids.size).toBe(all.length);
  const paged: number[] = [];
  for (let next: string | null = `${path}?start_time=0&page[size]=100`; next !== null; ) {
    const page: { ticket_metric_events: Event[]; links: { next: string | null } } = (await get(next, administrator))
      .body;
    paged.push(...page.ticket_metric_events.map((one) => one.id));
    next = page.links.next?.replace(desk.url, '') ?? null;
  }
  expect(paged).toEqual((all as Event[]).map((one) => one.id));
});

test('ratings are listed for administrators alone, by score and by whether something was said', async () => {
  const { desk, get } = await openDesk();
  const { administrator } = desk.credentials;
  expect((await get('/api/v2/satisfaction_ratings')).status).toBe(403);
  const count = async (score: string): Promise<number> =>
    (await get(`/api/v2/satisfaction_ratings?score=${score}`, administrator)).body.count;
  const { id } = desk.act.createTicket({ subject: 'Zip', text: 'The zip is broken.' });
  const [good, bad] = [await count('good'), await count('bad')];
  desk.act.customerRates(id, 'good');
  desk.act.customerRates(id, 'bad');
  expect([await count('good'), await count('bad')]).toEqual([good + 1, bad + 1]);
  expect(await count('received')).toBe(good + bad + 2);
  expect((await count('bad_with_comment')) + (await count('bad_without_comment'))).toBe(bad + 1);
  expect((await count('received_with_comment')) + (await count('received_without_comment'))).toBe(good + bad + 2);
});
