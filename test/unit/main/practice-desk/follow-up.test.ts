import { expect, test } from 'vitest';
import { openDesk, ownTicket } from './open-desk.ts';

const closedOne = ({ desk }: Awaited<ReturnType<typeof openDesk>>) => {
  const ticket = desk.act.tickets().find((one) => one.status === 'closed' && one.tags.length > 0);
  if (!ticket) throw new Error('No ticket is closed.');
  return ticket;
};

test('a customer who writes on a closed ticket gets a follow-up, and the closed one stays closed', async () => {
  const desk = await openDesk();
  const closed = closedOne(desk);
  const messages = desk.desk.act.history(closed.id).length;
  const made = desk.desk.act.customerReplies(closed.id, 'It broke again.');
  expect(made.id).not.toBe(closed.id);
  expect(made).toMatchObject({
    status: 'new',
    assignee_id: null,
    subject: closed.subject,
    requester_id: closed.requester_id,
    group_id: closed.group_id,
    tags: closed.tags,
    custom_fields: closed.custom_fields,
    via: { source: { from: { ticket_id: closed.id, subject: closed.subject }, rel: 'follow_up' } },
  });
  const shown = (await desk.get(`/api/v2/tickets/${made.id}`)).body.ticket;
  expect(shown.description).toBe('It broke again.');
  expect(shown.via.source.rel).toBe('follow_up');
  const before = (await desk.get(`/api/v2/tickets/${closed.id}`)).body.ticket;
  expect(before).toMatchObject({ status: 'closed', updated_at: closed.updated_at, followup_ids: [made.id] });
  expect(desk.desk.act.history(closed.id)).toHaveLength(messages);
  const comment = desk.desk.act.history(made.id)[0]?.events.find((event) => event.type === 'Comment');
  expect(comment).toMatchObject({ author_id: closed.requester_id, public: true });
});

test('an agent follows a closed ticket up by its number; tags given replace the old ones', async () => {
  const desk = await openDesk();
  const closed = closedOne(desk);
  const post = (id: number) =>
    desk.send('POST', '/api/v2/tickets', {
      ticket: {
        via_followup_source_id: id,
        subject: 'Once more',
        comment: { body: 'A word on this' },
        tags: ['again'],
      },
    });
  const made = (await post(closed.id)).body.ticket;
  expect(made.via.source).toMatchObject({ rel: 'follow_up', from: { ticket_id: closed.id } });
  expect([made.tags, made.subject, made.requester_id]).toEqual([['again'], 'Once more', closed.requester_id]);
  // With a ticket that is still open the parameter has no effect.
  const plain = (await post(ownTicket(desk).id)).body.ticket;
  expect(plain.via.source.rel).toBeNull();
});
