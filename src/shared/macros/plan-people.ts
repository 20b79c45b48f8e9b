import type { RemoteId } from '../domain/ids.ts';
import type { TicketChanges } from '../outbox/action.ts';
import type { MacroStep } from './macro.ts';
import { type MacroContext, type PlanPart, type PlanProblem, stops, warns } from './plan.ts';
import { lastOf } from './steps-of.ts';

/** Assignee and group. */
export function planPeople(steps: readonly MacroStep[], context: MacroContext): PlanPart {
  const assignee = planAssignee(steps, context);
  const group = planGroup(steps, context);
  const changes: TicketChanges = {
    ...(assignee.id === undefined ? {} : { assigneeId: assignee.id }),
    ...(group.id === undefined ? {} : { groupId: group.id }),
  };
  const isKnown = assignee.problems.length === 0 && group.problems.length === 0;
  return {
    changes,
    problems: [...assignee.problems, ...group.problems, ...(isKnown ? outside(changes, context) : [])],
  };
}

/** `id` is undefined where nothing is set. */
type Choice = { readonly id?: RemoteId | null; readonly problems: readonly PlanProblem[] };

function planAssignee(steps: readonly MacroStep[], { me, agents }: MacroContext): Choice {
  const step = lastOf(steps, 'assign', 'assign-me');
  if (!step) return { problems: [] };
  if (step.do === 'assign-me') return { id: me.remoteId, problems: [] };
  const { agentId } = step;
  if (agentId === null || agentId === me.remoteId || agents.length === 0) return { id: agentId, problems: [] };
  const agent = agents.find(({ remoteId }) => remoteId === agentId);
  if (!agent) return { id: agentId, problems: [stops('agent-gone')] };
  return { id: agentId, problems: agent.active ? [] : [stops('agent-inactive', { agent: agent.name })] };
}

function planGroup(steps: readonly MacroStep[], { myGroupIds, groups }: MacroContext): Choice {
  const step = lastOf(steps, 'group', 'my-group');
  if (!step) return { problems: [] };
  if (step.do === 'my-group') {
    const [id] = myGroupIds;
    return id === undefined ? { problems: [stops('no-group')] } : { id, problems: [] };
  }
  const { groupId } = step;
  const isThere = groupId === null || groups.length === 0 || groups.some(({ remoteId }) => remoteId === groupId);
  return { id: groupId, problems: isThere ? [] : [stops('group-gone')] };
}

/**
 * Helpdesks refuse an assignee who is not in the group. Without a group of the macro's they take the agent's own; without an
 * assignee of the macro's they leave the ticket to nobody.
 */
function outside({ assigneeId, groupId }: TicketChanges, context: MacroContext): readonly PlanProblem[] {
  if (groupId == null) return [];
  const id = assigneeId === undefined ? context.ticket.assigneeId : assigneeId;
  if (id === null) return [];
  const agent = context.agents.find(({ remoteId }) => remoteId === id);
  const groupIds = id === context.me.remoteId ? context.myGroupIds : (agent?.groupIds ?? []);
  // Not every helpdesk tells who is in which group.
  if (groupIds.length === 0 || groupIds.includes(groupId)) return [];
  const values = {
    agent: agent?.name ?? (id === context.me.remoteId ? context.me.name : id),
    group: context.groups.find(({ remoteId }) => remoteId === groupId)?.name ?? groupId,
  };
  return [assigneeId === undefined ? warns('assignee-outside', values) : stops('agent-outside', values)];
}
