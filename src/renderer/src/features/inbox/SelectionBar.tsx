import { X } from 'lucide-react';
import { useText } from '../../state/text-context.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import styles from './SelectionBar.module.css';

const COMMANDS = ['ticket.solve', 'ticket.status', 'ticket.assign'] as const;

/** In place of the list's title: how many tickets are ticked, and what is likeliest to be done to them. */
export function SelectionBar({ count, outside }: { readonly count: number; readonly outside: number }) {
  const t = useText();
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('inbox.selection.label')}>
      <span className={styles.count} role="status" data-tabular>
        {t('inbox.selection', { count })}
        {outside > 0 ? (
          <span className={styles.outside}>{t('inbox.selection.outside', { count: outside })}</span>
        ) : null}
      </span>
      {COMMANDS.map((command) => (
        <CommandButton key={command} command={command} look="quiet" label={t(`inbox.selection.${command}`)} />
      ))}
      <CommandButton command="list.selectNone" look="icon" icon={<X />} />
    </div>
  );
}
