import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { type Batch, show, useInterface } from '../../state/interface-state.ts';
import { batchQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import type { OutboxItem } from '../../store/desk-tickets.ts';
import { ChooserPanel } from '../../ui/ChooserPanel.tsx';
import { rankByWords } from '../../ui/rank-by-words.ts';
import styles from './BatchDialog.module.css';
import { progressInWords } from './progress-words.ts';

const close = (): void => show({ dialog: null });

/** What came of the last action on many tickets: the counts, and each ticket that needs the agent, to be opened. */
export function BatchDialog() {
  const t = useText();
  const batch = useInterface((state) => state.batch);
  if (batch) return <Results batch={batch} />;
  return <Chooser label={t('batch.title')} items={[]} empty={t('batch.none')} footer={null} />;
}

function Results({ batch }: { readonly batch: Batch }) {
  const t = useText();
  const desk = useDesk();
  const progress = useQuery(batchQuery(desk, batch.id, batch.accountIds)).data;
  if (!progress) return null;
  if (!progress.ok) return <Chooser label={batch.label} items={[]} empty={t('batch.noLink')} footer={null} />;
  return (
    <Chooser
      label={batch.label}
      items={progress.value.stuck}
      empty={t('batch.allWell')}
      footer={progressInWords(t, progress.value)}
    />
  );
}

function Chooser({
  label,
  items,
  empty,
  footer,
}: {
  readonly label: string;
  readonly items: readonly OutboxItem[];
  readonly empty: string;
  readonly footer: string | null;
}) {
  const t = useText();
  const [text, setText] = useState('');
  const wordsOf = ({ number, subject }: OutboxItem): string => `#${number} ${subject}`;
  return (
    <ChooserPanel
      label={label}
      placeholder={label}
      text={text}
      onText={setText}
      groups={[{ label: t('batch.tickets'), items: rankByWords(items, text, wordsOf) }]}
      keyOf={({ entry }) => entry.id}
      row={({ entry, number, subject }) => (
        <span className={styles.row}>
          <span className={styles.number} data-tabular>
            #{number}
          </span>
          <span className={styles.subject}>{subject}</span>
          <span className={styles.why}>
            {entry.state.name === 'confirmed' ? '' : t(`inbox.row.pending.${entry.state.name}`)}
          </span>
        </span>
      )}
      onChoose={({ entry: { ticketId } }) => {
        close();
        show({ place: 'inbox', openTicketId: ticketId, focusedTicketId: ticketId, newTicket: false });
      }}
      onClose={close}
      empty={empty}
      footer={footer}
    />
  );
}
