import { useCallback } from 'react';
import { useChangeMany } from '#renderer/features/batch/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useInterface } from '#renderer/state/interface-state.ts';
import { targetsOf } from '#renderer/state/selection.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { type AccountId, accountOf } from '#shared/domain/ids.ts';

/** Whether any of what is ticked or at hand can be followed; also while that is not known yet. */
export function mayFollow(): boolean {
  const { health } = useDeskState.getState();
  return targetsOf(useInterface.getState()).some((id) => health[accountOf(id)]?.abilities?.followers ?? true);
}

/** I follow what is ticked or at hand; where I follow all of it already, I stop. */
export function useFollow(): () => Promise<void> {
  const t = useText();
  const desk = useDesk();
  const changeMany = useChangeMany();
  return useCallback(async () => {
    const tickets = await desk.selected(targetsOf(useInterface.getState()));
    const { accounts } = useDeskState.getState();
    const meOn = (accountId: AccountId): string | undefined =>
      accounts?.find(({ id }) => id === accountId)?.me.remoteId;
    const meFor = new Map(tickets.map(({ id, accountId }) => [id, meOn(accountId)]));
    const followsAll = tickets.every(({ accountId, followerIds }) => followerIds.includes(meOn(accountId) ?? ''));
    await changeMany(
      tickets.map(({ id }) => id),
      (id) => {
        const me = meFor.get(id);
        if (me === undefined) return null;
        return followsAll ? { followersRemoved: [me] } : { followersAdded: [me] };
      },
      (count) => t(followsAll ? 'batch.unfollowed' : 'batch.followed', { count }),
    );
  }, [t, desk, changeMany]);
}
