import { expect, test } from 'vitest';
import { toMacro } from '#main/connectors/zendesk/map-macro.ts';
import { customStatusSchema, macroSchema } from '#main/connectors/zendesk/wire.ts';
import type { TicketField } from '#shared/domain/desk.ts';

const field = (remoteId: string, type: TicketField['type']): TicketField => ({
  remoteId,
  title: `Field ${remoteId}`,
  type,
  options: [],
  required: false,
  editable: true,
});

const context = {
  fields: [
    field('1', 'text'),
    field('2', 'number'),
    field('3', 'checkbox'),
    field('4', 'date'),
    field('5', 'dropdown'),
    field('6', 'multiselect'),
  ],
  customStatuses: [
    { id: 7, status_category: 'hold', agent_label: 'With the workshop' },
    { id: 8, status_category: 'open', agent_label: 'Old', active: false },
  ].map((status) => customStatusSchema.parse(status)),
};

const macro = (
  actions: readonly { readonly field: string; readonly value: unknown }[],
  more: object = {},
  tellsAttachments = true,
) =>
  toMacro(
    macroSchema.parse({
      id: 25,
      title: 'Returns::Label',
      description: null,
      active: true,
      actions,
      updated_at: '2026-11-02T10:00:00Z',
      ...more,
    }),
    { ...context, tellsAttachments },
  );

// Fields and values after Zendesk's "Actions reference", shared actions and additional actions for macros.
test.each([
  ['status', 'hold', { do: 'status', status: 'on-hold' }],
  ['status', 'solved', { do: 'status', status: 'solved' }],
  ['custom_status_id', '7', { do: 'status', status: 'on-hold', statusName: 'With the workshop' }],
  ['custom_status_id', 7, { do: 'status', status: 'on-hold', statusName: 'With the workshop' }],
  ['type', 'incident', { do: 'type', type: 'incident' }],
  ['type', '', { do: 'type', type: null }],
  ['priority', 'urgent', { do: 'priority', priority: 'urgent' }],
  ['priority', '', { do: 'priority', priority: null }],
  ['group_id', '48', { do: 'group', groupId: '48' }],
  ['group_id', '', { do: 'group', groupId: null }],
  ['group_id', 'current_groups', { do: 'my-group' }],
  ['assignee_id', '296220096', { do: 'assign', agentId: '296220096' }],
  ['assignee_id', 'current_user', { do: 'assign-me' }],
  ['assignee_id', '', { do: 'assign', agentId: null }],
  ['set_tags', 'red  green red', { do: 'set-tags', tags: ['red', 'green'] }],
  ['current_tags', 'red green', { do: 'tags', added: ['red', 'green'], removed: [] }],
  ['remove_tags', 'red', { do: 'tags', added: [], removed: ['red'] }],
  ['follower', 'current_user', { do: 'follow-me' }],
  ['follower', '296220096', { do: 'followers', added: ['296220096'], removed: [] }],
  ['follower', 296220096, { do: 'followers', added: ['296220096'], removed: [] }],
  ['subject', 'About {{ticket.id}}', { do: 'subject', text: 'About {{ticket.id}}' }],
  ['custom_fields_1', 'FF-100200', { do: 'field', fieldId: '1', value: 'FF-100200' }],
  ['custom_fields_1', '', { do: 'field', fieldId: '1', value: null }],
  ['custom_fields_2', '12.5', { do: 'field', fieldId: '2', value: 12.5 }],
  ['custom_fields_3', 'true', { do: 'field', fieldId: '3', value: true }],
  ['custom_fields_3', false, { do: 'field', fieldId: '3', value: false }],
  ['custom_fields_4', '2026-12-24', { do: 'field', fieldId: '4', value: '2026-12-24' }],
  ['custom_fields_4', ['specific_date', '2026-12-24'], { do: 'field', fieldId: '4', value: '2026-12-24' }],
  ['custom_fields_4', ['days_from_now', '14'], { do: 'date-field', fieldId: '4', inDays: 14 }],
  ['custom_fields_5', 'tents', { do: 'field', fieldId: '5', value: 'tents' }],
  ['custom_fields_6', 'tents', { do: 'field', fieldId: '6', value: ['tents'] }],
  ['custom_fields_6', ['tents', 'boots'], { do: 'field', fieldId: '6', value: ['tents', 'boots'] }],
  // Of a field that was deleted: the plan says so.
  ['custom_fields_99', 'x', { do: 'field', fieldId: '99', value: 'x' }],
])('%s %j', (name, value, step) => {
  expect(macro([{ field: name, value }]).steps).toEqual([step]);
});

