import { expect, test } from 'vitest';
import { openDesk, ownTicket } from './open-desk.ts';

test('safe_update refuses a stale stamp, and a first success makes the stamp stale', async () => {
  const desk = await openDesk();
  const ticket = ownTicket(desk);
  const body = {
    ticket: { comment: { body: 'Only once, please.' }, updated_stamp: ticket.updated_at, safe_update: true },
  };
  const first = await desk.send('PUT', `/api/v2/tickets/${ticket.id}.json`, body);
  expect(first.status).toBe(200);
  const again = await desk.send('PUT', `/api/v2/tickets/${ticket.id}.json`, body);
  expect(again.status).toBe(409);
  expect(again.body.error).toBe('UpdateConflict');
  expect(desk.desk.act.countMessages('Only once, please.')).toBe(1);
  const fresh = { ticket: { ...body.ticket, updated_stamp: first.body.ticket.updated_at, safe_update: 'true' } };
  expect((await desk.send('PUT', `/api/v2/tickets/${ticket.id}`, fresh)).status).toBe(200);
});

test('an update is one audit with its comment, its changes and the metadata of the request', async () => {
  const desk = await openDesk();
  const ticket = ownTicket(desk);
  const answer = await desk.send('PUT', `/api/v2/tickets/${ticket.id}`, {
    ticket: {
      comment: { html_body: '<p>It is <b>done</b>.</p>', public: true },
      status: 'solved',
      metadata: { holdfast: '01J' },
    },
  });
  expect(answer.body.ticket.status).toBe('solved');
  const audit = desk.desk.act.history(ticket.id).at(-1);
  expect(audit?.metadata.custom).toEqual({ holdfast: '01J' });
  expect(audit?.events.map((event) => event.type)).toEqual(['Comment', 'Change', 'Change', 'Notification']);
  const shown = (await desk.get(`/api/v2/tickets/${ticket.id}/audits/${audit?.id}`)).body.audit;
  expect(shown.metadata.custom.holdfast).toBe('01J');
  const comments = (await desk.get(`/api/v2/tickets/${ticket.id}/comments?sort_order=desc`)).body.comments;
  expect(comments[0].body).toBe('It is done.');
  expect(comments[0].html_body).toContain('<b>done</b>');
});

test('agents follow and stop one by one, customers never do', async () => {
  const desk = await openDesk();
  const ticket = ownTicket(desk);
  const { agent, administrator } = desk.desk.credentials;
  const me = (await desk.get('/api/v2/users/me')).body.user.id;
  const follow = async (followers: readonly object[]) =>
    (await desk.send('PUT', `/api/v2/tickets/${ticket.id}`, { ticket: { followers } })).body;
  const first = await follow([{ user_id: me, action: 'put' }, { user_email: administrator.email }]);
  expect(first.ticket.follower_ids).toHaveLength(2);
  expect(first.ticket.follower_ids).toContain(me);
  const customer = await follow([{ user_id: ticket.requester_id, action: 'put' }]);
  expect(customer.ticket).toEqual(first.ticket);
  const left = await follow([{ user_email: agent.email, action: 'delete' }]);
  expect(left.ticket.follower_ids).toEqual(first.ticket.follower_ids.filter((id: number) => id !== me));
  expect((await desk.get(`/api/v2/tickets/${ticket.id}`)).body.ticket.follower_ids).toEqual(left.ticket.follower_ids);
});

test('a repeated idempotency key gives the first ticket again, other words under it are refused', async () => {
  const desk = await openDesk();
  const body = {
    ticket: {
      subject: 'Once',
      comment: { body: 'One ticket' },
      requester: { name: 'New Person', email: 'new@person.example' },
    },
  };
  const headers = { 'idempotency-key': 'k-1' };
  const before = desk.desk.act.tickets().length;
  const first = await desk.send('POST', '/api/v2/tickets.json', body, { headers });
  const again = await desk.send('POST', '/api/v2/tickets.json', body, { headers });
  expect([first.status, again.status]).toEqual([201, 201]);
  expect([first.headers.get('x-idempotency-lookup'), again.headers.get('x-idempotency-lookup')]).toEqual([
    'miss',
    'hit',
  ]);
  expect(again.body.ticket.id).toBe(first.body.ticket.id);
  expect(desk.desk.act.tickets().length).toBe(before + 1);
  const other = await desk.send(
    'POST',
    '/api/v2/tickets.json',
    { ticket: { ...body.ticket, subject: 'Twice' } },
    { headers },
  );
  expect(other.status).toBe(400);
  const users = (await desk.get('/api/v2/users/search?query=new@person.example')).body.users;
  expect(users).toHaveLength(1);
});

