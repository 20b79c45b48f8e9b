import type { CallOptions, Page } from '#main/connectors/contract.ts';
import type { Unreadable } from '#shared/domain/batch.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { DynamicContent, TicketField } from '#shared/domain/desk.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Account } from './account.ts';
import type { Client } from './client.ts';
import { readWhole } from './list-pages.ts';
import { toDynamicContent } from './map-dynamic-content.ts';
import { toMacro } from './map-macro.ts';
import { groupIdsOf, statusOf, toPerson } from './map-ticket.ts';
import { toView } from './map-view.ts';
import {
  dynamicContentSchema,
  groupSchema,
  localeSchema,
  macroSchema,
  membershipSchema,
  ticketFieldSchema,
  userSchema,
  viewSchema,
} from './wire.ts';

const FIELD_TYPES: Readonly<Record<string, TicketField['type']>> = {
  text: 'text',
  textarea: 'multiline',
  integer: 'number',
  decimal: 'number',
  checkbox: 'checkbox',
  date: 'date',
  tagger: 'dropdown',
  multiselect: 'multiselect',
  regexp: 'text',
  partialcreditcard: 'text',
};

/** Agents with their groups, groups, macros, views, fields and dynamic content: small enough to be read whole each time. */
export async function pullDesk(account: Account, options: CallOptions): Promise<Result<Page, Failure>> {
  const { client } = account;
  const rows = noRows();
  const aside = rows.unreadable;

  const agents = await readWhole(
    client,
    '/api/v2/users?role[]=agent&role[]=admin',
    'users',
    userSchema,
    'person',
    aside,
    options,
  );
  if (!agents.ok) return agents;
  const memberships = await readWhole(
    client,
    '/api/v2/group_memberships',
    'group_memberships',
    membershipSchema,
    'membership',
    aside,
    options,
  );
  if (!memberships.ok) return memberships;
  const groups = await readWhole(client, '/api/v2/groups', 'groups', groupSchema, 'group', aside, options);
  if (!groups.ok) return groups;
  const macros = await readWhole(client, '/api/v2/macros?active=true', 'macros', macroSchema, 'macro', aside, options);
  if (!macros.ok) return macros;
  const views = await readWhole(client, '/api/v2/views?active=true', 'views', viewSchema, 'view', aside, options);
  if (!views.ok) return views;
  const fields = await readWhole(
    client,
    '/api/v2/ticket_fields',
    'ticket_fields',
    ticketFieldSchema,
    'field',
    aside,
    options,
  );
  if (!fields.ok) return fields;
  const contents = await pullDynamicContent(client, aside, options);
  if (!contents.ok) return contents;
  const statuses = await account.facts.customStatuses(options);
  if (!statuses.ok) return statuses;

  account.facts.meet(agents.value);
  rows.people = agents.value
    .filter((user) => user.role !== 'end-user')
    .map((user) => toPerson(user, groupIdsOf(user, memberships.value)));
  const named = statuses.value.filter((status) => status.active);
  // Only where the account has names of its own beside the usual six.
  const statusNames = named.some((status) => !status.default)
    ? named.map((status) => ({ name: status.agent_label, status: statusOf(status.status_category) }))
    : null;
  rows.groups = groups.value
    .filter((group) => group.deleted !== true)
    .map((group) => ({ remoteId: String(group.id), name: group.name, statusNames }));
  rows.views = views.value.filter((view) => view.active).map(toView);
  rows.fields = fields.value.flatMap((field) => {
    const type = FIELD_TYPES[field.type];
    // `removable: false` marks the system's own: subject, status and the like.
    if (type === undefined || field.removable === false || !field.active) return [];
    const options = (field.custom_field_options ?? []).map(({ name, value }) => ({ value, label: name }));
    return [
      {
        remoteId: String(field.id),
        title: field.title,
        type,
        options,
        required: field.required ?? false,
        editable: true,
      },
    ];
  });
  const tellsAttachments = macros.value.some(({ attachments }) => attachments != null);
  const macroContext = { fields: rows.fields, customStatuses: statuses.value, tellsAttachments };
  rows.macros = macros.value.map((macro) => toMacro(macro, macroContext));
  rows.dynamicContent = contents.value;
  rows.whole = ['groups', 'macros', 'views', 'fields', 'dynamicContent'];
  return ok({ rows, cursor: String(account.now()), more: false, remaining: null });
}

/** None for agents who may not see it, and on plans that have none. */
async function pullDynamicContent(
  client: Client,
  aside: Unreadable[],
  options: CallOptions,
): Promise<Result<DynamicContent[], Failure>> {
  const path = '/api/v2/dynamic_content/items';
  const items = await readWhole(client, path, 'items', dynamicContentSchema, 'dynamic content', aside, options);
  if (!items.ok || items.value.length === 0) return items.ok ? ok([]) : items;
  const locales = await readWhole(client, '/api/v2/locales', 'locales', localeSchema, 'locale', aside, options);
  if (!locales.ok) return locales;
  return ok(items.value.flatMap((item) => toDynamicContent(item, locales.value) ?? []));
}
