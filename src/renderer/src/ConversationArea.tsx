import { BookOpen, Inbox } from 'lucide-react';
import { Suspense } from 'react';
import { ArticleReader } from './features/knowledge/index.ts';
import { PaneBoundary } from './PaneBoundary.tsx';
import type { Panes } from './panes.ts';
import { show, useInterface } from './state/interface-state.ts';
import { useText } from './state/text-context.tsx';
import { CommandButton } from './ui/CommandButton.tsx';
import { EmptyState } from './ui/EmptyState.tsx';

const closeNewTicket = (): void => show({ newTicket: false, newTicketFor: null });

/** What the third pane shows: the new-ticket form, an article, a ticket, or which key leads on. */
export function ConversationArea({ panes }: { readonly panes: Panes }) {
  const t = useText();
  const place = useInterface((state) => state.place);
  const newTicket = useInterface((state) => state.newTicket);
  const accountId = useInterface((state) => state.newTicketAccountId);
  const ticketId = useInterface((state) => state.openTicketId);
  const article = useInterface((state) => state.openArticle);

  if (newTicket)
    return (
      <PaneBoundary name="new">
        <Suspense>
          <panes.NewTicket {...(accountId === null ? {} : { accountId })} onClose={closeNewTicket} />
        </Suspense>
      </PaneBoundary>
    );
  if (place === 'knowledge')
    return article ? (
      <PaneBoundary name={`${article.accountId} ${article.remoteId}`}>
        <ArticleReader article={article} />
      </PaneBoundary>
    ) : (
      <EmptyState icon={<BookOpen />} title={t('knowledge.nothingOpen')} body={t('knowledge.nothingOpenBody')} />
    );
  if (ticketId !== null)
    return (
      <PaneBoundary name={ticketId}>
        <Suspense>
          <panes.TicketPane ticketId={ticketId} />
        </Suspense>
      </PaneBoundary>
    );
  if (place === 'metrics')
    return (
      <PaneBoundary name="metrics">
        <Suspense>
          <panes.FigurePage />
        </Suspense>
      </PaneBoundary>
    );
  return (
    <EmptyState icon={<Inbox />} title={t('inbox.nothingOpen')} body={t('inbox.nothingOpenBody')}>
      <CommandButton command="list.open" look="quiet" />
      <CommandButton command="app.search" look="quiet" />
      <CommandButton command="app.help" look="quiet" />
    </EmptyState>
  );
}
