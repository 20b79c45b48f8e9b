import { expect, test } from 'vitest';
import { createText } from '#shared/i18n/text.ts';
import { type PlanProblem, PROBLEM_CODES } from '#shared/macros/plan.ts';
import { planMacro } from '#shared/macros/plan-macro.ts';
import { problemText } from '#shared/macros/problem-text.ts';
import { changesAnything } from '#shared/outbox/changes-anything.ts';
import { err, ok } from '#shared/result.ts';
import { codes, context, field, macro, NOW, plan, ticket } from './macro-context.ts';

test('sets what its steps say, the later of two on one field', () => {
  const { changes, problems } = plan([
    { do: 'status', status: 'open' },
    { do: 'status', status: 'solved' },
    { do: 'priority', priority: 'high' },
    { do: 'priority', priority: null },
    { do: 'type', type: 'incident' },
    { do: 'subject', text: 'Zip:\n stuck' },
    { do: 'assign', agentId: 'a-2' },
    { do: 'assign', agentId: 'a-1' },
    { do: 'field', fieldId: 'order', value: 'FF-1' },
    { do: 'field', fieldId: 'order', value: 'FF-2' },
  ]);
  expect(changes).toEqual({
    status: 'solved',
    priority: null,
    type: 'incident',
    subject: 'Zip: stuck',
    assigneeId: 'a-1',
    fields: { order: 'FF-2' },
  });
  expect(problems).toEqual([]);
});

test('me and my group are whoever runs it', () => {
  expect(plan([{ do: 'assign-me' }, { do: 'my-group' }]).changes).toEqual({ assigneeId: 'me', groupId: 'g-1' });
  expect(codes(plan([{ do: 'my-group' }], { myGroupIds: [] }))).toEqual(['no-group!']);
  expect(plan([{ do: 'assign', agentId: null }]).changes).toEqual({ assigneeId: null });
});

test('tags are set, then added, then removed, and told as what changes', () => {
  const changes = (steps: Parameters<typeof plan>[0]) => plan(steps).changes;
  expect(changes([{ do: 'tags', added: ['red', 'green'], removed: ['blue', 'grey'] }])).toEqual({
    tagsAdded: ['green'],
    tagsRemoved: ['blue'],
  });
  expect(
    changes([
      { do: 'tags', added: [], removed: ['green'] },
      { do: 'tags', added: ['green', 'white'], removed: [] },
      { do: 'set-tags', tags: ['red'] },
    ]),
  ).toEqual({ tagsAdded: ['white'], tagsRemoved: ['blue'] });
  expect(changes([{ do: 'set-tags', tags: ['blue', 'red'] }])).toEqual({});
  expect(changes([{ do: 'set-tags', tags: [] }])).toEqual({ tagsRemoved: ['red', 'blue'] });
});

test('followers are added, then removed, and told by name as what changes', () => {
  const followed = { ticket: ticket({ followerIds: ['a-1', 'gone'] }) };
  const { changes, lines, problems } = plan(
    [
      { do: 'followers', added: [], removed: ['a-1', 'a-2'] },
      { do: 'followers', added: ['a-1', 'a-2', 'gone'], removed: [] },
      { do: 'follow-me' },
    ],
    followed,
  );
  expect(changes).toEqual({ followersAdded: ['me'], followersRemoved: ['a-1'] });
  expect(lines).toEqual([
    {
      field: 'followers',
      before: ['Olena Shevchuk', 'gone'],
      after: ['gone', 'Robin Lindqvist'],
      isChanged: true,
    },
  ]);
  expect(problems).toEqual([]);
  expect(plan([{ do: 'unfollow-me' }], followed).changes).toEqual({});
  expect(plan([{ do: 'follow-me' }, { do: 'unfollow-me' }]).changes).toEqual({});
});

