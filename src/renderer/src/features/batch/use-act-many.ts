import { useCallback } from 'react';
import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { show } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { underWay } from '../../state/under-way.ts';
import type { MarkChange } from '../../store/desk-actions.ts';
import { useTicker } from '../../ui/ticker.tsx';
import { problemText } from '../settings/failure-text.ts';

/** So many at once fit into one write and one look: what is more is better done by the helpdesk itself. */
const MOST_AT_ONCE = 2_000;

/** How long marks alone are offered to be taken back, in ms: they leave for nowhere. */
const OFFERED_MS = 8_000;

/** Null for a ticket that is to stay as it is. */
type ActionFor = (ticketId: TicketId) => Action | null;

/** What goes with the actions. */
type More = {
  /** What the words of a ticket's action were made of. */
  readonly draftFor?: (ticketId: TicketId) => OutboxEntry['draft'];
  /** Sets marks, of tickets for which nothing was refused; answers with what takes them back, which goes back with the rest. */
  readonly alongside?: (isRefused: (ticketId: TicketId) => boolean) => Promise<readonly MarkChange[]>;
};

export type ActedOn = { readonly ticketId: TicketId; readonly entryId: string };

/**
 * Does something to many tickets, with one way back. `label` is the sentence of the toast for so many tickets. Answers with those
 * that it was done to.
 */
export function useActMany() {
  const desk = useDesk();
  const t = useText();
  const { now } = useTicker();
  return useCallback(
    async (
      ticketIds: readonly TicketId[],
      actionFor: ActionFor,
      label: (count: number) => string,
      { draftFor, alongside }: More = {},
    ): Promise<readonly ActedOn[]> => {
      if (ticketIds.length > MOST_AT_ONCE) {
        show({ refusal: t('batch.tooMany', { most: MOST_AT_ONCE }) });
        return [];
      }
      const requests = ticketIds.flatMap((ticketId) => {
        const action = actionFor(ticketId);
        return action ? [{ accountId: accountOf(ticketId), ticketId, action, draft: draftFor?.(ticketId) }] : [];
      });
      const act = async () => {
        const all = await desk.enqueueAll(requests);
        const refusedIds = new Set(all.refused.map(({ ticketId }) => ticketId));
        return { ...all, marks: (await alongside?.((id) => refusedIds.has(id))) ?? [] };
      };
      const { batchId, accepted, refused, marks } = await underWay(act());
      const [first] = accepted;
      const untouched = ticketIds.length - accepted.length - refused.length;
      const [problem] = refused;
      const why = problem ? problemText(t, problem.problem) : null;
      show({
        refusal: why && t('batch.refused', { count: refused.length, why: `${why.what} ${why.safe} ${why.next}` }),
      });
      if (!first) {
        const marked = marks[0]?.ticketId;
        if (marked !== undefined)
          show({
            lastAction: {
              entryId: `marks ${crypto.randomUUID()}`,
              ticketId: marked,
              notBefore: now() + OFFERED_MS,
              label: label(marks.length),
              marks,
            },
          });
        else if (!why) show({ told: { sentence: t('batch.nothingToDo', { count: untouched }) } });
        return [];
      }
      const what = label(accepted.length);
      const sentence = untouched > 0 ? t('batch.withUntouched', { what, count: untouched }) : what;
      show({
        batch: {
          id: batchId,
          label: what,
          accountIds: [...new Set(accepted.map(({ ticketId }) => accountOf(ticketId)))],
        },
        lastAction: {
          entryId: batchId,
          ticketId: first.ticketId,
          notBefore: first.notBefore,
          label: sentence,
          entryIds: accepted.map(({ entryId }) => entryId),
          ...(marks.length > 0 ? { alongside: marks } : {}),
        },
      });
      return accepted.map(({ ticketId, entryId }) => ({ ticketId, entryId }));
    },
    [desk, t, now],
  );
}
