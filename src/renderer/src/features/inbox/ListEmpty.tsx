import { CircleAlert, Inbox } from 'lucide-react';
import { useDeskState } from '../../state/desk-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { ViewSummary } from '../../store/desk-views.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { failureText, problemText } from '../settings/failure-text.ts';

/** Why there is no ticket here, and which key leads on. */
export function ListEmpty({
  view,
  filtered = false,
}: {
  readonly view: ViewSummary | undefined;
  /** Something else is asked than what the view asks for. */
  readonly filtered?: boolean;
}) {
  const t = useText();
  const accounts = useDeskState((state) => state.accounts);
  const health = useDeskState((state) => state.health);
  const storage = useDeskState((state) => state.storage);
  if (accounts === null) return <EmptyState title={t('inbox.empty.connecting')} />;
  if (accounts.length === 0)
    return (
      <EmptyState icon={<Inbox />} title={t('inbox.empty.noAccount')} body={t('inbox.empty.noAccountBody')}>
        <CommandButton command="go.accounts" look="primary" />
      </EmptyState>
    );
  const [stored] = Object.values(storage);
  if (stored) {
    const { what, safe, next } = problemText(t, stored);
    return <EmptyState tone="danger" icon={<CircleAlert />} title={what} body={`${safe} ${next}`} />;
  }
  const told = accounts.flatMap(({ id }) => health[id] ?? []);
  const unread = told.filter(({ complete }) => !complete.includes('tickets'));
  const problem = unread.find((each) => each.problem !== null)?.problem;
  if (problem) {
    const { what, next } = failureText(t, problem);
    return (
      <EmptyState
        tone="danger"
        icon={<CircleAlert />}
        title={t('inbox.empty.failed')}
        body={`${what} ${t('inbox.empty.failedSafe')} ${next}`}
      >
        <CommandButton command={problem.code === 'unauthorized' ? 'go.accounts' : 'app.syncNow'} />
      </EmptyState>
    );
  }
  // Nothing is known of an account before its database is open: it may be full of tickets.
  if (told.length < accounts.length) return <EmptyState title={t('inbox.empty.connecting')} />;
  if (view?.count === null)
    return <EmptyState title={t('inbox.empty.unknownView')} body={t('inbox.empty.unknownViewBody')} />;
  if (unread.length > 0) {
    const first = unread.every(({ progress }) => (progress?.done ?? 0) === 0);
    return (
      <EmptyState
        title={t(first ? 'inbox.empty.syncing' : 'inbox.empty.partly')}
        body={t(first ? 'inbox.empty.syncingBody' : 'inbox.empty.partlyBody')}
      />
    );
  }
  if (filtered)
    return (
      <EmptyState title={t('inbox.empty.filtered')} body={t('inbox.empty.filteredBody')}>
        <CommandButton command="list.query" look="quiet" />
      </EmptyState>
    );
  const inbox = view?.id === 'own:inbox';
  return (
    <EmptyState
      icon={<Inbox />}
      title={t(inbox ? 'inbox.empty.inbox' : 'inbox.empty.view')}
      body={t(inbox ? 'inbox.empty.inboxBody' : 'inbox.empty.viewBody')}
    >
      <CommandButton command={inbox ? 'go.mine' : 'go.inbox'} look="quiet" />
      <CommandButton command="app.search" look="quiet" />
    </EmptyState>
  );
}
