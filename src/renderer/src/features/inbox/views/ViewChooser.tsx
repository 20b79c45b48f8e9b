import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Text } from '#shared/i18n/text.ts';
import { useDesk } from '../../../state/desk-context.tsx';
import { goTo } from '../../../state/go-to.ts';
import { show } from '../../../state/interface-state.ts';
import { viewsQuery } from '../../../state/queries.ts';
import { useText } from '../../../state/text-context.tsx';
import type { ViewSummary } from '../../../store/desk-views.ts';
import { ChooserPanel } from '../../../ui/ChooserPanel.tsx';
import { rankByWords } from '../../../ui/rank-by-words.ts';
import { ViewIcon } from '../ViewIcon.tsx';
import { barredBecause, viewTitle } from '../view-title.ts';
import styles from './ViewChooser.module.css';

const close = (): void => show({ dialog: null });

/** Every view by its name, the hidden ones too: a few letters and Enter go there. */
export function ViewChooser() {
  const t = useText();
  const desk = useDesk();
  const { data: views } = useQuery(viewsQuery(desk));
  const [text, setText] = useState('');
  const groups = groupsOf(t, views ?? []).map(({ label, items }) => ({
    label,
    items: rankByWords(items, text, (view) => viewTitle(t, view)),
  }));
  return (
    <ChooserPanel
      label={t('inbox.views.choose')}
      placeholder={t('inbox.views.choose')}
      text={text}
      onText={setText}
      groups={groups.filter(({ items }) => items.length > 0)}
      keyOf={({ id }) => id}
      isBarred={(view) => barredBecause(t, view) !== undefined}
      row={(view) => <ViewLine view={view} />}
      onChoose={({ id }) => {
        close();
        goTo('inbox', { viewId: id });
      }}
      onClose={close}
      empty={views ? t('inbox.views.none') : null}
    />
  );
}

function groupsOf(t: Text, views: readonly ViewSummary[]) {
  const from = (...sources: readonly ViewSummary['source'][]): readonly ViewSummary[] =>
    views.filter(({ source }) => sources.includes(source)).sort((a, b) => Number(a.hidden) - Number(b.hidden));
  return [
    { label: t('inbox.views.own'), items: from('own') },
    { label: t('inbox.views.mine'), items: from('mine', 'unreadable') },
    { label: t('inbox.views.helpdesk'), items: from('helpdesk') },
  ];
}

function ViewLine({ view }: { readonly view: ViewSummary }) {
  const t = useText();
  const barred = barredBecause(t, view);
  return (
    <>
      <span className={styles.icon} aria-hidden="true">
        <ViewIcon viewId={view.id} />
      </span>
      <span className={styles.title}>{viewTitle(t, view)}</span>
      {view.hidden ? <span className={styles.detail}>{t('inbox.views.hidden')}</span> : null}
      {barred === undefined ? (
        <span className={styles.detail} data-tabular>
          {t.intl.formatNumber(view.count ?? 0)}
          {view.complete ? '' : '+'}
        </span>
      ) : (
        <span className={styles.why}>{barred}</span>
      )}
    </>
  );
}
