import { Hourglass } from 'lucide-react';
import { memo } from 'react';
import type { AccountId } from '#shared/domain/ids.ts';
import { useText } from '../state/text-context.tsx';
import { exactTime } from './age.ts';
import { span } from './countdown.ts';
import styles from './SlaMark.module.css';
import { signOf } from './sign-of.ts';
import { useServerTime } from './use-server-time.ts';

/** How long the requester has waited for an answer since `since`, UTC ms. */
export const WaitingMark = memo(function WaitingMark({
  accountId,
  since,
}: {
  readonly accountId: AccountId;
  readonly since: number;
}) {
  const t = useText();
  const words = useServerTime(accountId, (now) => t('app.waits', { span: span(t, Math.max(0, now - since)) }));
  const exact = t('app.waitsSince', { time: exactTime(t, since) });
  return (
    <span className={styles.mark} {...signOf(exact)}>
      <Hourglass size={14} strokeWidth={1.5} aria-hidden="true" />
      <time aria-hidden="true" dateTime={new Date(since).toISOString()}>
        {words}
      </time>
    </span>
  );
});
