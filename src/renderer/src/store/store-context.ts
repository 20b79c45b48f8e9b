import type { Account, Health } from '#shared/domain/account.ts';
import { type AccountId, accountOf, type TicketId } from '#shared/domain/ids.ts';
import type { Client } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import type { StoreProblem } from '#shared/link/values.ts';
import type { Result } from '#shared/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { OwnViews } from '#shared/views/own-view.ts';
import type { RunningReport } from '../report/start-report.ts';
import type { AccountState } from './account-state.ts';
import type { Announcer } from './announce.ts';
import type { CallMirror } from './call-mirror.ts';
import type { ReportFeed } from './feed-report.ts';
import type { Journal } from './fold-journal.ts';
import type { Lock } from './lock.ts';
import type { OwnLists } from './own-lists.ts';
import type { Pause } from './plan-rows.ts';
import type { Storage } from './storage.ts';

/** What the store needs of the world. */
export type StoreEnv = {
  readonly openStorage: (
    account: AccountId,
    onProblem: (problem: StoreProblem | null) => void,
  ) => Promise<Result<Storage, StoreProblem>>;
  readonly deleteStorage: (account: AccountId) => Promise<void>;
  readonly now: () => number;
  /** Runs later; returns how to prevent it. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** A ULID, later than the one before. */
  readonly newId: () => string;
  readonly pause: Pause;
  /** Resolves when the window has asked nothing for a moment. */
  readonly untilQuiet: () => Promise<void>;
  /** `failed`: it could not be started, or broke down. */
  readonly startReport: (failed: () => void) => RunningReport;
};

/** What the parts of the store share. */
export type StoreContext = {
  readonly env: StoreEnv;
  readonly announce: Announcer;
  readonly accounts: Map<AccountId, AccountState>;
  readonly healths: Map<AccountId, Health>;
  /** What the journal holds of accounts whose database cannot be opened: the agent's words are shown all the same. */
  readonly unopened: Map<AccountId, Journal>;
  /** Read before another window had the lease: to be read again before anything is built on it. */
  readonly lapsed: WeakSet<AccountState>;
  /** Opening and closing never overlap: two connections to one database would hold each other up. */
  readonly opening: Lock;
  /** Null until main has said. */
  accountList: readonly Account[] | null;
  /** Called after the next change. */
  readonly waiting: (() => void)[];
  /** To be called when marks may have changed: the next ticket to wake may be another one. */
  marksChanged: () => void;
  settings: Settings;
  /** As main keeps them. */
  ownViews: OwnViews;
  readonly own: OwnLists;
  readonly calls: CallMirror;
  readonly feed: ReportFeed;
  /** Main has said that the log of calls cannot be written, and nothing has been written since. */
  callsFail: boolean;
  /** Main has said that the journal cannot be written, and nothing has been journalled since. */
  journalFails: boolean;
  /** Null while there is no link, or another window holds the lease. */
  main: Client<MainContract> | null;
  /** Grows whenever columns changed. */
  version: number;
};

export const stateOf = (context: StoreContext, id: TicketId): AccountState | undefined =>
  context.accounts.get(accountOf(id));

/** The clock of an account's helpdesk minus this machine's, ms; 0 until it has answered. */
export const skewOf = ({ healths }: Pick<StoreContext, 'healths'>, accountId: AccountId): number =>
  healths.get(accountId)?.clockSkewMs ?? 0;

/** Says that something changed, and makes views be computed anew. `more`: the next change of the same kind is on its way. */
export function changed(context: StoreContext, what: Parameters<Announcer['changed']>[0], more = false): void {
  if (what.views) context.version++;
  context.announce.changed(what, more);
  if (what.ticketIds !== 'all') context.feed.touched(what.ticketIds ?? []);
  for (const tell of context.waiting.splice(0)) tell();
}

/**
 * Whether every account that main has named is open, or known not to open. Before that, what is not there is not known to be
 * nothing.
 */
export function isOpened({ accounts, unopened, accountList }: StoreContext): boolean {
  if (accountList === null) return accounts.size + unopened.size > 0;
  return accountList.every(({ id }) => accounts.has(id) || unopened.has(id));
}

export async function whenOpened(context: StoreContext): Promise<void> {
  while (!isOpened(context)) await new Promise<void>((resolve) => context.waiting.push(resolve));
}

/** How long what is asked of a ticket waits for its account to be opened, in ms; after that it is answered as it stands. */
const OPENS_WITHIN_MS = 3_000;

/** For what may be asked before accounts are open, because the list stands on the screen from the last time. */
export async function soonOpened(context: StoreContext): Promise<void> {
  if (isOpened(context)) return;
  let stop: () => void = () => undefined;
  const patience = new Promise<void>((resolve) => {
    stop = context.env.after(OPENS_WITHIN_MS, resolve);
  });
  await Promise.race([whenOpened(context), patience]);
  stop();
}
