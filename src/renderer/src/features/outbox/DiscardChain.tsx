import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { useText } from '../../state/text-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import styles from './Panel.module.css';

/** Others on the ticket wait for the entry that is being discarded: they go too, or they are sent without it. */
export function DiscardChain({
  entries,
  onDiscard,
  onClose,
}: {
  /** The one to discard first, then those that wait for it. */
  readonly entries: readonly OutboxEntry[];
  readonly onDiscard: (entries: readonly OutboxEntry[]) => Promise<void>;
  readonly onClose: () => void;
}) {
  const t = useText();
  const others = entries.length - 1;
  // Without the new ticket there is nothing that the others could be sent to.
  const together = entries[0]?.action.kind === 'create';
  return (
    <Modal title={t('outbox.chain.title')} size="small" onClose={onClose}>
      <p>{t(together ? 'outbox.chain.whatCreate' : 'outbox.chain.what', { count: others })}</p>
      <div className={styles.dialogButtons}>
        {together ? (
          <Button onClick={onClose} autoFocus>
            {t('outbox.chain.keep')}
          </Button>
        ) : (
          <Button onClick={() => void onDiscard(entries.slice(0, 1))} autoFocus>
            {t('outbox.chain.one')}
          </Button>
        )}
        <Button look="danger" onClick={() => void onDiscard(entries)}>
          {t('outbox.chain.all', { count: entries.length })}
        </Button>
      </div>
    </Modal>
  );
}
