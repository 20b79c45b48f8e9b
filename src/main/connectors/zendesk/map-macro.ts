import type { Macro, TicketField } from '#shared/domain/desk.ts';
import { PRIORITIES, STATUSES, TICKET_TYPES } from '#shared/domain/ticket.ts';
import type { MacroStep, Restriction, StepOf } from '#shared/macros/macro.ts';
import { fieldStep } from './map-macro-field.ts';
import { statusOf } from './map-ticket.ts';
import type { WireCustomStatus, WireMacro } from './wire.ts';

/** What mapping needs of the account beside the macro. */
export type MacroMapContext = {
  readonly fields: readonly TicketField[];
  readonly customStatuses: readonly WireCustomStatus[];
  /** Whether macros say by themselves which files they have. */
  readonly tellsAttachments: boolean;
};
type Action = WireMacro['actions'][number];

/** A macro with its actions as steps, in their order; an action without counterpart is an unknown step. */
export function toMacro(wire: WireMacro, context: MacroMapContext): Macro {
  const isPublic = modeOf(wire.actions);
  const steps = wire.actions.flatMap((action): readonly MacroStep[] =>
    action.field === 'comment_mode_is_public' ? [] : [stepOf(action, isPublic, context)],
  );
  // A macro that only says whether one writes to the customer or to the team opens that without a word.
  const opens = isPublic !== null && !steps.some((step) => step.do === 'write');
  return {
    remoteId: String(wire.id),
    title: wire.title,
    description: wire.description ?? '',
    active: wire.active,
    position: wire.position ?? 0,
    restriction: restrictionOf(wire.restriction),
    steps: opens ? [...steps, written(isPublic, 'markdown', '')] : steps,
    attachments: attachmentsOf(wire, context),
    updatedAt: wire.updated_at,
  };
}

/** Files go with a comment, so that a macro that writes none has none. */
function attachmentsOf(
  { attachments, actions }: WireMacro,
  { tellsAttachments }: MacroMapContext,
): Macro['attachments'] {
  if (attachments) return attachments.length > 0 ? 'some' : 'none';
  return tellsAttachments || !actions.some(({ field }) => field.startsWith('comment_value')) ? 'none' : 'unasked';
}

/** Null where the macro leaves it to the agent. */
function modeOf(actions: readonly Action[]): boolean | null {
  const said = actions.findLast(({ field }) => field === 'comment_mode_is_public');
  return said === undefined ? null : textOf(said.value) === 'true';
}

const textOf = (value: Action['value']): string => (Array.isArray(value) ? value.join(' ') : (value ?? ''));
const tagsOf = (text: string): string[] => [...new Set(text.split(/[\s,]+/).filter((tag) => tag !== ''))];

/**
 * What an action means, after Zendesk's "Actions reference" (developer.zendesk.com/documentation/ticketing/reference-guides/
 * actions-reference). An empty string takes away what the field holds. `current_groups` is what Zendesk's own form of a macro offers
 * for the group, and `current_user` what it offers for the follower.
 */
function stepOf(action: Action, isPublic: boolean | null, context: MacroMapContext): MacroStep {
  const { field, value } = action;
  const text = textOf(value);
  const custom = /^custom_fields_(\d+)$/.exec(field)?.[1];
  if (custom !== undefined) return fieldStep(custom, value, context.fields) ?? unknown(action);
  switch (field) {
    case 'status': {
      const status = STATUSES.find((one) => one === (text === 'hold' ? 'on-hold' : text));
      return status === undefined ? unknown(action) : { do: 'status', status };
    }
    case 'custom_status_id': {
      const status = context.customStatuses.find((one) => String(one.id) === text && one.active);
      return status
        ? { do: 'status', status: statusOf(status.status_category), statusName: status.agent_label }
        : unknown(action);
    }
    case 'priority': {
      const priority = text === '' ? null : PRIORITIES.find((one) => one === text);
      return priority === undefined ? unknown(action) : { do: 'priority', priority };
    }
    case 'type': {
      const type = text === '' ? null : TICKET_TYPES.find((one) => one === text);
      return type === undefined ? unknown(action) : { do: 'type', type };
    }
    case 'subject':
      return { do: 'subject', text };
    case 'assignee_id':
      if (text === 'current_user') return { do: 'assign-me' };
      return /^\d*$/.test(text) ? { do: 'assign', agentId: text || null } : unknown(action);
    case 'group_id':
      if (text === 'current_groups') return { do: 'my-group' };
      return /^\d*$/.test(text) ? { do: 'group', groupId: text || null } : unknown(action);
    case 'set_tags':
      return { do: 'set-tags', tags: tagsOf(text) };
    case 'current_tags':
      return { do: 'tags', added: tagsOf(text), removed: [] };
    case 'remove_tags':
      return { do: 'tags', added: [], removed: tagsOf(text) };
    case 'follower':
      if (text === 'current_user') return { do: 'follow-me' };
      return /^\d+$/.test(text) ? { do: 'followers', added: [text], removed: [] } : unknown(action);
    case 'comment_value':
      return writeStep(value, 'markdown', isPublic) ?? unknown(action);
    case 'comment_value_html':
      return writeStep(value, 'html', isPublic) ?? unknown(action);
    default:
      return unknown(action);
  }
}

const unknown = ({ field, value }: Action): MacroStep => ({ do: 'unknown', field, value: textOf(value) });

const written = (isPublic: boolean | null, format: StepOf<'write'>['format'], text: string): StepOf<'write'> => ({
  do: 'write',
  public: isPublic,
  mode: 'insert',
  format,
  text,
});

const CHANNELS: Readonly<Record<string, StepOf<'write'>['only']>> = {
  'channel:all': undefined,
  'channel:web': 'other',
  'channel:chat': 'chat',
};

/** A text by itself, or the channel that it is for and the text; null for a channel that is not known. */
function writeStep(
  value: Action['value'],
  format: StepOf<'write'>['format'],
  isPublic: boolean | null,
): MacroStep | null {
  if (!Array.isArray(value)) return written(isPublic, format, value ?? '');
  const [channel, text] = value.length === 1 ? ['channel:all', value[0]] : value;
  if (channel === undefined || text === undefined || !(channel in CHANNELS)) return null;
  const only = CHANNELS[channel];
  return { ...written(isPublic, format, text), ...(only === undefined ? {} : { only }) };
}

/** Zendesk restricts a macro to groups or to one user. */
function restrictionOf(wire: WireMacro['restriction']): Restriction | null {
  if (!wire) return null;
  const ids = (wire.ids ?? (wire.id == null ? [] : [wire.id])).map(String);
  if (wire.type === 'Group') return { groupIds: ids, agentIds: [] };
  return wire.type === 'User' ? { groupIds: [], agentIds: ids } : null;
}
