import { customStatusFor } from './check-input.ts';
import { type Desk, iso } from './desk.ts';
import { lookupFor } from './macro-lookup.ts';
import { fillText } from './macro-text.ts';
import type { CustomValue, DeskStatus, Macro, Ticket, User } from './model.ts';
import { escapeHtml, htmlToText, textToHtml } from './text-html.ts';

type Value = Macro['actions'][number]['value'];
const DAY_MS = 86_400_000;

const textOf = (value: Value): string => (typeof value === 'string' ? value : (value.at(-1) ?? ''));
const wordsOf = (value: Value): readonly string[] =>
  textOf(value)
    .split(/[\s,]+/)
    .filter((word) => word !== '');

/** The ticket as it would be after a macro; nothing is changed. Without a ticket only what the macro sets. */
export const previewMacro = (
  desk: Desk,
  macro: Macro,
  ticket: Ticket | null,
  user: User,
): Readonly<Record<string, unknown>> => {
  const result: Record<string, unknown> = {};
  const lookup = lookupFor(desk, ticket, user);
  const fields: { readonly id: number; readonly value: CustomValue }[] = [];
  for (const { field, value } of macro.actions) {
    const text = textOf(value);
    const custom = /^custom_fields_(\d+)$/.exec(field);
    if (custom) fields.push({ id: Number(custom[1]), value: customValue(desk, Number(custom[1]), value) });
    else if (field === 'assignee_id') result[field] = text === 'current_user' ? user.id : idOf(text);
    else if (field === 'group_id') result[field] = text === 'current_groups' ? user.default_group_id : idOf(text);
    // One line, also of a chat's ticket, whose subject is how it began.
    else if (field === 'subject') result[field] = fillText(text, lookup).replace(/\s+/g, ' ').trim();
    else if (field === 'status') Object.assign(result, statusOf(desk, text, ticket));
    else if (field === 'custom_status_id') {
      const status = desk.store.get('customStatuses', Number(text));
      if (status) Object.assign(result, { status: status.status_category, custom_status_id: status.id });
    } else if (!/^comment_|^follower$|tags$/.test(field)) result[field] = text === '' ? null : text;
  }
  const comment = commentOf(
    macro,
    ticket,
    (text) => fillText(text, lookup),
    (path) => {
      const found = lookup(path);
      return typeof found === 'string' ? escapeHtml(found) : found;
    },
  );
  if (comment) result['comment'] = comment;
  if (macro.actions.some((action) => action.field.endsWith('tags'))) result['tags'] = tagsAfter(macro, ticket);
  if (macro.actions.some(({ field }) => field === 'follower'))
    result['follower_ids'] = followersAfter(macro, ticket, user);
  if (fields.length > 0) result['custom_fields'] = fieldsAfter(ticket, fields);
  return result;
};

const idOf = (text: string): number | null => (text === '' ? null : Number(text));

/** A status keeps the name that the ticket has, where that is one of its own. */
const statusOf = (desk: Desk, text: string, ticket: Ticket | null) => {
  const status = text as DeskStatus;
  return ticket?.status === status ? { status } : { status, custom_status_id: customStatusFor(desk, status) };
};

/** Set, then added, then removed, whatever the order of the actions. */
const tagsAfter = ({ actions }: Macro, ticket: Ticket | null): readonly string[] => {
  const words = (field: string) =>
    actions.filter((action) => action.field === field).map(({ value }) => wordsOf(value));
  const start = words('set_tags').at(-1) ?? ticket?.tags ?? [];
  const gone = words('remove_tags').flat();
  return [...new Set([...start, ...words('current_tags').flat()])].filter((tag) => !gone.includes(tag));
};

/** A macro can only add them. */
const followersAfter = ({ actions }: Macro, ticket: Ticket | null, user: User): readonly number[] => {
  const added = actions.flatMap(({ field, value }) =>
    field !== 'follower' ? [] : [textOf(value) === 'current_user' ? user.id : Number(textOf(value))],
  );
  return [...new Set([...(ticket?.follower_ids ?? []), ...added])];
};

const customValue = (desk: Desk, id: number, value: Value): CustomValue => {
  const text = textOf(value);
  switch (desk.store.get('ticketFields', id)?.type) {
    case 'checkbox':
      return text === 'true';
    case 'date':
      return value[0] === 'days_from_now' ? iso(desk.now() + Number(text) * DAY_MS).slice(0, 10) : text || null;
    default:
      return text === '' ? null : text;
  }
};

const fieldsAfter = (ticket: Ticket | null, set: Ticket['custom_fields']): Ticket['custom_fields'] => {
  const last = new Map(set.map((field) => [field.id, field]));
  return ticket ? ticket.custom_fields.map((field) => last.get(field.id) ?? field) : [...last.values()];
};

/** The last text for the ticket's channel goes before the last that is for all of them. */
const commentOf = (
  { actions }: Macro,
  ticket: Ticket | null,
  fill: (text: string) => string,
  inHtml: (path: string) => string | null | undefined,
) => {
  const channel = ticket?.via.channel === 'chat' ? 'channel:chat' : 'channel:web';
  const said = actions.filter(({ field }) => field === 'comment_value' || field === 'comment_value_html');
  const isFor = (wanted: string) => (action: Macro['actions'][number]) =>
    wanted === (typeof action.value === 'string' ? 'channel:all' : action.value[0]);
  const text = said.findLast(isFor(channel)) ?? said.findLast(isFor('channel:all'));
  const mode = actions.findLast(({ field }) => field === 'comment_mode_is_public');
  if (!text && !mode) return null;
  const isPublic = mode === undefined || textOf(mode.value) === 'true';
  if (!text) return { public: isPublic, scoped_body: [] };
  if (text.field === 'comment_value') {
    const body = fill(textOf(text.value));
    return { public: isPublic, scoped_body: [], body, html_body: textToHtml(body) };
  }
  const html = fillText(textOf(text.value), inHtml);
  return { public: isPublic, scoped_body: [], body: htmlToText(html), html_body: html };
};
