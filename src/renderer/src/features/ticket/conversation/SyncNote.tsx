import { useDeskState } from '#renderer/state/desk-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Conversation, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { KeyOf } from '#renderer/ui/Kbd.tsx';
import type { StoreProblem } from '#shared/link/values.ts';
import styles from './SyncNote.module.css';
import { syncSentence } from './sync-sentence.ts';
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
  const health = useDeskState((state) => state.health[detail.accountId]);
  const stored: StoreProblem | undefined = useDeskState((state) => state.storage[detail.accountId]);
  const { delivered } = detail;
  const note = syncSentence(t, { synced, empty, delivered, health, stored, failure: refresh.problem });
  if (note === null) return null;
  return (
    <p className={styles.note} role="status">
      {note}{' '}
      {delivered && !refresh.running && synced !== 'whole' ? (
        <button type="button" onClick={refresh.run}>
          {t('ticket.sync.fetch')} <KeyOf command="ticket.refresh" />
        </button>
      ) : null}
    </p>
  );
}
