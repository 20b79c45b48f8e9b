import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { OutboxItem } from '../../store/desk-api.ts';
import { Button } from '../../ui/Button.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useTicker } from '../../ui/ticker.tsx';
import { reasonText } from '../settings/failure-text.ts';
import { type Names, wordsOf } from './describe-action.ts';
import { EntryMark } from './EntryMark.tsx';
import styles from './EntryRow.module.css';
import { choicesOf, explainState } from './explain-state.ts';
import { rowDomId } from './use-active-row.ts';

export function EntryRow({
  item,
  does,
  field,
  waitsFor,
  active,
  onChoose,
  onOpen,
  onRetry,
  onDiscard,
}: {
  readonly item: OutboxItem;
  readonly does: string;
  readonly field: Names['field'];
  readonly waitsFor: string | null;
  /** The row that the keys act on. */
  readonly active: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
  readonly onRetry: (anyway: boolean) => void;
  readonly onDiscard: () => void;
}) {
  const t = useText();
  const ticker = useTicker();
  const { keymap } = useKeys();
  const { entry, number, subject } = item;
  const health = useDeskState((state) => state.health[entry.accountId]);
  const { state } = entry;
  if (state.name === 'confirmed') return null;

  const choices = choicesOf(entry);
  const words = wordsOf(entry.action);
  const needsAgent = state.name === 'held' || state.name === 'rejected' || state.name === 'unknown';
  const ticket = number === '' ? t('outbox.newTicket') : `#${number}`;
  const about = `${rowDomId(entry.id)}-does ${rowDomId(entry.id)}-ticket`;
  const keyOf = (id: 'outbox.retry' | 'outbox.sendAnyway' | 'outbox.discard'): string | undefined =>
    active ? keymap.keysOf(id)[0] : undefined;

  return (
    <li
      className={styles.row}
      id={rowDomId(entry.id)}
      data-active={active || undefined}
      aria-current={active || undefined}
      onFocus={onChoose}
      data-entry={entry.id}
      data-state={state.name}
    >
      <div className={styles.line}>
        <EntryMark state={state.name} />
        <RelativeTime className={styles.age} at={entry.createdAt} />
      </div>
      <button type="button" className={styles.ticket} id={`${rowDomId(entry.id)}-ticket`} onClick={onOpen}>
        <span className={styles.number} data-tabular>
          {ticket}
        </span>{' '}
        {subject}
      </button>
      <p className={styles.does} id={`${rowDomId(entry.id)}-does`}>
        {does}
      </p>
      {words === null ? null : <Words words={words} whole={needsAgent} />}
      <p className={styles.why}>{explainState(t, entry, { now: ticker.now(), waitsFor, health, field })}</p>
      {state.name === 'rejected' && state.details.length > 0 ? (
        <ul className={styles.details} aria-label={t('outbox.reasons')}>
          {state.details
            .map((reason) => reasonText(t, reason))
            .map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
        </ul>
      ) : null}
      {entry.attempts > 0 ? (
        <p className={styles.attempts}>
          {t('outbox.attempts', { count: entry.attempts })}
          {entry.lastAttemptAt === null ? null : (
            <>
              {' · '}
              <RelativeTime at={entry.lastAttemptAt} />
            </>
          )}
        </p>
      ) : null}
      <div className={styles.actions}>
        {choices.retry ? (
          <Button keys={keyOf('outbox.retry')} onClick={() => onRetry(false)} aria-describedby={about}>
            {t('outbox.retry')}
          </Button>
        ) : null}
        {choices.sendAnyway ? (
          <Button keys={keyOf('outbox.sendAnyway')} onClick={() => onRetry(true)} aria-describedby={about}>
            {t(state.name === 'unknown' ? 'outbox.sendAgain' : 'outbox.sendAnyway')}
          </Button>
        ) : null}
        {choices.discard ? (
          <Button look="quiet" keys={keyOf('outbox.discard')} onClick={onDiscard} aria-describedby={about}>
            {t('outbox.discard')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** What the agent wrote; whole and ready to be copied where it did not go through by itself. */
function Words({ words, whole }: { readonly words: string; readonly whole: boolean }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  if (!whole) return <p className={styles.preview}>{words}</p>;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(words);
    setCopied(true);
  };
  return (
    <div className={styles.words}>
      <p className={styles.whole}>{words}</p>
      <Button look="quiet" icon={<Copy />} onClick={() => void copy()}>
        {t(copied ? 'outbox.copied' : 'outbox.copy')}
      </Button>
    </div>
  );
}
