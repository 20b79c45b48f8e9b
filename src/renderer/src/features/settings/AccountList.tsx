import { useState } from 'react';
import { type Account, type ConnectorForm, isOffline } from '#shared/domain/account.ts';
import type { TextKey } from '#shared/i18n/catalogue.ts';
import type { StoreProblem } from '#shared/link/values.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { useText } from '../../state/text-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from './AccountList.module.css';
import { noLink } from './account-form.ts';
import { failureText, problemText, type Sentences } from './failure-text.ts';
import { SentencesBox } from './Sentences.tsx';

/** The connector under which the embedded helpdesk is offered; its form has no fields. */
const isPractice = (form: ConnectorForm): boolean => form.fields.length === 0;

export function AccountList({
  accounts,
  forms,
  onAdd,
  onEdit,
  onRemove,
}: {
  readonly accounts: readonly Account[];
  readonly forms: readonly ConnectorForm[];
  readonly onAdd: (form: ConnectorForm) => void;
  readonly onEdit: (account: Account, form: ConnectorForm) => void;
  readonly onRemove: (account: Account) => void;
}) {
  const t = useText();
  const desk = useDesk();
  const [problem, setProblem] = useState<Sentences | null>(null);
  const [adding, setAdding] = useState(false);

  const add = async (form: ConnectorForm): Promise<void> => {
    if (!isPractice(form)) return onAdd(form);
    setAdding(true);
    const saved = await desk
      .saveAccount({ id: null, connectorId: form.connectorId, label: '', config: {}, secrets: {} })
      .catch(noLink);
    setAdding(false);
    if (saved.ok) setProblem(null);
    else setProblem(saved.error === 'no-link' ? problemText(t, saved.error) : failureText(t, saved.error, 'sign-in'));
  };
  const offered = forms.filter((form) => !isPractice(form) || !accounts.some((account) => account.practice));

  return (
    <div className={styles.list}>
      {accounts.length === 0 ? <p className={styles.none}>{t('accounts.none')}</p> : null}
      <ul className={styles.accounts}>
        {accounts.map((account) => {
          const form = forms.find((one) => one.connectorId === account.connectorId);
          return (
            <li key={account.id} className={styles.account}>
              <AccountHealth account={account} />
              <div className={styles.actions}>
                {account.practice || !form ? null : (
                  <Button
                    onClick={() => onEdit(account, form)}
                    aria-label={t('accounts.edit.of', { name: account.label })}
                  >
                    {t('accounts.edit')}
                  </Button>
                )}
                <Button
                  look="danger"
                  onClick={() => onRemove(account)}
                  aria-label={t('accounts.remove.of', { name: account.label })}
                >
                  {t('accounts.remove')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <section className={styles.add} aria-labelledby="accounts-add">
        <h3 id="accounts-add" className={styles.heading}>
          {t('accounts.add.which')}
        </h3>
        <div className={styles.choices}>
          {offered.map((form) => (
            <Button key={form.connectorId} disabled={adding} onClick={() => void add(form)}>
              {t(`accounts.${form.connectorId}.name` as TextKey)}
            </Button>
          ))}
        </div>
        {problem ? <SentencesBox sentences={problem} /> : null}
      </section>
    </div>
  );
}

/** Who we are there, and whether it works. */
function AccountHealth({ account }: { readonly account: Account }) {
  const t = useText();
  const health = useDeskState((state) => state.health[account.id]);
  const rows = useDeskState((state) => state.rows[account.id]);
  const unreadable = useDeskState((state) => state.unreadable[account.id]) ?? 0;
  const stored: StoreProblem | undefined = useDeskState((state) => state.storage[account.id]);
  const problem = health?.problem ?? null;
  const state = problem ? 'problem' : isOffline(health) ? 'offline' : health?.online ? 'online' : 'waiting';
  const where = account.practice ? t('accounts.practice.where') : (account.config.url ?? account.connectorId);
  return (
    <div className={styles.facts}>
      <p className={styles.name}>
        <span className={styles.shape} data-state={state} aria-hidden="true" />
        {account.label}
        <span className={styles.state}>{t(`accounts.state.${state}`)}</span>
      </p>
      <p className={styles.quiet}>
        {t('accounts.as', { name: account.me.name, where })}
        {account.me.administrator ? ` · ${t('accounts.administrator')}` : ''}
      </p>
      <p className={styles.quiet}>
        {rows ? t('accounts.rows', { tickets: rows.tickets, articles: rows.articles }) : t('accounts.noRows')}
        {health?.lastSyncAt ? (
          <>
            {' · '}
            {t('accounts.synced')} <RelativeTime at={health.lastSyncAt} />
          </>
        ) : null}
      </p>
      {unreadable > 0 ? <p className={styles.quiet}>{t('accounts.unreadable', { count: unreadable })}</p> : null}
      {problem ? <SentencesBox sentences={failureText(t, problem)} /> : null}
      {stored ? <SentencesBox sentences={problemText(t, stored)} /> : null}
    </div>
  );
}
