import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '#shared/domain/account.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useText } from '../../state/text-context.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './AccountForm.module.css';
import { noLink } from './account-form.ts';
import { problemText, type Sentences } from './failure-text.ts';
import { SentencesBox } from './Sentences.tsx';

/** The one place without a way back, so it asks, and names what goes. */
export function AccountRemoval({ account, onDone }: { readonly account: Account; readonly onDone: () => void }) {
  const t = useText();
  const desk = useDesk();
  const [removing, setRemoving] = useState(false);
  const [problem, setProblem] = useState<Sentences | null>(null);
  const { data: cost } = useQuery({
    queryKey: ['removal-cost', account.id],
    queryFn: () => desk.removalCost(account.id),
    networkMode: 'always',
    gcTime: 0,
  });
  const remove = async (): Promise<void> => {
    setRemoving(true);
    const removed = await desk.removeAccount(account.id).catch(noLink);
    if (removed.ok) return onDone();
    setRemoving(false);
    setProblem(problemText(t, removed.error));
  };
  return (
    <div className={styles.form}>
      <p>{t('accounts.remove.what', { name: account.label })}</p>
      {cost ? (
        <ul className={styles.losses} aria-label={t('accounts.remove.losses')}>
          <li data-heavy={cost.unsent > 0}>{t('accounts.remove.unsent', { count: cost.unsent })}</li>
          <li data-heavy={cost.drafts > 0}>{t('accounts.remove.drafts', { count: cost.drafts })}</li>
          <li>{t('accounts.remove.marks', { count: cost.marks })}</li>
        </ul>
      ) : null}
      <p className={styles.quiet}>{t(account.practice ? 'accounts.remove.practice' : 'accounts.remove.safe')}</p>
      {problem ? <SentencesBox sentences={problem} /> : null}
      <div className={styles.buttons}>
        <Button onClick={onDone} autoFocus>
          {t('accounts.remove.keep')}
        </Button>
        <Button look="danger" disabled={!cost || removing} onClick={() => void remove()}>
          {t('accounts.remove.yes', { name: account.label })}
        </Button>
      </div>
    </div>
  );
}
