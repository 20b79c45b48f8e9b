import { X } from 'lucide-react';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import form from '#renderer/ui/Form.module.css';
import type { AccountId } from '#shared/domain/ids.ts';
import styles from './NewTicket.module.css';
import { NewTicketForm } from './NewTicketForm.tsx';

/** A ticket made by the agent: for a customer on the phone, or to remind the team. */
export function NewTicket({
  accountId,
  onClose,
}: {
  /** Whose form; the first account's unless it is said. */
  readonly accountId?: AccountId;
  readonly onClose: () => void;
}) {
  const t = useText();
  const accounts = useDeskState((state) => state.accounts) ?? [];
  const current = accountId ?? accounts[0]?.id ?? null;
  return (
    <section className={styles.pane} data-context="composer" aria-label={t('composer.new.title')}>
      <header className={styles.header}>
        <h2>{t('composer.new.title')}</h2>
        {accounts.length > 1 ? (
          <select
            className={form.select}
            aria-label={t('composer.new.account')}
            value={current ?? ''}
            onChange={({ target }) => show({ newTicketAccountId: target.value })}
          >
            {accounts.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        ) : null}
        <CommandButton command="composer.leave" look="icon" icon={<X />} label={t('composer.closeHint')} />
      </header>
      {current === null ? null : <NewTicketForm key={current} accountId={current} onClose={onClose} />}
    </section>
  );
}
