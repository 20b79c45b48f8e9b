import type { RemoteId } from '../domain/ids.ts';
import type { TicketChanges } from '../outbox/action.ts';
import type { MacroStep, StepOf } from './macro.ts';
import { type MacroContext, type PlanPart, type PlanProblem, stops, warns } from './plan.ts';
import { type RenderedBySteps, textOf } from './plan-words.ts';
import { lastOf } from './steps-of.ts';

/** Status, priority, type and subject. `groupId` is the group that the ticket will be in: it decides what statuses there are. */
export function planPlain(
  steps: readonly MacroStep[],
  context: MacroContext,
  groupId: RemoteId | null,
  texts: RenderedBySteps,
): PlanPart {
  const status = lastOf(steps, 'status');
  const priority = lastOf(steps, 'priority');
  const type = lastOf(steps, 'type');
  const subject = lastOf(steps, 'subject');
  const asked = status ? planStatus(status, context, groupId) : null;
  const named = subject ? planSubject(subject, texts) : null;
  return {
    changes: {
      ...asked?.changes,
      ...(priority ? { priority: priority.priority } : {}),
      ...(type ? { type: type.type } : {}),
      ...named?.changes,
    },
    problems: [...(asked?.problems ?? []), ...(named?.problems ?? [])],
  };
}

function planStatus(
  { status, statusName }: StepOf<'status'>,
  { groups }: MacroContext,
  groupId: RemoteId | null,
): PlanPart {
  const there = groups.find(({ remoteId }) => remoteId === groupId)?.statusNames ?? null;
  const ofStatus = there?.filter((one) => one.status === status) ?? null;
  // Nobody lists closed among what may be chosen.
  if (ofStatus?.length === 0 && status !== 'closed')
    return { changes: { status }, problems: [stops('status-gone', { status: statusName ?? status })] };
  if (statusName === undefined) return { changes: { status }, problems: [] };
  return ofStatus === null || ofStatus.some(({ name }) => name === statusName)
    ? { changes: { status, statusName }, problems: [] }
    : { changes: { status }, problems: [warns('status-name-gone', { status: statusName })] };
}

function planSubject(step: StepOf<'subject'>, texts: RenderedBySteps): PlanPart {
  const { text, unresolved, problems } = textOf(step, texts);
  const subject = text.replace(/\s+/g, ' ').trim();
  const found: PlanProblem[] = [...problems];
  if (unresolved.length > 0) found.push(stops('unresolved', { placeholders: unresolved.join(' ') }));
  if (subject === '' && problems.length === 0) found.push(stops('subject-empty'));
  const changes: TicketChanges = subject === '' ? {} : { subject };
  return { changes, problems: found };
}