test('who cannot follow is left out and named; where nobody can, the plan says so', () => {
  const added = plan([{ do: 'followers', added: ['a-3', 'x', 'y', 'a-2'], removed: [] }]);
  expect(added.changes).toEqual({ followersAdded: ['a-2'] });
  expect(codes(added)).toEqual(['follower-inactive', 'follower-gone']);
  const nowhere = plan([{ do: 'follow-me' }, { do: 'priority', priority: 'high' }], { hasFollowers: false });
  expect(nowhere.changes).toEqual({ priority: 'high' });
  expect(codes(nowhere)).toEqual(['no-followers']);
});

test('files that the helpdesk keeps with a macro go along, behind its own; without them it is not run', () => {
  const file = (name: string) => ({ name, mimeType: 'text/plain', size: 1, sha256: 'a'.repeat(64) });
  const [own, kept] = [file('own.txt'), file('kept.txt')];
  const steps = [{ do: 'attach' as const, files: [own] }];
  expect(plan(steps, { attached: { are: 'here', files: [kept] } })).toMatchObject({ files: [own, kept], problems: [] });
  const away = plan(steps, { attached: { are: 'away' } });
  expect([away.files, codes(away)]).toEqual([[own], ['files-away!']]);
  expect(codes(plan(steps, { attached: { are: 'unasked' } }))).toEqual(['files-unasked']);
});

test('days are counted by the calendar', () => {
  const until = (inDays: number) => plan([{ do: 'date-field', fieldId: 'until', inDays }]).changes.fields?.['until'];
  expect(until(0)).toBe('2026-11-23');
  expect(until(14)).toBe('2026-12-07');
  expect(until(-23)).toBe('2026-10-31');
});

test('the preview names people, groups and options, and marks what stays', () => {
  const { lines } = plan([
    { do: 'status', status: 'open' },
    { do: 'priority', priority: 'high' },
    { do: 'assign-me' },
    { do: 'group', groupId: 'g-2' },
    { do: 'tags', added: ['green'], removed: ['red'] },
    { do: 'field', fieldId: 'reason', value: 'return' },
    { do: 'field', fieldId: 'reasons', value: ['warranty', 'return'] },
    { do: 'field', fieldId: 'vip', value: true },
  ]);
  const open = { status: 'open', statusName: 'open' };
  expect(lines).toEqual([
    { field: 'status', before: open, after: open, isChanged: false },
    { field: 'priority', before: 'normal', after: 'high', isChanged: true },
    { field: 'assignee', before: 'Olena Shevchuk', after: 'Robin Lindqvist', isChanged: true },
    { field: 'group', before: 'Warranty', after: 'Billing', isChanged: true },
    { field: 'tags', before: ['red', 'blue'], after: ['blue', 'green'], isChanged: true },
    {
      field: 'custom',
      fieldId: 'reason',
      title: 'The reason',
      before: 'Warranty or repair',
      after: 'Return',
      isChanged: true,
    },
    {
      field: 'custom',
      fieldId: 'reasons',
      title: 'The reasons',
      before: null,
      after: ['Warranty or repair', 'Return'],
      isChanged: true,
    },
    { field: 'custom', fieldId: 'vip', title: 'The vip', before: null, after: true, isChanged: true },
  ]);
});

test('a status of its own name counts as changed only where that name is asked for', () => {
  const held = ticket({ status: 'pending', statusName: 'With the bank', groupId: 'g-2' });
  const line = (statusName?: string) =>
    plan([{ do: 'status', status: 'pending', ...(statusName === undefined ? {} : { statusName }) }], { ticket: held })
      .lines[0];
  expect(line()).toMatchObject({ isChanged: false, after: { statusName: 'With the bank' } });
  expect(line('With the bank')?.isChanged).toBe(false);
  const { lines, changes } = plan([{ do: 'status', status: 'solved', statusName: 'Paid' }], { ticket: held });
  expect(lines[0]).toMatchObject({ isChanged: true, after: { status: 'solved', statusName: 'Paid' } });
  expect(changes).toEqual({ status: 'solved', statusName: 'Paid' });
});

test('what is so already is still asked for, and known to change nothing', () => {
  const { changes } = plan([{ do: 'status', status: 'open' }]);
  expect(changes).toEqual({ status: 'open' });
  expect(changesAnything(ticket(), changes)).toBe(false);
});

