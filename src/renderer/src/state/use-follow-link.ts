import { useCallback } from 'react';
import { dialablesIn } from '#shared/calls/dialable.ts';
import { useDialNumber } from './use-dial.ts';
import { useOpenExternal } from './use-open-external.ts';

/** Goes where a link in somebody's words leads: a telephone number is called, what else there is the system opens. */
export function useFollowLink(): (target: string) => Promise<void> {
  const openExternal = useOpenExternal();
  const dial = useDialNumber();
  return useCallback(
    async (target) => {
      const [called] = /^tel:/i.test(target) ? dialablesIn(target) : [];
      if (called) await dial(called.number);
      else await openExternal(target);
    },
    [openExternal, dial],
  );
}
