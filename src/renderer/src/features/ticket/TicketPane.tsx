import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { Composer } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { conversationQuery, ticketQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { useMedia } from '#renderer/ui/use-media.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { Conversation } from './conversation/Conversation.tsx';
import { Meanwhile } from './conversation/Meanwhile.tsx';
import { useMarkRead } from './conversation/use-mark-read.ts';
import { useRefresh } from './conversation/use-refresh.ts';
import { FactsColumn } from './facts/FactsColumn.tsx';
import { TicketHeader } from './TicketHeader.tsx';
import styles from './TicketPane.module.css';

/** The conversation with a composer under it and the ticket's facts at its right. */
export function TicketPane({ ticketId }: { readonly ticketId: TicketId }) {
  return <TicketView key={ticketId} ticketId={ticketId} />;
}

function TicketView({ ticketId }: { readonly ticketId: TicketId }) {
  const t = useText();
  const desk = useDesk();
  const ticket = useQuery(ticketQuery(desk, ticketId));
  // Asked for along with it: one after the other would be two waits.
  usePrefetchQuery(conversationQuery(desk, ticketId));
  // A later read that fails takes nothing away: what is being written stays mounted.
  if (ticket.isError && ticket.data === undefined) {
    return (
      <p className={styles.nothing} role="alert">
        {t('ticket.unreadable')}
      </p>
    );
  }
  if (ticket.data === undefined) return <div className={styles.pane} aria-busy="true" />;
  if (ticket.data === null) {
    return (
      <p className={styles.nothing} role="status">
        {t('ticket.notHere')}
      </p>
    );
  }
  return <OpenTicket detail={ticket.data} />;
}

function OpenTicket({ detail }: { readonly detail: TicketDetail }) {
  const t = useText();
  const desk = useDesk();
  const conversation = useQuery(conversationQuery(desk, detail.id)).data;
  const refresh = useRefresh(detail.id, detail.delivered);
  useMarkRead(detail.id, conversation?.items.length ?? null);
  const wide = useMedia('(min-width: 1400px)');
  const factsOpen = useDeskState((state) => state.settings.panes.factsOpen);
  const [unfolded, setUnfolded] = useState(false);
  const panes = useDeskState((state) => state.settings.panes);
  useCommand('ticket.facts', () => {
    if (wide) void desk.saveSettings({ panes: { ...panes, factsOpen: !factsOpen } });
    else setUnfolded(!unfolded);
  });
  const [othersAsked, setOthersAsked] = useState(0);
  useCommand('ticket.others', () => {
    if (!wide) setUnfolded(true);
    else if (!factsOpen) void desk.saveSettings({ panes: { ...panes, factsOpen: true } });
    setOthersAsked((count) => count + 1);
  });
  return (
    <div className={styles.pane} data-context="ticket" data-facts={wide && factsOpen ? '' : undefined}>
      <div className={styles.main}>
        <TicketHeader
          detail={detail}
          facts={wide ? null : { open: unfolded, othersAsked, onToggle: () => setUnfolded(!unfolded) }}
        />
        {detail.gone ? (
          <p className={styles.gone} role="status">
            {t(`ticket.gone.${detail.gone}`)}
          </p>
        ) : null}
        {conversation ? (
          <Conversation detail={detail} conversation={conversation} refresh={refresh} />
        ) : (
          <div className={styles.filler} />
        )}
        {conversation ? <Meanwhile detail={detail} conversation={conversation} /> : null}
        <Composer detail={detail} conversation={conversation ?? null} />
      </div>
      {wide && factsOpen ? <FactsColumn detail={detail} othersAsked={othersAsked} /> : null}
    </div>
  );
}
