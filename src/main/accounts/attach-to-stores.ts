import type { Notice } from '#shared/link/values.ts';
import type { StoreLink } from '../link/store-lease.ts';
import type { Log } from '../log.ts';
import type { Accounts } from './accounts.ts';

/** Which accounts have an engine on which store. */
export type AttachedAccounts = {
  /** Every account that has no engine on this store yet gets one; then files that nobody names any more are tidied away. */
  all(link: StoreLink): Promise<void>;
  /** The store has gone. */
  none(): Promise<void>;
  /** The account is removed. */
  forget(link: StoreLink, accountId: string): void;
};

type Ports = {
  readonly accounts: Pick<Accounts, 'runtimes'>;
  readonly log: Log;
  readonly tell: (code: Notice['code'], detail: string) => void;
  /** `isRead`: the store has all of an account's journal. */
  readonly tidyFiles: (link: StoreLink, isRead: (accountId: string) => boolean) => Promise<void>;
};

export function attachToStores({ accounts, log, tell, tidyFiles }: Ports): AttachedAccounts {
  const attached = new WeakMap<StoreLink, Map<string, 'begun' | 'done'>>();
  const failed =
    (what: string) =>
    (error: unknown): void =>
      log(what, { problem: error instanceof Error ? error.name : 'error' });
  return {
    async all(link) {
      const known = attached.get(link) ?? new Map<string, 'begun' | 'done'>();
      attached.set(link, known);
      await Promise.all(
        accounts.runtimes().map(async ([id, runtime]) => {
          if (known.has(id)) return;
          known.set(id, 'begun');
          const { damage } = runtime.journal;
          if (damage) tell('journal-damaged', String(damage.lostBytes + damage.foreignRecords));
          await runtime.attach(link.remote);
          known.set(id, 'done');
        }),
      ).catch(failed('store not attached'));
      await tidyFiles(link, (id) => known.get(id) === 'done').catch(failed('files not tidied'));
    },
    async none() {
      await Promise.all(accounts.runtimes().map(([, runtime]) => runtime.detach()));
    },
    forget: (link, accountId) => attached.get(link)?.delete(accountId),
  };
}
