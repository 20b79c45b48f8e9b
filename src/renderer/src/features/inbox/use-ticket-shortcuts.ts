import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import type { Status } from '#shared/domain/ticket.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { handled, show, useInterface } from '../../state/interface-state.ts';
import { selectNone } from '../../state/selection.ts';
import { useText } from '../../state/text-context.tsx';
import { underWay } from '../../state/under-way.ts';
import { useChangeMany } from '../batch/index.ts';
import { problemText } from '../settings/failure-text.ts';

/** Solving, and taking over, of what is ticked, or else the open ticket, or else the one with the bar. */
export function useTicketShortcuts(focusedId: TicketId | null): void {
  const desk = useDesk();
  const t = useText();
  const changeMany = useChangeMany();
  const accounts = useDeskState((state) => state.accounts);
  const openId = useInterface((state) => state.openTicketId);
  const selected = useInterface((state) => state.selected);
  const id = openId ?? focusedId;
  const any = (): boolean => id !== null || selected.size > 0;

  const changeOne = async (
    changes: TicketChanges,
    label: 'app.undo.solved' | 'app.undo.assigned',
    wanted: (ticket: { readonly status: Status; readonly assigneeId: string | null }) => boolean,
  ): Promise<readonly TicketId[]> => {
    if (id === null) return [];
    const detail = await desk.ticket(id);
    if (!detail || detail.gone || !wanted(detail.ticket)) return [];
    const answer = await desk.enqueue({
      accountId: detail.accountId,
      ticketId: id,
      action: { kind: 'update', changes },
    });
    if (!answer.ok) {
      const { what, safe, next } = problemText(t, answer.error);
      show({ refusal: `${what} ${safe} ${next}` });
      return [];
    }
    show({
      refusal: null,
      lastAction: {
        entryId: answer.value.entryId,
        ticketId: id,
        notBefore: answer.value.notBefore,
        label: t(label, { number: detail.ticket.number }),
      },
    });
    return [id];
  };
  const change: typeof changeOne = (...what) => underWay(changeOne(...what));
  const meOn = (ticketId: TicketId): string | undefined =>
    accounts?.find((account) => account.id === accountOf(ticketId))?.me.remoteId;

  const solve = async (goesOn: boolean): Promise<void> => {
    const solved =
      selected.size > 0
        ? await changeMany(
            [...selected],
            () => ({ status: 'solved' }),
            (count) => t('batch.solved', { count }),
          )
        : await change({ status: 'solved' }, 'app.undo.solved', ({ status }) => !isDone(status));
    if (solved.length === 0) return;
    // They leave the list: ticked still, they would go along unseen with the next command.
    selectNone();
    if (goesOn) handled(solved);
  };

  const assignMe = async (): Promise<void> => {
    if (selected.size > 0) {
      await changeMany(
        [...selected],
        (ticketId) => {
          const me = meOn(ticketId);
          return me === undefined ? null : { assigneeId: me };
        },
        (count) => t('batch.assigned', { count }),
      );
      return;
    }
    const me = id === null ? undefined : meOn(id);
    if (me !== undefined) await change({ assigneeId: me }, 'app.undo.assigned', ({ assigneeId }) => assigneeId !== me);
  };

  useCommand('ticket.solve', () => void solve(true), any);
  useCommand('ticket.solveAndStay', () => void solve(false), any);
  useCommand('ticket.assignMe', () => void assignMe(), any);
}
