import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useActMany } from '#renderer/features/batch/index.ts';
import { loadMarkdown, problemSentence, putIntoDraft } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { handled, show, useInterface } from '#renderer/state/interface-state.ts';
import { selectNone } from '#renderer/state/selection.ts';
import { useTemplates } from '#renderer/state/templates-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { underWay } from '#renderer/state/under-way.ts';
import type { MarkChange } from '#renderer/store/desk-actions.ts';
import type { UsedThing } from '#renderer/store/desk-own.ts';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { wordsToSend } from '#shared/composer/signature.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Macro } from '#shared/macros/macro.ts';
import type { MacroPlan } from '#shared/macros/plan.ts';
import { problemText } from '#shared/macros/problem-text.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { snoozeWords } from '../triage/index.ts';
import { actionOf, carriedOf, draftOf, kindOf, nameOf, waitsInComposer } from './action-of-plan.ts';
import { planOn, type TicketPlan } from './plan-on.ts';

/** As long as an undo window that has none of its own. */
const OFFERED_MS = 8_000;

/**
 * blocked: something stands in its way on every ticket; not-done: it would change nothing, or was refused, as is said elsewhere; running:
 * one is being run.
 */
export type MacroRun = 'done' | 'blocked' | 'not-done' | 'running';

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
 * several all of it is done at once, and tickets on which it cannot be done are left alone and named. Pressed twice it is run once.
 */
export function useRunMacro() {
  const t = useText();
  const desk = useDesk();
  const { now } = useTicker();
  const client = useQueryClient();
  const actMany = useActMany();
  const planMacro = usePlanMacro();

  /** Both answer with the tickets on which it went into something; null where nothing came of it. */
  const fill = useCallback(
    async (macro: Macro, { detail, plan }: TicketPlan): Promise<readonly TicketId[] | null> => {
      const { accountId, id: ticketId, ticket } = detail;
      const put = await putIntoDraft(
        desk,
        { accountId, ticketId, kind: kindOf(plan) },
        { write: plan.write, files: plan.files, carried: carriedOf(macro, plan) },
      );
      if (!put.ok) {
        show({ refusal: problemSentence(t, put.error) });
        return null;
      }
      show({
        refusal: null,
        lastAction: {
          entryId: `macro ${crypto.randomUUID()}`,
          ticketId,
          notBefore: now() + OFFERED_MS,
          label: t('macros.filled', { macro: nameOf(macro), number: ticket.number || '–' }),
          put: put.value,
        },
      });
      return [ticketId];
    },
    [desk, now, t],
  );

  const act = useCallback(
    async (macro: Macro, plans: readonly TicketPlan[]): Promise<readonly TicketId[] | null> => {
      const render = await loadMarkdown();
      const { signatures } = useDeskState.getState().settings;
      const planOf = new Map(plans.map(({ detail, plan }) => [detail.id, plan]));
      const actions = new Map(
        plans.map(({ detail: { id, accountId, ticket }, plan }) => {
          const message = { kind: kindOf(plan), accountId, groupId: ticket.groupId };
          const complete = (text: string): string => wordsToSend(text, message, signatures);
          return [id, actionOf(plan, { complete, render })];
        }),
      );
      const drafts = new Map(plans.map(({ detail, plan }) => [detail.id, draftOf(macro, plan)]));
      const snoozes = plans.flatMap(({ detail: { id }, plan: { snoozeUntil } }) =>
        snoozeUntil === null ? [] : [{ ticketId: id, snooze: { until: snoozeUntil } }],
      );
      const label = (count: number): string => t('macros.ran', { macro: nameOf(macro), count });
      let marks: readonly MarkChange[] = [];
      const done = await actMany([...planOf.keys()], (id) => actions.get(id) ?? null, label, {
        draftFor: (id) => drafts.get(id),
        alongside: async (isRefused) => {
          const changes = snoozes.filter(({ ticketId }) => !isRefused(ticketId));
          marks = changes.length === 0 ? [] : await desk.changeMarks(changes);
          return marks;
        },
      });
      const ids = [...new Set([...done, ...marks].map(({ ticketId }) => ticketId))];
      if (ids.length === 0) return null;
      show({
        lastMacro: {
          title: nameOf(macro),
          tickets: done.flatMap(({ ticketId, entryId }) => {
            const [action, detail] = [
              actions.get(ticketId),
              plans.find(({ detail: { id } }) => id === ticketId)?.detail,
            ];
            return action && detail ? [{ ticketId, entryId, action, before: detail.ticket }] : [];
          }),
          marks,
        },
      });
      goOn(ids, planOf);
      return done.map(({ ticketId }) => ticketId);
    },
    [actMany, desk, t],
  );

  const recordUse = useCallback(
    async ({ id }: Macro, used: Omit<UsedThing, 'kind' | 'id'>): Promise<void> => {
      await desk.recordUse({ kind: 'macro', id, ...used });
      await client.invalidateQueries({ queryKey: ['macros'] });
    },
    [desk, client],
  );

  const runOnce = useCallback(
    async (macro: Macro, ticketIds: readonly TicketId[]): Promise<MacroRun> => {
      const plans = await planMacro(macro, ticketIds);
      const able = plans.filter(({ plan }) => !plan.problems.some(({ blocking }) => blocking));
      const [first] = able;
      if (!first) return 'blocked';
      const isOne = ticketIds.length === 1;
      if (!isOne && able.length < plans.length) {
        const [left, why] = [plans.length - able.length, firstProblem(plans)];
        show({ told: { sentence: t('macros.leftAlone', { count: left, why: why ? problemText(t, why) : '' }) } });
      }
      const at = now();
      const waits = isOne && waitsInComposer(first.plan);
      const into = waits ? await fill(macro, first) : await underWay(act(macro, able));
      if (into === null) return 'not-done';
      // A number key runs it without a look at the preview.
      const unasked = able.flatMap(({ plan }) => plan.problems).find(({ code }) => code === 'files-unasked');
      if (unasked) show({ told: { sentence: problemText(t, unasked) } });
      void recordUse(macro, { ticketIds, at, into, waits });
      return 'done';
    },
    [planMacro, fill, act, recordUse, now, t],
  );

  // State is too late for a second press in the same frame.
  const running = useRef(false);
  return useCallback(
    async (macro: Macro, ticketIds: readonly TicketId[]): Promise<MacroRun> => {
      if (running.current) return 'running';
      running.current = true;
      try {
        return await runOnce(macro, ticketIds);
      } finally {
        running.current = false;
      }
    },
    [runOnce],
  );
}

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
