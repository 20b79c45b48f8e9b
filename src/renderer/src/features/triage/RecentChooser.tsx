import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show, showTicket, useInterface } from '../../state/interface-state.ts';
import { headersQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import type { TicketHeader } from '../../store/desk-views.ts';
import { ChooserPanel } from '../../ui/ChooserPanel.tsx';
import { rankByWords } from '../../ui/rank-by-words.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import styles from './Pickers.module.css';

/** The tickets opened last, the newest first, without the one that is open: Enter goes back to the one before it. */
export function RecentChooser() {
  const t = useText();
  const desk = useDesk();
  const recent = useDeskState((state) => state.settings.recentTickets);
  const openId = useInterface((state) => state.openTicketId);
  const [text, setText] = useState('');
  const { data } = useQuery(headersQuery(desk, recent));
  const items = (data ?? []).filter(({ id }) => id !== openId);
  const wordsOf = ({ number, subject, requesterName }: TicketHeader): string =>
    `#${number} ${subject} ${requesterName}`;
  return (
    <ChooserPanel
      label={t('triage.recent.label')}
      placeholder={t('triage.recent.placeholder')}
      text={text}
      onText={setText}
      groups={[{ label: '', items: rankByWords(items, text, wordsOf) }]}
      keyOf={({ id }) => id}
      row={({ number, subject, requesterName, status }) => (
        <span className={styles.row}>
          <StatusMark status={status} />
          <span className={styles.aside} data-tabular>
            #{number}
          </span>
          <span className={styles.name}>{subject}</span>
          <span className={styles.aside}>{requesterName}</span>
        </span>
      )}
      onChoose={({ id }) => showTicket(id)}
      onClose={() => show({ dialog: null })}
      empty={data ? t('triage.recent.none') : null}
    />
  );
}
