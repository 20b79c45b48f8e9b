import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ExternalLink } from 'lucide-react';
import type { AccountId, RemoteId } from '#shared/domain/ids.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { articleQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { useOpenExternal } from '../../state/use-open-external.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { MessageFrame } from '../ticket/message-frame/MessageFrame.tsx';
import styles from './ArticleReader.module.css';

/** One knowledge article. Its HTML comes from outside: it is painted where messages are. */
export function ArticleReader({
  article: wanted,
}: {
  readonly article: { readonly accountId: AccountId; readonly remoteId: RemoteId };
}) {
  const t = useText();
  const desk = useDesk();
  const openExternal = useOpenExternal();
  const { data: article } = useQuery(articleQuery(desk, wanted));
  if (article === undefined) return null;
  if (article === null) return <EmptyState title={t('knowledge.gone')} body={t('knowledge.goneBody')} />;
  const { title, path, body, internal, draft, updatedAt, url } = article;
  return (
    <article className={styles.article}>
      <header className={styles.header}>
        <CommandButton command="ticket.close" look="quiet" icon={<ArrowLeft />} label={t('knowledge.title')} />
        {url ? (
          <Button look="quiet" icon={<ExternalLink />} onClick={() => void openExternal(url)}>
            {t('knowledge.openInHelpdesk')}
          </Button>
        ) : null}
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls only what has the focus. */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
        <div className={styles.column}>
          <p className={styles.path}>{path.join(' › ')}</p>
          <h2 className={styles.title}>{title}</h2>
          <p className={styles.facts}>
            {internal ? <span className={styles.internal}>{t('knowledge.internal')}</span> : null}
            {draft ? <span className={styles.internal}>{t('knowledge.draft')}</span> : null}
            <span>
              {t('knowledge.updated')} <RelativeTime at={updatedAt} />
            </span>
          </p>
          <MessageFrame html={body} title={title} />
        </div>
      </div>
    </article>
  );
}
