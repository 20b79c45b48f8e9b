import { expect, test } from 'vitest';
import { toCondition, toView } from '#main/connectors/zendesk/map-view.ts';

test.each([
  [
    { field: 'status', operator: 'less_than', value: 'solved' },
    { field: 'status', is: true, values: ['new', 'open', 'pending', 'on-hold'] },
  ],
  [
    { field: 'status', operator: 'is_not', value: 'hold' },
    { field: 'status', is: false, values: ['on-hold'] },
  ],
  [
    { field: 'status', operator: 'includes', value: ['open', 'closed'] },
    { field: 'status', is: true, values: ['open', 'closed'] },
  ],
  [
    { field: 'priority', operator: 'greater_than', value: 'normal' },
    { field: 'priority', is: true, values: ['high', 'urgent'] },
  ],
  [
    { field: 'priority', operator: 'is', value: '' },
    { field: 'priority', is: true, values: [null] },
  ],
  [
    { field: 'assignee_id', operator: 'is', value: 'current_user' },
    { field: 'assignee', is: true, values: ['me'] },
  ],
  [
    { field: 'assignee_id', operator: 'is', value: '' },
    { field: 'assignee', is: true, values: [null] },
  ],
  [
    { field: 'group_id', operator: 'is', value: 'current_groups' },
    { field: 'group', is: true, values: ['mine'] },
  ],
  [
    { field: 'group_id', operator: 'is_not', value: 24000932 },
    { field: 'group', is: false, values: ['24000932'] },
  ],
  [
    { field: 'current_tags', operator: 'not_includes', value: 'vip spam' },
    { field: 'tag', is: false, values: ['vip', 'spam'] },
  ],
  [
    { field: 'updated_at', operator: 'less_than', value: '24' },
    { field: 'updated', is: true, withinMs: 86_400_000 },
  ],
])('%o', (wire, ours) => {
  expect(toCondition(wire)).toEqual(ours);
});

test.each([
  { field: 'custom_fields_360011872073', operator: 'is', value: 'Canada' },
  { field: 'status', operator: 'changed', value: null },
  { field: 'status', operator: 'is', value: '' },
  { field: 'assignee_id', operator: 'is', value: 'requester_id' },
  { field: 'updated_at', operator: 'less_than_business_hours', value: '4' },
])('what ours cannot say is not guessed: %o', (wire) => {
  expect(toCondition(wire)).toBeNull();
});

test('a view with one condition beyond us has no query, and is still named', () => {
  const view = toView({
    id: 25,
    title: 'Canada',
    active: true,
    position: 3,
    conditions: {
      all: [
        { field: 'status', operator: 'less_than', value: 'solved' },
        { field: 'custom_fields_1', operator: 'is', value: 'Canada' },
      ],
      any: [],
    },
    execution: { sort_by: 'created', sort_order: 'asc' },
  });
  expect(view).toEqual({ remoteId: '25', title: 'Canada', position: 3, query: null });
});
