import type { Desk } from './desk.ts';
import type { Macro, Ticket, User } from './model.ts';
import { textToHtml } from './text-html.ts';

/** Placeholders that the desk's own macros use; one that is not known stays as it is, so that it is seen. */
const fill = (desk: Desk, text: string, ticket: Ticket | null, user: User): string =>
  text.replace(/\{\{\s*([a-z_.]+)\s*\}\}/g, (whole, path: string) => {
    const requester = ticket ? desk.store.get('users', ticket.requester_id) : undefined;
    const known: Readonly<Record<string, string | undefined>> = {
      'ticket.id': ticket ? String(ticket.id) : undefined,
      'ticket.title': ticket?.subject,
      'ticket.requester.name': requester?.name,
      'ticket.requester.first_name': requester?.name.split(' ')[0],
      'current_user.name': user.name,
      'current_user.first_name': user.name.split(' ')[0],
    };
    return known[path] ?? whole;
  });

/** The ticket as it would be after a macro; nothing is changed. Without a ticket only what the macro sets. */
export const previewMacro = (
  desk: Desk,
  macro: Macro,
  ticket: Ticket | null,
  user: User,
): Readonly<Record<string, unknown>> => {
  const result: Record<string, unknown> = {};
  let tags = [...(ticket?.tags ?? [])];
  const fields: { id: number; value: unknown }[] = [];
  const comment: Record<string, unknown> = {};
  for (const { field, value } of macro.actions) {
    const text = typeof value === 'string' ? value : (value.at(-1) ?? '');
    const words = text.split(/[\s,]+/).filter((word) => word !== '');
    const custom = /^custom_fields_(\d+)$/.exec(field);
    if (field === 'comment_value' || field === 'comment_value_html') {
      const filled = fill(desk, text, ticket, user);
      comment['body'] = filled;
      comment['html_body'] = field === 'comment_value' ? textToHtml(filled) : filled;
    } else if (field === 'comment_mode_is_public') comment['public'] = text === 'true';
    else if (field === 'current_tags') tags = [...new Set([...tags, ...words])];
    else if (field === 'set_tags') tags = words;
    else if (field === 'remove_tags') tags = tags.filter((tag) => !words.includes(tag));
    else if (custom) fields.push({ id: Number(custom[1]), value: text });
    else if (field === 'assignee_id') result[field] = text === 'current_user' ? user.id : Number(text);
    else if (field === 'group_id') result[field] = text === 'current_groups' ? user.default_group_id : Number(text);
    else result[field] = text;
  }
  if (Object.keys(comment).length > 0) result['comment'] = { public: true, scoped_body: [], ...comment };
  if (macro.actions.some((action) => action.field.endsWith('tags'))) result['tags'] = tags;
  if (fields.length > 0) result['custom_fields'] = fields;
  return result;
};
