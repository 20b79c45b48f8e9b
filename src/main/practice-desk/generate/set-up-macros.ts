import { MACROS, type MacroText } from '../data/macros.ts';
import { WORKFLOWS } from '../data/macros-workflow.ts';
import { addAttachment, type Desk, FIRST } from '../desk.ts';
import type { Macro, User } from '../model.ts';
import { FIELD, isField, withFieldIds } from './field-ids.ts';

/** Fields and values by the names that the shop's own list of macros has for them. */
export const setUpMacros = (
  desk: Desk,
  { groupIds, you }: { readonly groupIds: Readonly<Record<string, number>>; readonly you: User },
  dates: Pick<Macro, 'created_at' | 'updated_at'>,
): void => {
  const { store } = desk;
  const action = ([name, value]: MacroText['actions'][number]): Macro['actions'][number] => {
    if (isField(name)) return { field: `custom_fields_${FIELD[name]}`, value };
    if (name === 'group') return { field: 'group_id', value: String(groupIds[String(value)] ?? '') };
    if (name === 'follower_name') {
      const agent = store.all('users').find((user) => user.name === value);
      return { field: 'follower', value: String(agent?.id ?? '') };
    }
    if (name === 'status_name') {
      const status = store.all('customStatuses').find(({ agent_label }) => agent_label === value);
      return { field: 'custom_status_id', value: String(status?.id ?? '') };
    }
    return { field: name, value: typeof value === 'string' ? withFieldIds(value) : value.map(withFieldIds) };
  };
  const restriction = ({ group, personal }: MacroText): Macro['restriction'] => {
    if (personal) return { type: 'User', id: you.id, ids: [you.id] };
    const ids = (group ?? []).flatMap((name) => groupIds[name] ?? []);
    return ids[0] === undefined ? null : { type: 'Group', id: ids[0], ids };
  };
  const attached = (file_name: string, text: string): number =>
    addAttachment(desk, { file_name, content_type: 'text/plain', bytes: new TextEncoder().encode(text) }).id;
  for (const [index, macro] of [...MACROS, ...WORKFLOWS].entries())
    store.put('macros', {
      id: store.nextId('macros', FIRST.macros),
      title: macro.title,
      description: macro.description,
      active: true,
      position: index + 1,
      actions: macro.actions.map(action),
      restriction: restriction(macro),
      ...(macro.files && { attachment_ids: Object.entries(macro.files).map(([name, text]) => attached(name, text)) }),
      ...dates,
    });
};
