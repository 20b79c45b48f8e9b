import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { targetsQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TargetsRequest } from '#renderer/store/desk-tickets.ts';
import type { TicketHeader } from '#renderer/store/desk-views.ts';
import { ChooserPanel } from '#renderer/ui/ChooserPanel.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import type { TicketId } from '#shared/domain/ids.ts';
import styles from './TargetChooser.module.css';

type Props = {
  readonly ticketId: TicketId;
  readonly purpose: TargetsRequest['purpose'];
  readonly label: string;
  readonly onChoose: (target: TicketHeader) => void;
  readonly onClose: () => void;
};

/** Another ticket, by number, subject or requester; the same requester's before anything is typed. */
export function TargetChooser({ ticketId, purpose, label, onChoose, onClose }: Props) {
  const t = useText();
  const desk = useDesk();
  const [text, setText] = useState('');
  const { data } = useQuery({
    ...targetsQuery(desk, { ticketId, purpose, text: text.trim() }),
    placeholderData: keepPreviousData,
  });
  return (
    <ChooserPanel
      label={label}
      placeholder={t('ticket.relate.placeholder', { what: label })}
      text={text}
      onText={setText}
      groups={[{ label: '', items: data ?? [] }]}
      keyOf={({ id }) => id}
      row={(target) => (
        <>
          <StatusMark status={target.status} />
          <span className={styles.number}>{t('ticket.number', { number: target.number })}</span>
          <span className={styles.subject}>{target.subject}</span>
          <span className={styles.who}>{target.requesterName}</span>
          <RelativeTime at={target.updatedAt} className={styles.time} />
        </>
      )}
      onChoose={onChoose}
      onClose={onClose}
      empty={data ? t(text.trim() === '' ? `ticket.relate.hint.${purpose}` : 'ticket.pick.none') : null}
    />
  );
}
