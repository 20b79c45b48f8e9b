import { expect, test } from 'vitest';
import { type Answer, openDesk, ownTicket } from './open-desk.ts';

type Row = { readonly id: number; readonly status: string };

test('cursor pages show every ticket once while the list grows; offset pages and their limits', async () => {
  const desk = await openDesk();
  const seen: number[] = [];
  let next: string | null = '/api/v2/tickets.json?page[size]=7&sort=-id';
  while (next) {
    const page: Answer['body'] = (await desk.get(next)).body;
    expect(page.tickets.length).toBeLessThanOrEqual(7);
    seen.push(...page.tickets.map((one: Row) => one.id));
    if (seen.length === 7) desk.desk.act.createTicket({ subject: 'In between', text: 'New on page one' });
    next = page.meta.has_more ? page.links.next.slice(desk.desk.url.length) : null;
  }
  expect(seen).toEqual([...seen].sort((one, other) => other - one));
  expect(seen).toHaveLength(60);
  expect((await desk.get('/api/v2/tickets?page[size]=101')).status).toBe(400);
  const offset = (await desk.get('/api/v2/tickets?per_page=25&page=3')).body;
  expect([offset.tickets.length, offset.count, offset.next_page]).toEqual([11, 61, null]);
  expect(offset.previous_page).toContain('page=2');
  expect((await desk.get('/api/v2/tickets?per_page=100&page=101')).status).toBe(400);
});

test('the export is for administrators, follows changes by cursor and shows deletions', async () => {
  const desk = await openDesk();
  const admin = desk.desk.credentials.administrator;
  expect((await desk.get('/api/v2/incremental/tickets/cursor?start_time=0')).status).toBe(403);
  expect((await desk.get('/api/v2/deleted_tickets')).status).toBe(403);
  const ids = new Set<number>();
  let page = (await desk.get('/api/v2/incremental/tickets/cursor?start_time=0&per_page=25', admin)).body;
  for (;;) {
    for (const one of page.tickets as Row[]) ids.add(one.id);
    if (page.end_of_stream) break;
    page = (await desk.get(page.after_url.slice(desk.desk.url.length), admin)).body;
  }
  expect(ids.size).toBe(60);
  const resume = `/api/v2/incremental/tickets/cursor?cursor=${encodeURIComponent(page.after_cursor)}`;
  expect((await desk.get(resume, admin)).body.tickets).toEqual([]);
  const [changed, gone] = desk.desk.act.tickets().filter((one) => one.status === 'open');
  desk.desk.act.colleagueNotes(changed?.id ?? 0, 'Look at this');
  desk.desk.act.deleteTicket(gone?.id ?? 0);
  const after = (await desk.get(resume, admin)).body.tickets as Row[];
  expect(after.map((one) => [one.id, one.status])).toEqual([
    [changed?.id, 'open'],
    [gone?.id, 'deleted'],
  ]);
  expect((await desk.get(`/api/v2/tickets/${gone?.id}`)).status).toBe(404);
  expect((await desk.get('/api/v2/deleted_tickets', admin)).body.deleted_tickets[0].id).toBe(gone?.id);
});

test('the export can leave the last minute out', async () => {
  const desk = await openDesk({ exportLagMs: 60_000 });
  const admin = desk.desk.credentials.administrator;
  const start = Math.floor(desk.clock.at / 1000) - 120;
  desk.clock.at += 1000;
  const ticket = desk.desk.act.createTicket({ subject: 'Fresh', text: 'Just now' });
  const ids = async () =>
    ((await desk.get(`/api/v2/incremental/tickets/cursor?start_time=${start}`, admin)).body.tickets as Row[]).map(
      (one) => one.id,
    );
  expect(await ids()).not.toContain(ticket.id);
  desk.clock.at += 61_000;
  expect(await ids()).toContain(ticket.id);
});

test('search knows the common grammar', async () => {
  const desk = await openDesk();
  const mine = ownTicket(desk);
  desk.clock.at += 3_600_000;
  desk.desk.act.customerReplies(mine.id, 'The word is quokka');
  await desk.send('PUT', `/api/v2/tickets/${mine.id}/tags`, { tags: ['zebra'] });
  const find = async (query: string) => {
    const answer = await desk.get(`/api/v2/search.json?query=${encodeURIComponent(query)}`);
    return (answer.body.results as Row[]).map((one) => one.id);
  };
  const where = (test: (one: ReturnType<typeof desk.desk.act.tickets>[number]) => boolean) =>
    desk.desk.act
      .tickets()
      .filter(test)
      .map((one) => one.id)
      .sort();
  expect(await find('quokka')).toEqual([mine.id]);
  expect(await find('type:ticket tags:zebra -status:closed')).toEqual([mine.id]);
  expect(await find(`type:ticket updated>=${new Date(desk.clock.at - 60_000).toISOString()}`)).toEqual([mine.id]);
  expect(await find('type:ticket updated>30minutes')).toEqual([mine.id]);
  expect((await find('type:ticket status<solved assignee:me')).sort()).toEqual(
    where(
      (one) =>
        ['new', 'open', 'pending', 'hold'].includes(one.status) &&
        one.assignee_id === desk.desk.credentials.agent.userId,
    ),
  );
  expect((await find('type:ticket assignee:none status:new status:open')).sort()).toEqual(
    where((one) => one.assignee_id === null && ['new', 'open'].includes(one.status)),
  );
  expect((await find('type:ticket group:"Gear & warranty" status:closed')).length).toBeGreaterThan(0);
  expect(await find('type:user "Robin Lindqvist"')).toEqual([desk.desk.credentials.agent.userId]);
  const byUpdate = (await desk.get('/api/v2/search?query=type:ticket&sort_by=updated_at&sort_order=desc')).body.results;
  expect(byUpdate[0].id).toBe(mine.id);
  expect((await desk.get('/api/v2/search?query=')).status).toBe(422);
  expect((await desk.get('/api/v2/search?query=type:ticket%20updated%3Esoon')).status).toBe(422);
});

test('who has no secret gets nothing, and a restricted agent only the own groups', async () => {
  const desk = await openDesk();
  expect((await fetch(`${desk.desk.url}/api/v2/tickets.json`)).status).toBe(401);
  const agent = desk.desk.credentials.agent;
  expect((await desk.get('/api/v2/users/me', { ...agent, apiToken: 'x'.repeat(40) })).status).toBe(401);
  const marcus = (await desk.get('/api/v2/users/search?query=adeyemi')).body.users[0];
  const restricted = { ...agent, email: marcus.email };
  const rows = (await desk.get('/api/v2/tickets?per_page=100', restricted)).body.tickets;
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((one: { group_id: number }) => one.group_id === marcus.default_group_id)).toBe(true);
  expect((await desk.get(`/api/v2/tickets/${ownTicket(desk).id}`, restricted)).status).toBe(404);
});

test('limits answer 429 with Retry-After and recover', async () => {
  const desk = await openDesk({ limits: { viewPerMinute: 2 } });
  const view = (await desk.get('/api/v2/views')).body.views[0].id;
  const path = `/api/v2/views/${view}/tickets`;
  expect([(await desk.get(path)).status, (await desk.get(path)).status]).toEqual([200, 200]);
  const over = await desk.get(path);
  expect(over.status).toBe(429);
  const wait = Number(over.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  desk.clock.at += wait * 1000;
  expect((await desk.get(path)).status).toBe(200);
});
