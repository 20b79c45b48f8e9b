import { useSyncExternalStore } from 'react';
import type { AccountId } from '#shared/domain/ids.ts';
import { useDeskState } from '../../state/desk-state.ts';
import { useText } from '../../state/text-context.tsx';
import { useTicker } from '../../ui/ticker.tsx';
import { countedAt } from './counted-at.ts';

const DAY_MS = 86_400_000;

/**
 * What is to be known of a count: that it will grow, or as of when it is; undefined where it is simply so. `accountId`
 * is whose tickets are counted, null all accounts', undefined none of theirs.
 */
export function useCountRemark(accountId: AccountId | null | undefined, complete: boolean): string | undefined {
  const t = useText();
  const ticker = useTicker();
  const health = useDeskState((state) => state.health);
  const told = Object.values(health).filter(
    (one) => accountId === null || (accountId !== undefined && one.accountId === accountId),
  );
  const at = useSyncExternalStore(ticker.subscribe, () => countedAt(told, ticker.now()));
  const parts = [
    ...(complete ? [] : [t('inbox.views.incomplete')]),
    ...(at === null
      ? []
      : [
          t('inbox.views.asOf', {
            time: t.intl.formatDate(at, {
              ...(ticker.now() - at < DAY_MS ? {} : { dateStyle: 'medium' as const }),
              timeStyle: 'short',
            }),
          }),
        ]),
  ];
  return parts.length === 0 ? undefined : parts.join('. ');
}
