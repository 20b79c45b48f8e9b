import { expect, test } from 'vitest';
import { openDesk, ownTicket } from './open-desk.ts';

type Row = { readonly id: number; readonly requester_id: number; readonly group_id: number };
const ids = (rows: readonly { readonly id: number }[]): readonly number[] => rows.map((one) => one.id);

test('a nested include puts beside search results what belongs to the tickets', async () => {
  const desk = await openDesk();
  const query = encodeURIComponent('type:ticket assignee:me status<solved');
  const nested = (await desk.get(`/api/v2/search.json?query=${query}&include=tickets(users,groups)`)).body;
  expect(nested.results.length).toBeGreaterThan(0);
  for (const ticket of nested.results as Row[]) {
    expect(ids(nested.users)).toContain(ticket.requester_id);
    expect(ids(nested.groups)).toContain(ticket.group_id);
  }
  expect(nested.organizations).toBeUndefined();
  const plain = (await desk.get(`/api/v2/search.json?query=${query}`)).body;
  expect([plain.users, plain.groups]).toEqual([undefined, undefined]);
});

test('a ticket comes with each of the people and places that are asked for, once', async () => {
  const desk = await openDesk();
  const ticket = ownTicket(desk);
  const asked = (await desk.get(`/api/v2/tickets/${ticket.id}?include=users, groups,comment_count`)).body;
  const people = [ticket.requester_id, ticket.assignee_id, ticket.submitter_id, ...ticket.collaborator_ids];
  expect([...ids(asked.users)].sort()).toEqual([...new Set(people)].sort());
  expect(ids(asked.groups)).toEqual([ticket.group_id]);
  const comments = (await desk.get(`/api/v2/tickets/${ticket.id}/comments`)).body.comments;
  expect(asked.ticket.comment_count).toBe(comments.length);
});
