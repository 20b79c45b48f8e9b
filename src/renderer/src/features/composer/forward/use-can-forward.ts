import { useDeskState } from '#renderer/state/desk-state.ts';
import type { Abilities } from '#shared/domain/account.ts';
import type { AccountId } from '#shared/domain/ids.ts';

/** Whether an account forwards; undefined while main has not told yet. */
export const useCanForward = (accountId: AccountId): Abilities['forward'] | undefined =>
  useDeskState((state) => state.health[accountId]?.abilities?.forward);
