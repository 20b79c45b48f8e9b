import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { outboxQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { BatchLine } from '../batch/index.ts';
import { AccountStatus } from './AccountStatus.tsx';
import { BreakReminder } from './BreakReminder.tsx';
import { CacheRemark } from './CacheRemark.tsx';
import { DoNotDisturb } from './DoNotDisturb.tsx';
import { outboxCounts } from './outbox-counts.ts';
import { Sentence } from './Sentence.tsx';
import styles from './StatusLine.module.css';
import { worries } from './worries.ts';

/** One row that always tells the truth: the link, each account, what is wrong, and what waits to be sent. */
export function StatusLine() {
  const t = useText();
  const desk = useDesk();
  const state = useDeskState();
  const refusal = useInterface((interfaceState) => interfaceState.refusal);
  const { data: outbox } = useQuery(outboxQuery(desk));
  const waits = useMemo(() => outboxCounts(outbox ?? []), [outbox]);
  const { link, accounts } = state;
  const sentences = [...(refusal ? [refusal] : []), ...worries(t, state)];

  return (
    <footer className={styles.line} aria-label={t('app.line.label')}>
      <div className={styles.left} role="status">
        {link.state === 'connecting' ? <span className={styles.quiet}>{t('app.line.connecting')}</span> : null}
        {link.state === 'other-window' ? (
          <span className={styles.worry}>
            {t('app.line.otherWindow')}{' '}
            <button type="button" className={styles.action} onClick={() => void desk.takeOver()}>
              {t('app.line.takeOver')}
            </button>
          </span>
        ) : null}
        {link.state === 'connected' && accounts?.length === 0 ? (
          <button type="button" className={styles.action} onClick={() => show({ dialog: 'accounts' })}>
            {t('app.line.noAccounts')}
          </button>
        ) : null}
        {link.state === 'connected'
          ? (accounts ?? []).map((account) => (
              <AccountStatus key={account.id} account={account} health={state.health[account.id]} />
            ))
          : null}
        {sentences.map((sentence) => (
          <Sentence key={sentence} text={sentence} />
        ))}
        <CacheRemark />
      </div>
      <div className={styles.right} role="status">
        <BreakReminder />
        <DoNotDisturb />
        <BatchLine className={styles.action} />
        {waits.needYou > 0 ? (
          <button type="button" className={styles.needYou} onClick={() => show({ place: 'outbox' })}>
            {t('app.line.needYou', { count: waits.needYou })}
          </button>
        ) : null}
        {waits.sending > 0 ? <span>{t('app.line.sending', { count: waits.sending })}</span> : null}
        {waits.toSend > 0 ? (
          <button type="button" className={styles.action} onClick={() => show({ place: 'outbox' })}>
            {t('app.line.toSend', { count: waits.toSend })}
          </button>
        ) : null}
        {outbox?.length === 0 && accounts && accounts.length > 0 ? (
          <span className={styles.quiet}>{t('app.line.allSent')}</span>
        ) : null}
      </div>
    </footer>
  );
}
