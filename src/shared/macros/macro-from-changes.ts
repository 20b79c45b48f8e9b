import type { Identity } from '../domain/account.ts';
import type { RemoteId } from '../domain/ids.ts';
import type { Action, TicketChanges } from '../outbox/action.ts';
import type { MacroStep } from './macro.ts';
import { type Named, namesToPlaceholders } from './names-to-placeholders.ts';

type Known = {
  readonly requester: Named | null;
  readonly me: Pick<Identity, 'remoteId' | 'name' | 'email'>;
  /** The ticket's, as people call it. */
  readonly number: string;
};

type Fields = NonNullable<TicketChanges['fields']>;

/**
 * The steps of a macro that does again what the agent did to a ticket with these actions, oldest first. The later one of two changes
 * to a field stands, and of several messages the last. Assigning to oneself becomes assigning to whoever runs it, and so does following; links with other
 * tickets are left out, being of that ticket alone. No steps where nothing is left.
 */
export function stepsFromActions(actions: readonly Action[], known: Known): readonly MacroStep[] {
  const steps: MacroStep[] = [];
  const changes: TicketChanges = Object.assign({}, ...actions.map((action) => action.changes));
  const { priority, type, subject, assigneeId, groupId } = changes;
  // The helpdesk's own name goes with the status that it was chosen for.
  const { status, statusName } = actions.findLast((action) => action.changes.status !== undefined)?.changes ?? {};
  if (status !== undefined) steps.push({ do: 'status', status, ...(statusName === undefined ? {} : { statusName }) });
  if (priority !== undefined) steps.push({ do: 'priority', priority });
  if (type !== undefined) steps.push({ do: 'type', type });
  if (subject !== undefined) steps.push({ do: 'subject', text: namesToPlaceholders(subject, known) });
  if (assigneeId !== undefined) steps.push(assignStep(assigneeId, known.me.remoteId));
  if (groupId !== undefined) steps.push({ do: 'group', groupId });
  const tags = cameTo(actions, ({ tagsAdded, tagsRemoved }) => [tagsAdded, tagsRemoved]);
  if (tags.added.length > 0 || tags.removed.length > 0) steps.push({ do: 'tags', ...tags });
  steps.push(...followerSteps(actions, known.me.remoteId));
  const fields: Fields = Object.assign({}, ...actions.map((action) => action.changes.fields));
  for (const [fieldId, value] of Object.entries(fields)) steps.push({ do: 'field', fieldId, value });
  const said = actions.findLast((action) => action.kind !== 'update' && action.kind !== 'forward');
  return said ? [...steps, ...wordSteps(said, known)] : steps;
}

const assignStep = (agentId: RemoteId | null, me: RemoteId): MacroStep =>
  agentId === me ? { do: 'assign-me' } : { do: 'assign', agentId };

function followerSteps(actions: readonly Action[], me: RemoteId): readonly MacroStep[] {
  const asked = cameTo(actions, ({ followersAdded, followersRemoved }) => [followersAdded, followersRemoved]);
  const others = (ids: readonly RemoteId[]): RemoteId[] => ids.filter((id) => id !== me);
  const [added, removed] = [others(asked.added), others(asked.removed)];
  return [
    ...(asked.added.includes(me) ? [{ do: 'follow-me' } as const] : []),
    ...(asked.removed.includes(me) ? [{ do: 'unfollow-me' } as const] : []),
    ...(added.length + removed.length > 0 ? [{ do: 'followers', added, removed } as const] : []),
  ];
}

/** What the actions come to that add and remove such, taken one after the other. */
function cameTo(
  actions: readonly Action[],
  of: (
    changes: TicketChanges,
  ) => readonly [added: readonly string[] | undefined, removed: readonly string[] | undefined],
): { readonly added: string[]; readonly removed: string[] } {
  const added = new Set<string>();
  const removed = new Set<string>();
  for (const { changes } of actions) {
    const [more, fewer] = of(changes);
    for (const one of fewer ?? []) {
      added.delete(one);
      removed.add(one);
    }
    for (const one of more ?? []) {
      removed.delete(one);
      added.add(one);
    }
  }
  return { added: [...added], removed: [...removed] };
}

function wordSteps(said: Exclude<Action, { readonly kind: 'update' }>, known: Known): readonly MacroStep[] {
  const { markdown, files } = said.words;
  const isPublic = said.kind === 'create' ? said.public : said.kind === 'reply';
  const text = namesToPlaceholders(markdown, known);
  const write: MacroStep = { do: 'write', public: isPublic, mode: 'insert', format: 'markdown', text };
  return [
    ...(text.trim() === '' ? [] : [write]),
    ...(files.length === 0 ? [] : [{ do: 'attach' as const, files: [...files] }]),
  ];
}
