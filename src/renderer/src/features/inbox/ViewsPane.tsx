import { useQuery } from '@tanstack/react-query';
import { BookOpen, ChartNoAxesColumn, Menu, PenLine, Phone, Plus, Search, Send } from 'lucide-react';
import { isUnseen } from '#shared/calls/call-outcome.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { goTo } from '../../state/go-to.ts';
import { useInterface } from '../../state/interface-state.ts';
import { draftsQuery, outboxQuery, viewsQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { ViewIcon } from './ViewIcon.tsx';
import { ViewLink } from './ViewLink.tsx';
import styles from './ViewsPane.module.css';
import { barredBecause, viewTitle } from './view-title.ts';

/** The pane at the left: what lists there are, counted. `icons` leaves out the words. */
export function ViewsPane({ icons }: { readonly icons: boolean }) {
  const t = useText();
  const desk = useDesk();
  const { data: views = [] } = useQuery(viewsQuery(desk));
  const { data: outbox = [] } = useQuery(outboxQuery(desk));
  const { data: drafts = [] } = useQuery(draftsQuery(desk));
  const accounts = useDeskState((state) => state.accounts);
  const missed = useDeskState((state) => state.calls.filter(isUnseen).length);
  const hasPhone = useDeskState((state) => state.everCalled || state.settings.calls.webhook);
  const place = useInterface((state) => state.place);
  const viewId = useInterface((state) => state.viewId);
  const own = views.filter(({ source, hidden }) => source === 'own' && !hidden);
  const mine = views.filter(({ source }) => source === 'mine' || source === 'unreadable');
  const helpdesk = views.filter(({ source, hidden }) => source === 'helpdesk' && !hidden);
  const account = accounts?.length === 1 ? accounts[0] : undefined;

  const links = (list: typeof views) =>
    list.map((view) => (
      <ViewLink
        key={view.id}
        icons={icons}
        icon={<ViewIcon viewId={view.id} />}
        title={viewTitle(t, view)}
        count={view.count}
        unread={view.unread}
        marked={view.unread > 0 && view.id === 'own:inbox'}
        accountId={view.accountId}
        complete={view.complete}
        barred={barredBecause(t, view)}
        current={place === 'inbox' && viewId === view.id}
        onOpen={() => goTo('inbox', { viewId: view.id })}
      />
    ));
  const needsMe = outbox.filter(({ entry }) => ['held', 'rejected', 'unknown'].includes(entry.state.name)).length;

  return (
    <div className={styles.pane} data-icons={icons || undefined}>
      <header className={styles.header}>
        <CommandButton command="app.menu" look="icon" icon={<Menu />} popup="menu" />
        {icons ? null : <span className={styles.account}>{account?.label ?? t('app.title')}</span>}
        <span className={styles.tools}>
          <CommandButton command="app.search" look="icon" icon={<Search />} />
          <CommandButton command="ticket.new" look="icon" icon={<Plus />} />
        </span>
      </header>
      <div className={styles.scroll}>
        <ul aria-label={t('inbox.views.own')}>{links(own)}</ul>
        {mine.length === 0 ? null : (
          <>
            {icons ? <hr className={styles.rule} /> : <h2 className={styles.heading}>{t('inbox.views.mine')}</h2>}
            <ul aria-label={t('inbox.views.mine')}>{links(mine)}</ul>
          </>
        )}
        {icons ? <hr className={styles.rule} /> : <h2 className={styles.heading}>{t('inbox.views.work')}</h2>}
        <ul aria-label={t('inbox.views.work')}>
          <ViewLink
            icons={icons}
            icon={<PenLine size={16} strokeWidth={1.5} />}
            title={t('inbox.place.drafts')}
            command="go.drafts"
            count={drafts.length}
            current={place === 'drafts' || place === 'discarded'}
          />
          <ViewLink
            icons={icons}
            icon={<Send size={16} strokeWidth={1.5} />}
            title={t('inbox.place.outbox')}
            command="go.outbox"
            count={outbox.length}
            alert={needsMe > 0}
            current={place === 'outbox'}
          />
          {hasPhone ? (
            <ViewLink
              icons={icons}
              icon={<Phone size={16} strokeWidth={1.5} />}
              title={t('inbox.place.calls')}
              command="go.calls"
              count={missed}
              alert={missed > 0}
              current={place === 'calls'}
            />
          ) : null}
          <ViewLink
            icons={icons}
            icon={<BookOpen size={16} strokeWidth={1.5} />}
            title={t('inbox.place.knowledge')}
            command="go.knowledge"
            current={place === 'knowledge'}
          />
          <ViewLink
            icons={icons}
            icon={<ChartNoAxesColumn size={16} strokeWidth={1.5} />}
            title={t('inbox.place.metrics')}
            command="go.metrics"
            current={place === 'metrics'}
          />
        </ul>
        {helpdesk.length === 0 ? null : (
          <>
            {icons ? <hr className={styles.rule} /> : <h2 className={styles.heading}>{t('inbox.views.helpdesk')}</h2>}
            <ul aria-label={t('inbox.views.helpdesk')}>{links(helpdesk)}</ul>
          </>
        )}
      </div>
    </div>
  );
}
