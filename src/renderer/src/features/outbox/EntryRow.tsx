import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useDeskState } from '../../state/desk-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { OutboxItem } from '../../store/desk-tickets.ts';
import { Button } from '../../ui/Button.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useTicker } from '../../ui/ticker.tsx';
import { rowDomId } from '../../ui/use-active-row.ts';
import { choicesOf, type EntryChoice, EntryChoices } from '../entry/index.ts';
import { reasonText } from '../settings/failure-text.ts';
import { type Names, wordsOf } from './describe-action.ts';
import { EntryMark } from './EntryMark.tsx';
import styles from './EntryRow.module.css';
import { explainState } from './explain-state.ts';

export function EntryRow({
  item,
  does,
  field,
  waitsFor,
  active,
  onActive,
  onOpen,
  onChoose,
}: {
  readonly item: OutboxItem;
  readonly does: string;
  readonly field: Names['field'];
  readonly waitsFor: string | null;
  /** The row that the keys act on. */
  readonly active: boolean;
  readonly onActive: () => void;
  readonly onOpen: () => void;
  readonly onChoose: (choice: EntryChoice) => Promise<void>;
}) {
  const t = useText();
  const ticker = useTicker();
  const { entry, number, subject } = item;
  const health = useDeskState((state) => state.health[entry.accountId]);
  const { state } = entry;
  if (state.name === 'confirmed') return null;

  const words = wordsOf(entry.action);
  const needsAgent = state.name === 'held' || state.name === 'rejected' || state.name === 'unknown';
  const ticket = number === '' ? t('outbox.newTicket') : `#${number}`;
  const about = `${rowDomId(entry.id)}-does ${rowDomId(entry.id)}-ticket`;

  return (
    <li
      className={styles.row}
      id={rowDomId(entry.id)}
      data-active={active || undefined}
      aria-current={active || undefined}
      onFocus={onActive}
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
      <p className={styles.why}>
        {explainState(t, entry, {
          now: ticker.now(),
          waitsFor,
          health,
          field,
          mergedInto: item.mergedInto?.number ?? null,
        })}
      </p>
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
        <EntryChoices
          item={item}
          choices={choicesOf(item, false)}
          keyed={active}
          describedBy={about}
          onChoose={onChoose}
        />
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
      <Tooltip label={t(copied ? 'outbox.copied' : 'outbox.copy')}>
        <Button look="icon" icon={copied ? <Check /> : <Copy />} onClick={() => void copy()}>
          {t(copied ? 'outbox.copied' : 'outbox.copy')}
        </Button>
      </Tooltip>
    </div>
  );
}
