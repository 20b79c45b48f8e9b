import { useState } from 'react';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import type { TicketHeader } from '#renderer/store/desk-views.ts';
import { MergePreview } from './MergePreview.tsx';
import { TargetChooser } from './TargetChooser.tsx';

const close = (): void => show({ relating: null });

/** Merges the ticket into another: which, then what will happen, then it does. */
export function MergeTicket({ detail, noted }: { readonly detail: TicketDetail; readonly noted: boolean }) {
  const t = useText();
  const [target, setTarget] = useState<TicketHeader | null>(null);
  return target === null ? (
    <TargetChooser
      ticketId={detail.id}
      purpose="merge"
      label={t('ticket.relate.merge', { number: detail.ticket.number })}
      onChoose={setTarget}
      onClose={close}
    />
  ) : (
    <MergePreview detail={detail} target={target} noted={noted} onClose={close} />
  );
}
