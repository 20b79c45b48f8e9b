import { parseSnoozeTime } from '../mine/snooze-time.ts';
import type { TicketChanges } from '../outbox/action.ts';
import type { Macro, MacroStep } from './macro.ts';
import { type MacroContext, type MacroPlan, type PlanProblem, stops, warns } from './plan.ts';
import { planFields } from './plan-fields.ts';
import { planFollowers } from './plan-followers.ts';
import { planLines } from './plan-lines.ts';
import { planPeople } from './plan-people.ts';
import { planPlain } from './plan-plain.ts';
import { planTags } from './plan-tags.ts';
import { planWords, type RenderedTemplate, renderedBySteps } from './plan-words.ts';
import { requiredButEmpty } from './required-fields.ts';
import { lastOf, stepsOf } from './steps-of.ts';

/**
 * What `macro` would do to a ticket, all of it looked at before anything is done. `rendered` are its texts filled in for this ticket, in
 * the order of `templatesOf`. Of two steps that set the same field the later one stands; tags are set, then added, then removed,
 * whatever the order of the steps, as Zendesk does, and followers likewise. A plan with a blocking problem is not carried out.
 */
export function planMacro(macro: Macro, context: MacroContext, rendered: readonly RenderedTemplate[]): MacroPlan {
  const { steps } = macro;
  const texts = renderedBySteps(steps, rendered);
  const people = planPeople(steps, context);
  const groupId = people.changes.groupId === undefined ? context.ticket.groupId : people.changes.groupId;
  const plain = planPlain(steps, context, groupId, texts);
  const tags = planTags(steps, context.ticket);
  const followers = planFollowers(steps, context);
  const fields = planFields(steps, context);
  const parts = [plain, people, tags, followers, fields];
  const changes: TicketChanges = Object.assign({}, ...parts.map((part) => part.changes));
  const { attached } = context;
  const files = [
    ...stepsOf(steps, 'attach').flatMap((step) => step.files),
    ...(attached.are === 'here' ? attached.files : []),
  ];
  const words = planWords(steps, context, texts, files.length > 0);
  const snooze = lastOf(steps, 'snooze');
  const snoozeUntil = snooze ? parseSnoozeTime(snooze.until, context.now, context.snoozeWords) : null;
  return {
    changes,
    lines: planLines(changes, context),
    write: words.write,
    files,
    send: words.send,
    snoozeUntil,
    advance: lastOf(steps, 'then')?.what ?? null,
    problems: [
      ...mayRun(macro, context),
      ...parts.flatMap((part) => part.problems),
      ...requiredButEmpty(changes, context).map((title) => stops('field-required', { field: title })),
      ...words.problems,
      ...(snooze && snoozeUntil === null ? [stops('snooze-time', { until: snooze.until })] : []),
      ...(attached.are === 'away' ? [stops('files-away')] : []),
      ...(attached.are === 'unasked' ? [warns('files-unasked')] : []),
      ...unknownSteps(steps),
    ],
  };
}

/** Whether the macro may be run here at all. */
function mayRun(
  { accountId, restriction }: Macro,
  { ticket, me, myGroupIds, ...context }: MacroContext,
): PlanProblem[] {
  const isMine =
    restriction === null ||
    restriction.agentIds.includes(me.remoteId) ||
    restriction.groupIds.some((id) => myGroupIds.includes(id));
  return [
    ...(ticket.status === 'closed' ? [stops('ticket-closed')] : []),
    ...(accountId !== null && accountId !== context.accountId ? [stops('other-account')] : []),
    ...(isMine ? [] : [stops('restricted')]),
  ];
}

const unknownSteps = (steps: readonly MacroStep[]): PlanProblem[] =>
  [...new Set(stepsOf(steps, 'unknown').map(({ field }) => field))].map((field) => warns('unknown-step', { field }));
