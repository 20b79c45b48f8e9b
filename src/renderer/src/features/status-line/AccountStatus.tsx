import { Cloud, CloudAlert, CloudOff } from 'lucide-react';
import type { Account, Health } from '#shared/domain/account.ts';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { show } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { failureText } from '../settings/failure-text.ts';
import { RetryIn } from './RetryIn.tsx';
import styles from './StatusLine.module.css';
import { syncWords } from './sync-words.ts';
import { inOne } from './worries.ts';

/** One account: its name, whether it can be reached, how fresh it is, and what is wrong. */
export function AccountStatus({ account, health }: { readonly account: Account; readonly health: Health | undefined }) {
  const t = useText();
  const { keymap } = useKeys();
  if (!health)
    return (
      <span className={styles.account}>
        <Cloud size={14} strokeWidth={1.5} aria-hidden="true" />
        <span className={styles.name}>{account.label}</span>
        <span>{t('app.line.waiting')}</span>
      </span>
    );
  const { problem, online, retryAt, lastSyncAt } = health;
  const needsAgent = problem !== null && problem.code === 'unauthorized';
  const Icon = online ? (problem ? CloudAlert : Cloud) : CloudOff;
  const key = keymap.keysOf('go.accounts')[0];
  const said = online || (problem !== null && problem.code !== 'offline') ? null : t('app.line.offlineSafe');
  const sentence = problem ? inOne(failureText(t, problem)) : said;
  return (
    <span className={styles.account} data-problem={problem !== null || !online || undefined}>
      <Icon size={14} strokeWidth={1.5} aria-hidden="true" />
      <span className={styles.name}>{account.label}</span>
      <span>{t(online ? 'app.line.online' : 'app.line.offline')}</span>
      <span className={styles.quiet}>
        {syncWords(t, health)}
        {health.phase === 'idle' && lastSyncAt !== null ? (
          <>
            {' '}
            <RelativeTime at={lastSyncAt} />
          </>
        ) : null}
      </span>
      {sentence ? (
        <span className={styles.worry} title={sentence}>
          {sentence}
        </span>
      ) : null}
      {needsAgent ? (
        <button type="button" className={styles.action} onClick={() => show({ dialog: 'accounts' })}>
          {t('commands.go.accounts')} {key ? <Kbd keys={key} /> : null}
        </button>
      ) : null}
      {retryAt !== null && problem !== null ? <RetryIn at={retryAt} /> : null}
    </span>
  );
}
