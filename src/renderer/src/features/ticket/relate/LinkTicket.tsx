import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import type { TicketHeader } from '#renderer/store/desk-views.ts';
import { ChooserPanel } from '#renderer/ui/ChooserPanel.tsx';
import type { TicketLink } from '#shared/domain/ticket.ts';
import { useChangeTicket } from '../use-ticket-actions.ts';
import { TargetChooser } from './TargetChooser.tsx';

type Props = { readonly detail: TicketDetail; readonly kinds: readonly TicketLink['kind'][] };

const close = (): void => show({ relating: null });

/** Links the ticket with another: first which, then how, where there are several ways. */
export function LinkTicket({ detail, kinds }: Props) {
  const t = useText();
  const desk = useDesk();
  const [target, setTarget] = useState<TicketHeader | null>(null);
  const [text, setText] = useState('');
  const change = useChangeTicket({ id: detail.id, accountId: detail.accountId, number: detail.ticket.number });
  const link = async (kind: TicketLink['kind'], to: TicketHeader): Promise<void> => {
    close();
    const remoteId = (await desk.ticket(to.id))?.ticket.remoteId;
    if (!remoteId) return;
    await change({ linksAdded: [{ kind, remoteId }] }, t(`ticket.linked.${kind}`, { number: to.number }));
  };
  const choose = (to: TicketHeader): void => {
    const [only, ...others] = kinds;
    if (only !== undefined && others.length === 0) void link(only, to);
    else setTarget(to);
  };
  if (target === null)
    return (
      <TargetChooser
        ticketId={detail.id}
        purpose={kinds.length === 1 && kinds[0] === 'problem' ? 'problem' : 'any'}
        label={t(kinds[0] === 'problem' ? 'ticket.relate.problem' : 'ticket.relate.link', {
          number: detail.ticket.number,
        })}
        onChoose={choose}
        onClose={close}
      />
    );
  const ways = kinds.map((kind) => ({ kind, name: t(`ticket.linked.${kind}`, { number: target.number }) }));
  return (
    <ChooserPanel
      label={t('ticket.relate.how', { number: detail.ticket.number })}
      placeholder={t('ticket.relate.how', { number: detail.ticket.number })}
      text={text}
      onText={setText}
      groups={[{ label: '', items: ways.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())) }]}
      keyOf={({ kind }) => kind}
      row={({ name }) => name}
      onChoose={({ kind }) => void link(kind, target)}
      onClose={close}
      empty={t('ticket.pick.none')}
    />
  );
}
