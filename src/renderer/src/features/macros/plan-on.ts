import type { Desk } from '#renderer/store/desk-api.ts';
import type { DeskFacts, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { macroJobs } from '#renderer/templates/macro-jobs.ts';
import type { Renderer } from '#renderer/templates/open-renderer.ts';
import { type AccountId, accountOf, type TicketId } from '#shared/domain/ids.ts';
import { isOwnMacro, type Macro } from '#shared/macros/macro.ts';
import type { AttachedFiles, MacroContext, MacroPlan } from '#shared/macros/plan.ts';
import { planMacro } from '#shared/macros/plan-macro.ts';

/** What a macro would do to one ticket. */
export type TicketPlan = { readonly detail: TicketDetail; readonly facts: DeskFacts; readonly plan: MacroPlan };

const NO_FILES: AttachedFiles = { are: 'here', files: [] };

/** Plans a macro on tickets, in their order; one that is not here any more is left out. Nothing is done by it. */
export async function planOn(
  { desk, templates }: { readonly desk: Desk; readonly templates: Renderer },
  macro: Macro,
  ticketIds: readonly TicketId[],
  env: Pick<MacroContext, 'writing' | 'now' | 'snoozeWords'>,
): Promise<readonly TicketPlan[]> {
  const [details, data, facts, attached] = await Promise.all([
    Promise.all(ticketIds.map((id) => desk.ticket(id))),
    desk.templateData(ticketIds),
    factsOf(desk, ticketIds),
    isOwnMacro(macro) ? NO_FILES : desk.macroFiles(macro.id),
  ]);
  const known = details.flatMap((detail, at) => {
    const [seen, of] = [data[at], detail && facts.get(detail.accountId)];
    return detail && seen && of ? [{ detail, facts: of, data: seen }] : [];
  });
  const jobs = await Promise.all(known.map(({ data: seen }) => macroJobs(macro, seen)));
  const rendered = await templates.render(jobs.flat());
  let taken = 0;
  return known.map(({ detail, facts: of }, at) => {
    const own = rendered.slice(taken, taken + (jobs[at]?.length ?? 0));
    taken += own.length;
    return { detail, facts: of, plan: planMacro(macro, contextOf(detail, of, { ...env, attached }), own) };
  });
}

async function factsOf(desk: Desk, ticketIds: readonly TicketId[]): Promise<ReadonlyMap<AccountId, DeskFacts>> {
  const accountIds = [...new Set(ticketIds.map(accountOf))];
  const told = await Promise.all(accountIds.map((id) => desk.facts(id)));
  return new Map(accountIds.flatMap((id, at) => (told[at] ? [[id, told[at]] as const] : [])));
}

const contextOf = (
  { accountId, ticket }: TicketDetail,
  { account, abilities, agents, groups, fields }: DeskFacts,
  env: Pick<MacroContext, 'writing' | 'now' | 'snoozeWords' | 'attached'>,
): MacroContext => ({
  ...env,
  accountId,
  ticket,
  me: account.me,
  myGroupIds: account.me.groupIds,
  agents,
  groups,
  fields,
  hasFollowers: abilities?.followers ?? true,
});
