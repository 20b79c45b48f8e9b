import type { TicketChanges } from '#shared/outbox/action.ts';
import { wireStatusOf } from './map-ticket.ts';
import type { WireCustomStatus } from './wire.ts';

const numberOf = (id: string | null) => (id === null ? null : Number(id));

/** Field changes as a ticket's JSON, tags apart: those depend on what is there. */
export function changesBody(
  changes: TicketChanges,
  customStatuses: readonly WireCustomStatus[],
): Readonly<Record<string, unknown>> {
  const named =
    changes.statusName === undefined
      ? undefined
      : customStatuses.find(
          (status) =>
            status.active &&
            status.agent_label === changes.statusName &&
            (changes.status === undefined || status.status_category === wireStatusOf(changes.status)),
        );
  return {
    ...(changes.status !== undefined && { status: wireStatusOf(changes.status) }),
    ...(named && { custom_status_id: named.id }),
    ...(changes.priority !== undefined && { priority: changes.priority }),
    ...(changes.type !== undefined && { type: changes.type }),
    ...(changes.subject !== undefined && { subject: changes.subject }),
    ...(changes.assigneeId !== undefined && { assignee_id: numberOf(changes.assigneeId) }),
    ...linkBody(changes),
    ...(changes.groupId !== undefined && { group_id: numberOf(changes.groupId) }),
    ...followersBody(changes),
    ...(changes.fields && {
      custom_fields: Object.entries(changes.fields).map(([id, value]) => ({ id: Number(id), value })),
    }),
  };
}

/** An incident names its problem, and is made one by that. Taken away, it stays an incident of none. */
function linkBody({ linksAdded = [], linksRemoved = [] }: TicketChanges): Readonly<Record<string, unknown>> {
  const problem = linksAdded.find(({ kind }) => kind === 'problem');
  if (problem) return { type: 'incident', problem_id: Number(problem.remoteId) };
  return linksRemoved.some(({ kind }) => kind === 'problem') ? { problem_id: null } : {};
}

/** One by one, so that what colleagues add meanwhile stays. */
function followersBody({
  followersAdded = [],
  followersRemoved = [],
}: TicketChanges): Readonly<Record<string, unknown>> {
  const followers = [
    ...followersAdded.map((id) => ({ user_id: Number(id), action: 'put' })),
    ...followersRemoved.map((id) => ({ user_id: Number(id), action: 'delete' })),
  ];
  return followers.length > 0 ? { followers } : {};
}

/** Adds and takes tags without touching the others. */
export function mergeTags(
  there: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  const gone = new Set(removed.map((tag) => tag.toLowerCase()));
  return [...new Set([...there, ...added])].filter((tag) => !gone.has(tag.toLowerCase()));
}
