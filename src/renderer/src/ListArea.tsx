import { Suspense } from 'react';
import { TicketList } from './features/inbox/index.ts';
import { ArticleList } from './features/knowledge/index.ts';
import type { Panes } from './panes.ts';
import { useInterface } from './state/interface-state.ts';

/** What the second pane lists. */
export function ListArea({ panes, narrow }: { readonly panes: Panes; readonly narrow: boolean }) {
  const place = useInterface((state) => state.place);
  if (place === 'knowledge') return <ArticleList />;
  if (place === 'inbox') return <TicketList narrow={narrow} />;
  const Panel = {
    calls: panes.CallLogPanel,
    drafts: panes.DraftsPanel,
    discarded: panes.DiscardedPanel,
    outbox: panes.OutboxPanel,
    metrics: panes.FiguresPanel,
  }[place];
  return (
    <Suspense>
      <Panel />
    </Suspense>
  );
}
