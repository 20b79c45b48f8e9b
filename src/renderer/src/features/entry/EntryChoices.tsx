import { useState } from 'react';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { OutboxItem } from '../../store/desk-tickets.ts';
import { Button } from '../../ui/Button.tsx';
import { COMMAND_OF, type EntryChoice } from './choices.ts';
import styles from './EntryChoices.module.css';

/** What can be done about an entry, as buttons; of one that nobody knows about each says what it means. */
export function EntryChoices({
  item,
  choices,
  keyed,
  describedBy,
  onChoose,
}: {
  readonly item: OutboxItem;
  readonly choices: readonly EntryChoice[];
  /** The keys act on this entry. */
  readonly keyed: boolean;
  readonly describedBy?: string;
  readonly onChoose: (choice: EntryChoice) => Promise<void>;
}) {
  const t = useText();
  const { keymap } = useKeys();
  const isLatest = useInterface((state) => state.lastAction?.entryId === item.entry.id);
  const [busy, setBusy] = useState(false);
  if (choices.length === 0) return null;
  const explained = item.entry.state.name === 'unknown';
  const choose = async (choice: EntryChoice): Promise<void> => {
    setBusy(true);
    await onChoose(choice).finally(() => setBusy(false));
  };
  return (
    <ul className={styles.choices} data-explained={explained || undefined}>
      {choices.map((choice) => (
        <li key={choice}>
          <Button
            look={choice === 'discard' ? 'quiet' : 'plain'}
            keys={(choice === 'undo' ? isLatest : keyed) ? keymap.keysOf(COMMAND_OF[choice])[0] : undefined}
            disabled={busy}
            aria-describedby={describedBy}
            onClick={() => void choose(choice)}
          >
            {t(`entry.choice.${choice}`, { number: item.mergedInto?.number ?? '' })}
          </Button>
          {explained && isExplained(choice) ? <span>{t(`entry.means.${choice}`)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

const isExplained = (choice: EntryChoice): choice is 'arrived' | 'sendAgain' | 'edit' =>
  choice === 'arrived' || choice === 'sendAgain' || choice === 'edit';
