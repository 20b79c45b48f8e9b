import { Cloud, CloudAlert, CloudOff } from 'lucide-react';
import { type Account, type Health, isUnasked } from '#shared/domain/account.ts';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { show } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { failureText } from '../settings/failure-text.ts';
import { RetryIn } from './RetryIn.tsx';
import { Sentence } from './Sentence.tsx';
import styles from './StatusLine.module.css';
import { reachWords, syncWords } from './sync-words.ts';
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
  const { problem, online, phase, retryAt, lastSyncAt } = health;
  const needsAgent = problem !== null && problem.code === 'unauthorized';
  const reached = online || isUnasked(health);
  const Icon = reached ? (problem ? CloudAlert : Cloud) : CloudOff;
  const key = keymap.keysOf('go.accounts')[0];
  const said = reached || (problem !== null && problem.code !== 'offline') ? null : t('app.line.offlineSafe');
  const sentence = problem ? inOne(failureText(t, problem)) : said;
  const doing = syncWords(t, health);
  return (
    <span className={styles.account} data-problem={problem !== null || !reached || undefined}>
      <Icon size={14} strokeWidth={1.5} aria-hidden="true" />
      <span className={styles.name}>{account.label}</span>
      <span>{reachWords(t, health)}</span>
      {lastSyncAt !== null && phase !== 'first-sync' ? (
        <span className={styles.quiet}>
          {t('app.line.synced')} <RelativeTime at={lastSyncAt} />
        </span>
      ) : null}
      {doing ? <span className={styles.quiet}>{doing}</span> : null}
      {sentence ? <Sentence text={sentence} /> : null}
      {needsAgent ? (
        <button type="button" className={styles.action} onClick={() => show({ dialog: 'accounts' })}>
          {t('commands.go.accounts')} {key ? <Kbd keys={key} /> : null}
        </button>
      ) : null}
      {retryAt !== null && problem !== null ? <RetryIn at={retryAt} /> : null}
    </span>
  );
}
