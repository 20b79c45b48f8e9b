import { useSyncExternalStore } from 'react';
import type { AccountId } from '#shared/domain/ids.ts';
import { useDeskState } from '../state/desk-state.ts';
import { useTicker } from './ticker.tsx';

/**
 * What `read` says of the helpdesk's time, UTC ms: promises are counted by its clock, not by this machine's. Renders again only
 * when it says something else.
 */
export function useServerTime<Value extends string | number | boolean>(
  accountId: AccountId,
  read: (now: number) => Value,
): Value {
  const ticker = useTicker();
  const skewMs = useDeskState((state) => state.health[accountId]?.clockSkewMs ?? 0);
  return useSyncExternalStore(ticker.subscribe, () => read(ticker.now() + skewMs));
}
