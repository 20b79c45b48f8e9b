import { useDeskState } from '#renderer/state/desk-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Conversation, TicketDetail } from '#renderer/store/desk-api.ts';
import type { Text } from '#shared/i18n/text.ts';
import styles from './SyncNote.module.css';
import type { RefreshState } from './use-refresh.ts';

type Props = {
  readonly synced: Conversation['synced'];
  readonly empty: boolean;
  readonly detail: TicketDetail;
  readonly refresh: RefreshState;
};

/** Says on the spot when the conversation is not all there is; nothing when it is. */
export function SyncNote({ synced, empty, detail, refresh }: Props) {
  const t = useText();
  const online = useDeskState((state) => state.health[detail.accountId]?.online ?? true);
  const note = noteOf(t, { synced, empty, delivered: detail.delivered, online, refresh });
  if (note === null) return null;
  return (
    <p className={styles.note} role="status">
      {note}{' '}
      {detail.delivered && !refresh.running && synced !== 'whole' ? (
        <button type="button" onClick={refresh.run}>
          {t('ticket.sync.fetch')} <kbd>Shift R</kbd>
        </button>
      ) : null}
    </p>
  );
}

function noteOf(
  t: Text,
  now: {
    readonly synced: Conversation['synced'];
    readonly empty: boolean;
    readonly delivered: boolean;
    readonly online: boolean;
    readonly refresh: RefreshState;
  },
): string | null {
  if (!now.delivered) return t('ticket.sync.undelivered');
  if (now.synced === 'whole') return now.empty ? t('ticket.sync.nothing') : null;
  const offline = !now.online || now.refresh.problem?.code === 'offline' || now.refresh.problem?.code === 'timeout';
  if (offline) return t(now.synced === 'none' ? 'ticket.sync.noneOffline' : 'ticket.sync.behindOffline');
  if (now.refresh.problem) {
    return t(now.synced === 'none' ? 'ticket.sync.noneFailed' : 'ticket.sync.behindFailed', {
      problem: now.refresh.problem.detail,
    });
  }
  return t(now.synced === 'none' ? 'ticket.sync.none' : 'ticket.sync.behind');
}
