import type { TicketId } from '#shared/domain/ids.ts';
import { accountOf } from '#shared/domain/ids.ts';
import type { Status } from '#shared/domain/ticket.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { problemText } from '../settings/failure-text.ts';

/** `e` and `Shift+A` on the open ticket, or on the one with the bar. */
export function useTicketShortcuts({
  focusedId,
  onSolved,
}: {
  readonly focusedId: TicketId | null;
  /** Called once the change is journalled, before the list hears of it. */
  readonly onSolved: (id: TicketId) => void;
}): void {
  const desk = useDesk();
  const t = useText();
  const accounts = useDeskState((state) => state.accounts);
  const openId = useInterface((state) => state.openTicketId);
  const id = openId ?? focusedId;

  const change = async (
    changes: TicketChanges,
    label: 'app.undo.solved' | 'app.undo.assigned',
    wanted: (ticket: { readonly status: Status; readonly assigneeId: string | null }) => boolean,
    done?: (id: TicketId) => void,
  ): Promise<void> => {
    if (id === null) return;
    const detail = await desk.ticket(id);
    if (!detail || detail.gone || !wanted(detail.ticket)) return;
    const answer = await desk.enqueue({
      accountId: detail.accountId,
      ticketId: id,
      action: { kind: 'update', changes },
    });
    if (!answer.ok) {
      const { what, safe, next } = problemText(t, answer.error);
      show({ refusal: `${what} ${safe} ${next}` });
      return;
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
    done?.(id);
  };

  useCommand(
    'ticket.solve',
    () => {
      if (id === null) return;
      void change({ status: 'solved' }, 'app.undo.solved', ({ status }) => !isDone(status), onSolved);
    },
    () => id !== null,
  );
  useCommand(
    'ticket.assignMe',
    () => {
      const me = id === null ? undefined : accounts?.find((account) => account.id === accountOf(id))?.me.remoteId;
      if (me !== undefined) void change({ assigneeId: me }, 'app.undo.assigned', ({ assigneeId }) => assigneeId !== me);
    },
    () => id !== null,
  );
}
