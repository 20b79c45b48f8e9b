import type { Link } from '#shared/link/connect-link.ts';
import type { StoreContract } from '#shared/link/store-contract.ts';
import type { Clock } from '../clock.ts';

export type StoreLink = Link<StoreContract>;

/** One store at a time: two would both write, and each would show half. */
export type StoreLease = {
  holder(): StoreLink | null;
  /** True when `link` holds the lease from now on. A holder that is just closing (a reload) is waited for. */
  take(link: StoreLink, takeOver: boolean): Promise<boolean>;
  release(link: StoreLink): void;
};

const CLOSING_MS = 1_500;

export function createStoreLease(clock: Clock): StoreLease {
  let holder: StoreLink | null = null;
  return {
    holder: () => holder,
    async take(link, takeOver) {
      const other = holder;
      if (other === null || other === link || takeOver) {
        holder = link;
        if (other === null || other === link) return true;
        await other.remote.leaseLost().catch(() => undefined);
        other.close();
        return true;
      }
      let isGone = false;
      void link.closed.then(() => {
        isGone = true;
      });
      await Promise.race([other.closed, clock.sleep(CLOSING_MS, new AbortController().signal)]);
      // A window that was closed while it waited would hold the lease for good.
      if (holder !== null || isGone) return false;
      holder = link;
      return true;
    },
    release(link) {
      if (holder === link) holder = null;
    },
  };
}
