import { expect, test } from 'vitest';
import { openDesk, ownTicket, START } from './open-desk.ts';

type Named = { readonly id: number; readonly title: string };

/** A desk whose macros are previewed by their titles. */
async function previews() {
  const desk = await openDesk({ tickets: 120 });
  const macros: readonly Named[] = (await desk.get('/api/v2/macros.json?per_page=100')).body.macros;
  const fields: readonly Named[] = (await desk.get('/api/v2/ticket_fields.json?per_page=100')).body.ticket_fields;
  const preview = async (title: string, id: number) => {
    const macro = macros.find((one) => one.title === title);
    const { ticket } = (await desk.get(`/api/v2/tickets/${id}/macros/${macro?.id}/apply.json`)).body.result;
    const field = (name: string) => {
      const fieldId = fields.find((one) => one.title === name)?.id;
      return ticket.custom_fields.find((one: Named) => one.id === fieldId)?.value;
    };
    return { ticket, field };
  };
  return { desk, macros, ticket: ownTicket(desk), preview };
}

test('shows a ticket as it would be, and changes nothing', async () => {
  const { desk, ticket, preview } = await previews();
  const sorted = await preview('Sort::Start the tags again', ticket.id);
  expect(sorted.ticket.tags).toEqual(['sorted', 'by_hand']);
  const fault = await preview('Sort::Part of a bigger fault', ticket.id);
  expect(fault.ticket).toMatchObject({ id: ticket.id, type: 'incident', priority: null });
  expect(fault.ticket.subject).toContain(ticket.subject);
  const mine = await preview('Hand over::Mine, in my group', ticket.id);
  const me = (await desk.get('/api/v2/users/me.json')).body.user;
  expect(mine.ticket).toMatchObject({ group_id: me.default_group_id, assignee_id: me.id, status: 'open' });
  const handed = await preview('Hand over::To returns', ticket.id);
  expect(handed.ticket.assignee_id).toBeNull();
  expect(handed.ticket.comment).toMatchObject({ body: 'For returns, from Robin Lindqvist. I had it.', public: false });
  const club = await preview('Club::Welcome', ticket.id);
  expect([club.field('Rope club member'), club.field('Order number')]).toEqual([true, 'FF-000001']);
  const until = await preview('Returns::Until when', ticket.id);
  expect(until.field('Return until')).toBe(new Date(START + 14 * 86_400_000).toISOString().slice(0, 10));
  const kept = await preview('Hand over::And keep me in the loop', ticket.id);
  expect(kept.ticket).toMatchObject({ assignee_id: null, follower_ids: [me.id] });
  const statuses: readonly { id: number; agent_label: string }[] = (await desk.get('/api/v2/custom_statuses.json')).body
    .custom_statuses;
  const label = statuses.find(({ id }) => id === until.ticket.custom_status_id)?.agent_label;
  expect([until.ticket.status, label]).toEqual(['pending', 'Waiting for the return parcel']);
  expect((await desk.get(`/api/v2/tickets/${ticket.id}.json`)).body.ticket.updated_at).toBe(ticket.updated_at);
});

test('writes what is meant for the channel', async () => {
  const { desk, preview } = await previews();
  const by = (channel: string) => desk.desk.act.tickets().find(({ via }) => via.channel === channel)?.id ?? 0;
  const chat = await preview('Gear::Size table', by('chat'));
  expect(chat.ticket.comment.body).toBe('M is 98 cm around the chest, L is 104 cm.');
  const mail = await preview('Gear::Size table', by('email'));
  expect(mail.ticket.comment.html_body).toContain('<td>104 cm</td>');
  expect((await preview('Close the loop by channel', by('chat'))).ticket.comment.body).toBe('Thanks! Anything else?');
});

test('lists to an agent what is for their groups and for them', async () => {
  const { desk, macros } = await previews();
  const titles = macros.map(({ title }) => title);
  expect(titles).toContain('Club::Leave');
  expect(titles).toContain('Club::Welcome');
  expect(titles).not.toContain('Billing::VAT number added');
  const { administrator } = desk.desk.credentials;
  const hers: readonly Named[] = (await desk.get('/api/v2/macros.json?per_page=100', administrator)).body.macros;
  expect(hers.map(({ title }) => title)).toContain('Billing::VAT number added');
  expect(hers.map(({ title }) => title)).not.toContain('Club::Leave');
});
