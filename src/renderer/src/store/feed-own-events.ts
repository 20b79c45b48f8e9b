import type { AccountId } from '#shared/domain/ids.ts';
import type { Client } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import type { OwnPlace } from '#shared/metrics/own-events.ts';
import type { Report } from '../report/report-api.ts';

/** Hands on to the report what main has recorded of the agent's own doing, from where the last reading ended. */
export type OwnEventsFeed = {
  /** There may be more. */
  wanted(): void;
  isWanted(): boolean;
  /** True when something came. */
  read(report: Report, accountIds: readonly AccountId[]): Promise<boolean>;
  /** From the beginning on again: the report is another one, or main, or an account was closed. */
  forget(accountId?: AccountId): void;
};

export function createOwnEventsFeed(main: () => Client<MainContract> | null): OwnEventsFeed {
  const places = new Map<AccountId, OwnPlace>();
  let isWanted = true;

  const readAccount = async (report: Report, accountId: AccountId): Promise<boolean> => {
    let came = false;
    for (let more = true; more; ) {
      const source = main();
      const page = await source?.ownPage({ accountId, after: places.get(accountId) ?? null });
      if (page === undefined || main() !== source) return came;
      places.set(accountId, page.place);
      if (page.events.length > 0) await report.putOwn(accountId, page.events);
      came ||= page.events.length > 0;
      more = page.more;
    }
    return came;
  };

  return {
    wanted: () => {
      isWanted = true;
    },
    isWanted: () => isWanted,
    async read(report, accountIds) {
      // Should the link break, the next question asks again.
      isWanted = false;
      let came = false;
      for (const accountId of accountIds) came = (await readAccount(report, accountId).catch(() => false)) || came;
      return came;
    },
    forget(accountId) {
      if (accountId === undefined) places.clear();
      else places.delete(accountId);
      isWanted = true;
    },
  };
}
