import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { BookOpen, User } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { show } from '../../state/interface-state.ts';
import { searchQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { ChooserPanel } from '../../ui/ChooserPanel.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { type Found, foundGroups } from './found.ts';
import styles from './SearchOverlay.module.css';

const close = (): void => show({ dialog: null });

/** `/`: tickets, people and articles from memory, as one types. A person narrows it to their tickets. */
export function SearchOverlay() {
  const t = useText();
  const desk = useDesk();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const { data } = useQuery({
    ...searchQuery(desk, wanted),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  const groups = wanted === '' || !data ? [] : foundGroups(t, data);

  const choose = (found: Found): void => {
    if (found.type === 'person') return setText(found.person.name);
    close();
    if (found.type === 'ticket')
      show({ place: 'inbox', openTicketId: found.ticket.id, focusedTicketId: found.ticket.id, newTicket: false });
    else
      show({
        place: 'knowledge',
        openArticle: { accountId: found.article.accountId, remoteId: found.article.remoteId },
        newTicket: false,
      });
  };

  return (
    <ChooserPanel
      label={t('app.search.label')}
      placeholder={t('app.search.placeholder')}
      text={text}
      onText={setText}
      groups={groups}
      keyOf={(found) => found.key}
      row={(found) => <FoundRow found={found} />}
      onChoose={choose}
      onClose={close}
      empty={wanted === '' ? t('app.search.hint') : data ? t('app.search.none', { text: wanted }) : null}
      footer={
        <>
          <span className={styles.key}>
            <Kbd keys="ArrowUp" />
            <Kbd keys="ArrowDown" />
            {t('app.search.move')}
          </span>
          <span className={styles.key}>
            <Kbd keys="Enter" />
            {t('app.search.choose')}
          </span>
          <span className={styles.key}>
            <Kbd keys="Escape" />
            {t('app.close')}
          </span>
        </>
      }
    />
  );
}

function FoundRow({ found }: { readonly found: Found }) {
  const t = useText();
  switch (found.type) {
    case 'ticket':
      return (
        <>
          <StatusMark status={found.ticket.status} />
          <span className={styles.number}>{found.ticket.number === '' ? '' : `#${found.ticket.number}`}</span>
          <span className={styles.name}>{found.ticket.subject}</span>
          <span className={styles.aside}>{found.ticket.requesterName}</span>
          <RelativeTime at={found.ticket.updatedAt} className={styles.time} />
        </>
      );
    case 'person':
      return (
        <>
          <User size={14} strokeWidth={1.5} aria-hidden="true" />
          <span className={styles.name}>{found.person.name}</span>
          <span className={styles.aside}>{found.person.email}</span>
          <span className={styles.time}>{t('app.search.person', { count: found.person.ticketCount })}</span>
        </>
      );
    case 'article':
      return (
        <>
          <BookOpen size={14} strokeWidth={1.5} aria-hidden="true" />
          <span className={styles.name}>{found.article.title}</span>
          <span className={styles.aside}>{found.article.path.join(' › ')}</span>
        </>
      );
  }
}
