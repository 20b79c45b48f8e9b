import { useCallback } from 'react';
import { useActMany } from '#renderer/features/batch/index.ts';
import { loadMarkdown, problemSentence, putIntoDraft } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { handled, show, useInterface } from '#renderer/state/interface-state.ts';
import { selectNone } from '#renderer/state/selection.ts';
import { useTemplates } from '#renderer/state/templates-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { underWay } from '#renderer/state/under-way.ts';
import { useTicker } from '#renderer/ui/ticker.tsx';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Macro } from '#shared/macros/macro.ts';
import type { MacroPlan } from '#shared/macros/plan.ts';
import { problemText } from '#shared/macros/problem-text.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { snoozeWords } from '../triage/index.ts';
import { actionOf, waitsInComposer } from './action-of-plan.ts';
import { planOn, type TicketPlan } from './plan-on.ts';

/** As long as an undo window that has none of its own. */
const OFFERED_MS = 8_000;

/** Plans a macro as things stand now. */
export function usePlanMacro() {
  const t = useText();
  const desk = useDesk();
  const templates = useTemplates();
  const { now } = useTicker();
  return useCallback(
    (macro: Macro, ticketIds: readonly TicketId[]) => {
      const { composer } = useInterface.getState();
      return planOn({ desk, templates }, macro, ticketIds, {
        writing: composer === 'forward' ? null : composer,
        now: now(),
        snoozeWords: snoozeWords(t.locale),
      });
    },
    [desk, templates, now, t],
  );
}

/**
 * Runs a macro on tickets. On one, words that it does not send are put into the composer and everything else waits with them; on
 * several all of it is done at once, and tickets on which it cannot be done are left alone and named. False where nothing was done.
 */
export function useRunMacro() {
  const t = useText();
  const desk = useDesk();
  const { now } = useTicker();
  const actMany = useActMany();
  const planMacro = usePlanMacro();

  const fill = useCallback(
    async ({ title }: Macro, { detail, plan }: TicketPlan): Promise<boolean> => {
      const { accountId, id: ticketId, ticket } = detail;
      const kind = plan.write?.public === false ? 'note' : 'reply';
      const { changes, snoozeUntil, advance } = plan;
      const carried = { title: nameOf(title), changes, snoozeUntil, advance };
      const put = await putIntoDraft(
        desk,
        { accountId, ticketId, kind },
        { write: plan.write, files: plan.files, carried },
      );
      if (!put.ok) {
        show({ refusal: problemSentence(t, put.error) });
        return false;
      }
      show({
        refusal: null,
        lastAction: {
          entryId: `macro ${crypto.randomUUID()}`,
          ticketId,
          notBefore: now() + OFFERED_MS,
          label: t('macros.filled', { macro: nameOf(title), number: ticket.number || '–' }),
          put: put.value,
        },
      });
      return true;
    },
    [desk, now, t],
  );

  const act = useCallback(
    async (macro: Macro, plans: readonly TicketPlan[]): Promise<boolean> => {
      const render = await loadMarkdown();
      const planOf = new Map(plans.map(({ detail, plan }) => [detail.id, plan]));
      const actions = new Map([...planOf].map(([id, plan]) => [id, actionOf(plan, render)]));
      const done = await actMany(
        [...planOf.keys()],
        (id) => actions.get(id) ?? null,
        (count) => t('macros.ran', { macro: nameOf(macro.title), count }),
      );
      const ids = done.map(({ ticketId }) => ticketId);
      const snoozes = [...planOf].flatMap(([ticketId, { snoozeUntil }]) =>
        snoozeUntil === null ? [] : [{ ticketId, snooze: { until: snoozeUntil } }],
      );
      if (snoozes.length > 0) await desk.changeMarks(snoozes);
      show({
        lastMacro: {
          title: nameOf(macro.title),
          tickets: done.flatMap(({ ticketId, entryId }) => {
            const [action, detail] = [
              actions.get(ticketId),
              plans.find(({ detail: { id } }) => id === ticketId)?.detail,
            ];
            return action && detail ? [{ ticketId, entryId, action, before: detail.ticket }] : [];
          }),
        },
      });
      goOn(ids, planOf);
      return ids.length > 0 || snoozes.length > 0;
    },
    [actMany, desk, t],
  );

  return useCallback(
    async (macro: Macro, ticketIds: readonly TicketId[]): Promise<boolean> => {
      const plans = await planMacro(macro, ticketIds);
      const able = plans.filter(({ plan }) => !plan.problems.some(({ blocking }) => blocking));
      const [first] = able;
      if (!first) return false;
      const isOne = ticketIds.length === 1;
      if (!isOne && able.length < plans.length) {
        const [left, why] = [plans.length - able.length, firstProblem(plans)];
        show({ told: { sentence: t('macros.leftAlone', { count: left, why: why ? problemText(t, why) : '' }) } });
      }
      const ran = isOne && waitsInComposer(first.plan) ? await fill(macro, first) : await underWay(act(macro, able));
      if (ran) void desk.recordUse({ kind: 'macro', id: macro.id, ticketIds });
      return ran;
    },
    [planMacro, fill, act, desk, t],
  );
}

/** The last part of a title with folders. */
const nameOf = (title: string): string => title.split('::').at(-1)?.trim() ?? title;

const firstProblem = (plans: readonly TicketPlan[]): MacroPlan['problems'][number] | undefined =>
  plans.flatMap(({ plan }) => plan.problems).find(({ blocking }) => blocking);

/** What the macro says comes next, or what comes after tickets that are done with or put off. */
function goOn(ids: readonly TicketId[], planOf: ReadonlyMap<TicketId, MacroPlan>): void {
  const isLeft = (id: TicketId): boolean => {
    const plan = planOf.get(id);
    const { status } = plan?.changes ?? {};
    return plan !== undefined && (plan.advance !== null || plan.snoozeUntil !== null || (!!status && isDone(status)));
  };
  const left = ids.filter(isLeft);
  if (left.length === 0) return;
  selectNone();
  handled(left, left.map((id) => planOf.get(id)?.advance).find((advance) => advance != null) ?? null);
}