test.each([
  ['status', 'waiting'],
  ['custom_status_id', '8'],
  ['custom_status_id', '9'],
  ['assignee_id', 'all_agents'],
  ['custom_fields_2', 'many'],
  ['custom_fields_3', 'perhaps'],
  ['custom_fields_4', 'soon'],
  ['cc', '296220096'],
  ['follower', 'all_agents'],
  ['ticket_form_id', '3'],
  ['brand_id', '4'],
  ['share_ticket', '5'],
  ['locale_id', '6'],
  ['satisfaction_score', 'offered'],
  ['side_conversation', 'Subject'],
  ['add_skills', '1'],
])('%s %j has no counterpart, and is named', (name, value) => {
  expect(macro([{ field: name, value }]).steps).toEqual([{ do: 'unknown', field: name, value }]);
});

test('words go to the customer or to the team as the macro says, wherever it says so', () => {
  const steps = (mode: unknown) =>
    macro([
      { field: 'comment_value', value: 'Hello' },
      ...(mode === undefined ? [] : [{ field: 'comment_mode_is_public', value: mode }]),
    ]).steps;
  const step = { do: 'write', mode: 'insert', format: 'markdown', text: 'Hello' };
  expect(steps('true')).toEqual([{ ...step, public: true }]);
  expect(steps(false)).toEqual([{ ...step, public: false }]);
  expect(steps(undefined)).toEqual([{ ...step, public: null }]);
});

test('a macro that only says where one writes opens that', () => {
  expect(macro([{ field: 'comment_mode_is_public', value: 'false' }]).steps).toEqual([
    { do: 'write', public: false, mode: 'insert', format: 'markdown', text: '' },
  ]);
});

test('words may be for one kind of channel, and may be HTML', () => {
  const step = { do: 'write', public: null, mode: 'insert' };
  const { steps } = macro([
    { field: 'comment_value', value: ['channel:all', 'A'] },
    { field: 'comment_value', value: ['channel:chat', 'B'] },
    { field: 'comment_value_html', value: ['channel:web', '<p>C</p>'] },
    { field: 'comment_value_html', value: '<p>D</p>' },
    { field: 'comment_value', value: ['channel:telepathy', 'E'] },
  ]);
  expect(steps).toEqual([
    { ...step, format: 'markdown', text: 'A' },
    { ...step, format: 'markdown', only: 'chat', text: 'B' },
    { ...step, format: 'html', only: 'other', text: '<p>C</p>' },
    { ...step, format: 'html', text: '<p>D</p>' },
    { do: 'unknown', field: 'comment_value', value: 'channel:telepathy E' },
  ]);
});

test('who may run it', () => {
  const restricted = (restriction: unknown) => macro([], { restriction, position: 3 });
  expect(restricted({ type: 'Group', id: 4, ids: [4, 5] })).toMatchObject({
    position: 3,
    restriction: { groupIds: ['4', '5'], agentIds: [] },
  });
  expect(restricted({ type: 'Group', id: 4 }).restriction).toEqual({ groupIds: ['4'], agentIds: [] });
  expect(restricted({ type: 'User', id: 9 }).restriction).toEqual({ groupIds: [], agentIds: ['9'] });
  expect(restricted(null).restriction).toBeNull();
});

test('whether files go along is known where macros tell, and where nothing is written', () => {
  const write = [{ field: 'comment_value', value: 'Hello' }];
  const attachments = (more: object, tells: boolean, actions = write) => macro(actions, more, tells).attachments;
  expect(attachments({ attachments: [1, 2] }, true)).toBe('some');
  expect(attachments({ attachments: [] }, true)).toBe('none');
  expect(attachments({}, true)).toBe('none');
  expect(attachments({}, false)).toBe('unasked');
  expect(attachments({}, false, [{ field: 'status', value: 'solved' }])).toBe('none');
});
