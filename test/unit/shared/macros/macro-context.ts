import type { Person, TicketField } from '#shared/domain/desk.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { Macro, MacroStep } from '#shared/macros/macro.ts';
import type { MacroContext } from '#shared/macros/plan.ts';
import { planMacro } from '#shared/macros/plan-macro.ts';
import { templatesOf } from '#shared/macros/plan-words.ts';
import { ok } from '#shared/result.ts';

/** Half past nine on a Monday, by the clock of the machine. */
export const NOW = new Date(2026, 10, 23, 9, 30).getTime();

export const ticket = (more: Partial<Ticket> = {}): Ticket => ({
  remoteId: '7',
  number: '7',
  subject: 'Zip is stuck',
  preview: '',
  status: 'open',
  statusName: 'open',
  priority: 'normal',
  type: null,
  channel: 'email',
  requesterId: 'c-1',
  assigneeId: 'a-1',
  groupId: 'g-1',
  organizationId: null,
  tags: ['red', 'blue'],
  fields: { reason: 'warranty' },
  createdAt: 0,
  updatedAt: 0,
  solvedAt: null,
  sla: [],
  links: [],
  followerIds: [],
  version: '1',
  url: null,
  ...more,
});

const agent = (remoteId: string, name: string, groupIds: readonly string[], active = true): Person => ({
  remoteId,
  name,
  email: null,
  phone: null,
  role: 'agent',
  organizationId: null,
  locale: null,
  timeZone: null,
  active,
  groupIds,
  notes: null,
});

export const field = (remoteId: string, type: TicketField['type'], more: Partial<TicketField> = {}): TicketField => ({
  remoteId,
  title: `The ${remoteId}`,
  type,
  options: [],
  required: false,
  editable: true,
  ...more,
});

const options = [
  { value: 'warranty', label: 'Warranty or repair' },
  { value: 'return', label: 'Return' },
];

export const context = (more: Partial<MacroContext> = {}): MacroContext => ({
  accountId: 'desk-1',
  ticket: ticket(),
  me: { remoteId: 'me', name: 'Robin Lindqvist' },
  myGroupIds: ['g-1', 'g-2'],
  agents: [
    agent('a-1', 'Olena Shevchuk', ['g-1']),
    agent('a-2', 'Linh Trần', ['g-2']),
    agent('a-3', 'Jonas Hartmann', ['g-1'], false),
  ],
  groups: [
    { remoteId: 'g-1', name: 'Warranty', statusNames: null },
    {
      remoteId: 'g-2',
      name: 'Billing',
      statusNames: [
        { name: 'Open', status: 'open' },
        { name: 'With the bank', status: 'pending' },
        { name: 'Paid', status: 'solved' },
      ],
    },
  ],
  fields: [
    field('reason', 'dropdown', { options, required: true }),
    field('reasons', 'multiselect', { options }),
    field('order', 'text'),
    field('price', 'number'),
    field('vip', 'checkbox'),
    field('until', 'date'),
    field('locked', 'text', { editable: false }),
  ],
  hasFollowers: true,
  attached: { are: 'here', files: [] },
  writing: null,
  now: NOW,
  snoozeWords: { tomorrow: 'tomorrow', weekdays: ['sunday', 'monday'] },
  ...more,
});

export const macro = (steps: readonly MacroStep[], more: Partial<Macro> = {}): Macro => ({
  id: 'desk-1:25',
  title: 'A macro',
  description: '',
  accountId: 'desk-1',
  steps,
  restriction: null,
  ...more,
});

/** The plan of these steps, whose texts are filled in as they are. */
export const plan = (steps: readonly MacroStep[], more: Partial<MacroContext> = {}) => {
  const one = macro(steps);
  const rendered = templatesOf(one).map(({ text }) => ok({ text, unresolved: text.match(/\{\{.*?\}\}/g) ?? [] }));
  return planMacro(one, context(more), rendered);
};

export const codes = ({ problems }: ReturnType<typeof planMacro>): readonly string[] =>
  problems.map(({ code, blocking }) => `${code}${blocking ? '!' : ''}`);