test('snoozes until the time that is meant, and says what comes next', () => {
  const { snoozeUntil, advance } = plan([
    { do: 'snooze', until: '2d' },
    { do: 'snooze', until: 'tomorrow 9' },
    { do: 'then', what: 'list' },
  ]);
  expect(snoozeUntil).toBe(new Date(2026, 10, 24, 9).getTime());
  expect(advance).toBe('list');
  expect(plan([]).advance).toBeNull();
});

test.each([
  ['whenever', 'snooze-time!'],
  ['2020-01-01', 'snooze-time!'],
])('a time that is none, or is past: %s', (until, code) => {
  const planned = plan([{ do: 'snooze', until }]);
  expect(planned.snoozeUntil).toBeNull();
  expect(codes(planned)).toEqual([code]);
});

test.each<[string, Parameters<typeof plan>[0], readonly string[]]>([
  ['an agent who is gone', [{ do: 'assign', agentId: 'a-9' }], ['agent-gone!']],
  ['an agent who is inactive', [{ do: 'assign', agentId: 'a-3' }], ['agent-inactive!']],
  [
    'an agent outside of the group it moves to',
    [
      { do: 'group', groupId: 'g-2' },
      { do: 'assign', agentId: 'a-1' },
    ],
    ['agent-outside!'],
  ],
  ['an agent of another group, whose group the helpdesk takes', [{ do: 'assign', agentId: 'a-2' }], []],
  ['a group that the assignee is not in', [{ do: 'group', groupId: 'g-2' }], ['assignee-outside']],
  ['a group that is gone', [{ do: 'group', groupId: 'g-9' }], ['group-gone!']],
  ['no group', [{ do: 'group', groupId: null }], []],
  ['a field that is gone', [{ do: 'field', fieldId: 'x', value: '1' }], ['field-gone']],
  ['a field that agents may not write', [{ do: 'field', fieldId: 'locked', value: '1' }], ['field-locked']],
  ['a value that is not among the options', [{ do: 'field', fieldId: 'reason', value: 'fun' }], ['field-value!']],
  ['one of several that is not', [{ do: 'field', fieldId: 'reasons', value: ['return', 'x'] }], ['field-value!']],
  ['words in a number', [{ do: 'field', fieldId: 'price', value: 'much' }], ['field-value!']],
  ['words in a checkbox', [{ do: 'field', fieldId: 'vip', value: 'yes' }], ['field-value!']],
  ['words in a day', [{ do: 'field', fieldId: 'until', value: 'soon' }], ['field-value!']],
  ['a day in a text', [{ do: 'date-field', fieldId: 'order', inDays: 1 }], ['field-value!']],
  [
    'a wrong value that a later step puts right',
    [
      { do: 'field', fieldId: 'reason', value: 'fun' },
      { do: 'field', fieldId: 'reason', value: 'return' },
    ],
    [],
  ],
  ['nothing in any field', [{ do: 'field', fieldId: 'price', value: null }], []],
  [
    'what has no counterpart, once',
    [
      { do: 'unknown', field: 'cc', value: '1' },
      { do: 'unknown', field: 'cc', value: '2' },
    ],
    ['unknown-step'],
  ],
])('%s', (_name, steps, expected) => {
  expect(codes(plan(steps))).toEqual(expected);
});

test('what is left out is not among the changes', () => {
  const { changes } = plan([
    { do: 'field', fieldId: 'x', value: '1' },
    { do: 'field', fieldId: 'locked', value: '1' },
  ]);
  expect(changes).toEqual({});
});

test('who is where is believed of a helpdesk that tells nothing of it', () => {
  const steps = [
    { do: 'assign', agentId: 'a-9' },
    { do: 'group', groupId: 'g-9' },
  ] as const;
  expect(codes(plan(steps, { agents: [], groups: [] }))).toEqual([]);
});