test('a closed ticket, a missing description and values that are none are refused in Zendesk’s shape', async () => {
  const desk = await openDesk();
  const closed = desk.desk.act.tickets().find((one) => one.status === 'closed');
  const refused = await desk.send('PUT', `/api/v2/tickets/${closed?.id}`, { ticket: { comment: { body: 'hello' } } });
  expect(refused.status).toBe(422);
  expect(refused.body.error).toBe('RecordInvalid');
  expect(refused.body.details.status[0].description).toContain('closed prevents ticket update');
  expect((await desk.send('POST', '/api/v2/tickets', { ticket: { subject: 'x' } })).status).toBe(422);
  const id = ownTicket(desk).id;
  for (const ticket of [
    { status: 'nonsense' },
    { priority: 'asap' },
    { assignee_id: 1 },
    { comment: { body: ' ' } },
    { comment: { body: 'x', uploads: ['no'] } },
  ])
    expect((await desk.send('PUT', `/api/v2/tickets/${id}`, { ticket })).status).toBe(422);
  const reason = (await desk.get('/api/v2/ticket_fields')).body.ticket_fields.find(
    (one: { title: string }) => one.title === 'Contact reason',
  );
  const solve = await desk.send('PUT', `/api/v2/tickets/${id}`, {
    ticket: { status: 'solved', custom_fields: [{ id: reason.id, value: null }] },
  });
  expect(solve.status).toBe(422);
  expect(solve.body.details.base[0].description).toContain('Contact reason');
});

test('an upload belongs to the comment that names it and its bytes come back', async () => {
  const desk = await openDesk();
  const ticket = ownTicket(desk);
  const upload = await desk.send('POST', '/api/v2/uploads.json?filename=caf%C3%A9.txt', 'crème', {
    headers: { 'content-type': 'text/plain' },
  });
  expect(upload.status).toBe(201);
  // A refusal must not use the upload up.
  await desk.send('PUT', `/api/v2/tickets/${ticket.id}`, {
    ticket: { status: 'bad', comment: { body: 'x', uploads: [upload.body.upload.token] } },
  });
  const put = await desk.send('PUT', `/api/v2/tickets/${ticket.id}`, {
    ticket: { comment: { body: 'See the file', uploads: [upload.body.upload.token] } },
  });
  expect(put.status).toBe(200);
  const comment = (await desk.get(`/api/v2/tickets/${ticket.id}/comments`)).body.comments.at(-1);
  expect(comment.attachments[0].file_name).toBe('café.txt');
  expect(await (await fetch(comment.attachments[0].content_url)).text()).toBe('crème');
});

test('a customer’s answer reopens, tells the assignee, and a merge closes the source', async () => {
  const desk = await openDesk();
  const ticket = ownTicket(desk);
  await desk.send('PUT', `/api/v2/tickets/${ticket.id}`, { ticket: { status: 'pending' } });
  desk.clock.at += 60_000;
  const since = new Date(desk.clock.at).toISOString();
  expect(desk.desk.act.customerReplies(ticket.id, 'Still here').status).toBe('open');
  const activities = (await desk.get(`/api/v2/activities?since=${since}`)).body.activities;
  expect(activities.map((one: { verb: string }) => one.verb)).toEqual(['tickets.comment']);
  const source = desk.desk.act.createTicket({ subject: 'Same thing again', text: 'And again' });
  const merged = await desk.send('POST', `/api/v2/tickets/${ticket.id}/merge`, { ids: [source.id] });
  expect((await desk.get(`/api/v2/job_statuses/${merged.body.job_status.id}`)).body.job_status.status).toBe(
    'completed',
  );
  expect(desk.desk.act.ticket(source.id)).toMatchObject({ status: 'closed', tags: ['closed_by_merge'] });
  expect(desk.desk.act.history(ticket.id).at(-1)?.via.source.rel).toBe('merge');
});
