import { createHash } from 'node:crypto';
import { PRODUCTS } from '../data/products.ts';
import { ORGANIZATIONS, TEAM } from '../data/team.ts';
import { type Desk, FIRST, iso } from '../desk.ts';
import type { Condition, CustomStatus, TicketField, User } from '../model.ts';
import { FIELD } from './field-ids.ts';
import { setUpDynamicContent } from './set-up-dynamic-content.ts';
import { setUpMacros } from './set-up-macros.ts';

const DAY_MS = 86_400_000;

export type Setup = {
  readonly admin: User;
  readonly you: User;
  readonly agents: readonly User[];
  readonly groupIds: Readonly<Record<string, number>>;
};

export const REASONS: readonly (readonly [string, string])[] = [
  ['delivery', 'Delivery'],
  ['return', 'Return or exchange'],
  ['refund', 'Refund'],
  ['warranty', 'Warranty or repair'],
  ['product_question', 'Product question'],
  ['account', 'Account'],
  ['billing', 'Billing'],
  ['praise', 'Praise'],
  ['complaint', 'Complaint'],
  ['other', 'Other'],
];

/** Groups, agents, fields, statuses, views and macros: what an administrator of the shop has set up. */
export const setUp = (desk: Desk): Setup => {
  const { store } = desk;
  const at = iso(desk.now() - 400 * DAY_MS);
  const dates = { created_at: at, updated_at: at };

  const groupIds: Record<string, number> = {};
  for (const [name, description] of TEAM.groups) {
    const id = store.nextId('groups', FIRST.groups);
    groupIds[name] = id;
    store.put('groups', { id, name, description, ...dates });
  }
  const agents = TEAM.agents.map((agent): User => {
    const id = store.nextId('users', FIRST.users);
    const memberOf = agent.groups.map((name) => groupIds[name] ?? 0);
    const user: User = {
      id,
      name: agent.name,
      email: agent.email,
      role: agent.role,
      phone: null,
      locale: agent.locale,
      time_zone: 'Europe/Oslo',
      organization_id: null,
      default_group_id: memberOf[0] ?? null,
      ticket_restriction: agent.restricted ? 'groups' : null,
      notes: '',
      tags: [],
      signature: `${agent.name}\nFjell & Fathom customer care`,
      active: true,
      ...dates,
    };
    store.put('users', user);
    memberOf.forEach((group_id, index) => {
      store.put('memberships', {
        id: store.nextId('memberships', FIRST.memberships),
        user_id: id,
        group_id,
        default: index === 0,
        ...dates,
      });
    });
    return user;
  });
  const [admin, you] = agents;
  if (!admin || !you) throw new Error('The team has no administrator or no agent.');

  for (const [name, domain, notes] of ORGANIZATIONS) {
    store.put('organizations', {
      id: store.nextId('organizations', FIRST.organizations),
      name,
      domain_names: [domain],
      notes,
      tags: ['b2b'],
      ...dates,
    });
  }

  let position = 0;
  const field = (id: number, type: string, title: string, more: Partial<TicketField> = {}): void => {
    position += 1;
    store.put('ticketFields', {
      id,
      type,
      title,
      description: '',
      active: true,
      required: false,
      removable: false,
      position,
      custom_field_options: [],
      ...dates,
      ...more,
    });
  };
  const options = (values: readonly (readonly [string, string])[]) =>
    values.map(([value, name], index) => ({ id: FIRST.ticketFields + 500 + index, name, value }));
  const system = (index: number) => FIRST.ticketFields + index;
  field(system(0), 'subject', 'Subject', { required: true });
  field(system(1), 'description', 'Description', { required: true });
  field(system(2), 'status', 'Status', {
    custom_field_options: options([
      ['open', 'Open'],
      ['pending', 'Pending'],
      ['hold', 'On-hold'],
      ['solved', 'Solved'],
    ]),
  });
  field(system(3), 'tickettype', 'Type', {
    custom_field_options: options([
      ['question', 'Question'],
      ['incident', 'Incident'],
      ['problem', 'Problem'],
      ['task', 'Task'],
    ]),
  });
  field(system(4), 'priority', 'Priority', {
    custom_field_options: options([
      ['low', 'Low'],
      ['normal', 'Normal'],
      ['high', 'High'],
      ['urgent', 'Urgent'],
    ]),
  });
  field(system(5), 'group', 'Group');
  field(system(6), 'assignee', 'Assignee');
  field(FIELD.order, 'text', 'Order number', { removable: true, description: 'FF- and six digits' });
  field(FIELD.product, 'tagger', 'Product', {
    removable: true,
    custom_field_options: PRODUCTS.map((product, index) => ({
      id: FIRST.ticketFields + 600 + index,
      name: product.name,
      value: product.tag,
    })),
  });
  field(FIELD.reason, 'tagger', 'Contact reason', {
    removable: true,
    required: true,
    description: 'Needed to solve a ticket',
    custom_field_options: REASONS.map(([value, name], index) => ({
      id: FIRST.ticketFields + 700 + index,
      name,
      value,
    })),
  });
  field(FIELD.returnBy, 'date', 'Return until', { removable: true });
  field(FIELD.vip, 'checkbox', 'Rope club member', { removable: true });

  const status = (status_category: CustomStatus['status_category'], agent_label: string, isDefault = true): void => {
    store.put('customStatuses', {
      id: store.nextId('customStatuses', FIRST.customStatuses),
      status_category,
      agent_label,
      end_user_label: agent_label,
      description: '',
      default: isDefault,
      active: true,
      ...dates,
    });
  };
  status('new', 'New');
  status('open', 'Open');
  status('pending', 'Pending');
  status('hold', 'On-hold');
  status('solved', 'Solved');
  status('closed', 'Closed');
  status('hold', 'Waiting for the workshop', false);
  status('pending', 'Waiting for the return parcel', false);

  const is = (name: string, value: string): Condition => ({ field: name, operator: 'is', value });
  const below = (name: string, value: string): Condition => ({ field: name, operator: 'less_than', value });
  const view = (
    title: string,
    all: readonly Condition[],
    any: readonly Condition[],
    sort_by: string,
    sort_order: 'asc' | 'desc',
    group?: number,
  ): void => {
    const id = store.nextId('views', FIRST.views);
    store.put('views', {
      id,
      title,
      description: '',
      active: true,
      position: id - FIRST.views,
      conditions: { all, any },
      sort_by,
      sort_order,
      restriction: group === undefined ? null : { type: 'Group', id: group, ids: [group] },
      ...dates,
    });
  };
  const unsolved = below('status', 'solved');
  view('Your unsolved tickets', [unsolved, is('assignee_id', 'current_user')], [], 'updated_at', 'desc');
  view('Unassigned tickets', [unsolved, is('assignee_id', '')], [], 'created_at', 'asc');
  view('Unsolved tickets in your groups', [unsolved, is('group_id', 'current_groups')], [], 'updated_at', 'desc');
  view('All unsolved tickets', [unsolved], [], 'updated_at', 'desc');
  view('New tickets in your groups', [is('status', 'new'), is('group_id', 'current_groups')], [], 'created_at', 'asc');
  view('Urgent and high', [unsolved], [is('priority', 'urgent'), is('priority', 'high')], 'priority', 'desc');
  view(
    'Pending for more than two days',
    [is('status', 'pending'), { field: 'updated_at', operator: 'greater_than', value: '48' }],
    [],
    'updated_at',
    'asc',
  );
  view('Workshop and suppliers (on hold)', [is('status', 'hold')], [], 'updated_at', 'asc');
  view(
    'Business customers',
    [unsolved, { field: 'current_tags', operator: 'includes', value: 'b2b' }],
    [],
    'updated_at',
    'desc',
  );
  view(
    'Recently solved',
    [is('status', 'solved'), { field: 'SOLVED', operator: 'less_than', value: '72' }],
    [],
    'updated_at',
    'desc',
  );
  view('Bad ratings', [is('satisfaction_score', 'bad')], [], 'updated_at', 'desc');
  view(
    'Billing queue',
    [unsolved, is('group_id', String(groupIds['Accounts & billing']))],
    [],
    'created_at',
    'asc',
    groupIds['Accounts & billing'],
  );

  setUpDynamicContent(desk, dates);
  setUpMacros(desk, { groupIds, you }, dates);
  return { admin, you, agents, groupIds };
};

/** The secret an agent signs in with; the same for the same seed, and of use only on this computer. */
export const apiTokenFor = (seed: number, name: string): string =>
  createHash('sha256').update(`${seed}:token:${name}`).digest('base64url').slice(0, 40);
