import { DEFAULT_LOCALE, localeIdOf } from './data/locales.ts';
import type { Desk } from './desk.ts';
import { fillText, type Lookup } from './macro-text.ts';
import type { Ticket, User } from './model.ts';
import type { DeskStore } from './store.ts';

/** What the placeholders of the desk's macros stand for, under the names of Zendesk's reference of them. */
export const lookupFor = (desk: Desk, ticket: Ticket | null, user: User): Lookup => {
  const { store } = desk;
  const person = (path: string, one: User | undefined): readonly (readonly [string, string | null])[] => [
    [`${path}.name`, one?.name ?? null],
    [`${path}.first_name`, one?.name.split(' ')[0] ?? null],
    [`${path}.email`, one?.email ?? null],
    [`${path}.phone`, one?.phone ?? null],
  ];
  const known = new Map<string, string | null>(person('current_user', user));
  if (!ticket) return (path) => known.get(path);
  const found = <Table extends 'groups' | 'organizations' | 'users'>(table: Table, id: number | null) =>
    id === null ? undefined : store.get(table, id);
  const fields = ticket.custom_fields.flatMap(({ id, value }): readonly (readonly [string, string | null])[] => {
    const options = store.get('ticketFields', id)?.custom_field_options ?? [];
    const text = value === null || value === '' ? null : String(value);
    return [
      [`ticket.ticket_field_${id}`, text],
      [`ticket.ticket_field_option_title_${id}`, options.find((option) => option.value === text)?.name ?? null],
    ];
  });
  const all: readonly (readonly [string, string | null])[] = [
    ['ticket.id', String(ticket.id)],
    ['ticket.title', ticket.subject],
    ['ticket.tags', ticket.tags.join(' ')],
    ['ticket.group.name', found('groups', ticket.group_id)?.name ?? null],
    ['ticket.organization.name', found('organizations', ticket.organization_id)?.name ?? null],
    ...person('ticket.requester', found('users', ticket.requester_id)),
    ...person('ticket.assignee', found('users', ticket.assignee_id)),
    ...fields,
  ];
  for (const [path, value] of all) known.set(path, value);
  const localeId = localeIdOf(found('users', ticket.requester_id)?.locale ?? DEFAULT_LOCALE);
  return (path) => known.get(path) ?? contentFor(store, path, localeId, known);
};

/** Dynamic content in the requester's language, or the default one, with its own placeholders filled in. */
const contentFor = (
  store: DeskStore,
  placeholder: string,
  localeId: number,
  known: ReadonlyMap<string, string | null>,
): string | null | undefined => {
  const item = store.all('dynamicContent').find((one) => one.placeholder === `{{${placeholder}}}`);
  if (!item) return known.get(placeholder);
  const active = item.variants.filter((variant) => variant.active);
  const variant = active.find(({ locale_id }) => locale_id === localeId) ?? active.find((one) => one.default);
  return variant ? fillText(variant.content, (path) => known.get(path)) : null;
};