test('statuses are those of the group that the ticket will be in', () => {
  const moved = (step: Parameters<typeof plan>[0][number]) =>
    plan([step, { do: 'group', groupId: 'g-2' }], { ticket: ticket({ assigneeId: null }) });
  expect(codes(moved({ do: 'status', status: 'on-hold' }))).toEqual(['status-gone!']);
  expect(codes(moved({ do: 'status', status: 'pending', statusName: 'With the bank' }))).toEqual([]);
  const renamed = moved({ do: 'status', status: 'pending', statusName: 'Waiting' });
  expect(codes(renamed)).toEqual(['status-name-gone']);
  expect(renamed.changes).toEqual({ status: 'pending', groupId: 'g-2' });
  expect(codes(moved({ do: 'status', status: 'closed' }))).toEqual([]);
});

test('a field that is required to solve must be filled, by the ticket or by the macro', () => {
  const empty = ticket({ fields: { reason: null } });
  const solve = { do: 'status', status: 'solved' } as const;
  expect(codes(plan([solve]))).toEqual([]);
  expect(codes(plan([solve], { ticket: empty }))).toEqual(['field-required!']);
  expect(codes(plan([solve, { do: 'field', fieldId: 'reason', value: 'return' }], { ticket: empty }))).toEqual([]);
  expect(codes(plan([{ do: 'status', status: 'pending' }], { ticket: empty }))).toEqual([]);
  expect(codes(plan([solve], { ticket: { ...empty, status: 'solved' } }))).toEqual([]);
  const ticked = { fields: [field('vip', 'checkbox', { required: true })] };
  expect(codes(plan([solve], { ...ticked, ticket: ticket({ fields: { vip: false } }) }))).toEqual(['field-required!']);
  expect(codes(plan([solve], { ...ticked, ticket: ticket({ fields: { vip: true } }) }))).toEqual([]);
});

test('whether it may be run here at all', () => {
  const run = (more: Parameters<typeof macro>[1], over: Parameters<typeof context>[0] = {}) =>
    codes(planMacro(macro([], more), context(over), []));
  expect(run({})).toEqual([]);
  expect(run({}, { ticket: ticket({ status: 'closed' }) })).toEqual(['ticket-closed!']);
  expect(run({ accountId: 'desk-2' })).toEqual(['other-account!']);
  expect(run({ accountId: null })).toEqual([]);
  expect(run({ restriction: { groupIds: ['g-9'], agentIds: [] } })).toEqual(['restricted!']);
  expect(run({ restriction: { groupIds: ['g-9', 'g-2'], agentIds: [] } })).toEqual([]);
  expect(run({ restriction: { groupIds: [], agentIds: ['a-1'] } })).toEqual(['restricted!']);
  expect(run({ restriction: { groupIds: [], agentIds: ['me'] } })).toEqual([]);
});

test('a subject needs its words', () => {
  const subject = [{ do: 'subject', text: 'About {{ticket.x}}' }] as const;
  expect(codes(plan(subject))).toEqual(['unresolved!']);
  expect(codes(plan([{ do: 'subject', text: ' ' }]))).toEqual(['subject-empty!']);
  expect(codes(planMacro(macro(subject), context(), [err({ code: 'too-long' })]))).toEqual(['template!']);
});

test('every problem has a sentence that names what it is about', () => {
  const t = createText('en');
  const values = { placeholders: 'P', field: 'F', status: 'S', agent: 'A', group: 'G', until: 'U' };
  const why = { code: 'too-slow' } as const;
  for (const code of PROBLEM_CODES)
    expect(
      problemText(t, code === 'template' ? { code, blocking: true, values, why } : { code, blocking: true, values }),
    ).toMatch(/[.]$/);
  const problem: PlanProblem = { code: 'agent-outside', blocking: true, values };
  expect(problemText(t, problem)).toContain('A is not in G');
});

test('a plan of words alone, at a given time, is the same each time', () => {
  const one = macro([{ do: 'write', public: null, mode: 'insert', format: 'markdown', text: 'Hi' }]);
  const run = () => planMacro(one, context({ now: NOW }), [ok({ text: 'Hi', unresolved: [] })]);
  expect(run()).toEqual(run());
  expect(run()).toMatchObject({ changes: {}, lines: [], files: [], send: false, snoozeUntil: null, problems: [] });
});
