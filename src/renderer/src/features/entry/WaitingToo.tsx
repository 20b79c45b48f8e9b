import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { useText } from '../../state/text-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import styles from './WaitingToo.module.css';

/** Others on the ticket wait for an entry that stays behind: they are sent without it, or go too. */
export function WaitingToo({
  entries,
  onGoOn,
  onClose,
}: {
  /** The one that stays behind, then those that wait for it. */
  readonly entries: readonly OutboxEntry[];
  /** With those that are to be discarded as well. */
  readonly onGoOn: (waiting: readonly OutboxEntry[]) => Promise<void>;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [first, ...waiting] = entries;
  const count = waiting.length;
  // Without the new ticket there is nothing that the others could be sent to, and the store takes them with it.
  const together = first?.action.kind === 'create';
  return (
    <Modal title={t('entry.chain.title')} size="small" onClose={onClose}>
      <p>{t(together ? 'entry.chain.whatCreate' : 'entry.chain.what', { count })}</p>
      <div className={styles.buttons}>
        {together ? (
          <Button onClick={onClose} autoFocus>
            {t('entry.chain.keep')}
          </Button>
        ) : (
          <Button onClick={() => void onGoOn([])} autoFocus>
            {t('entry.chain.one')}
          </Button>
        )}
        <Button look="danger" onClick={() => void onGoOn(together ? [] : waiting)}>
          {together ? t('entry.chain.allCreate', { count: entries.length }) : t('entry.chain.all', { count })}
        </Button>
      </div>
    </Modal>
  );
}
