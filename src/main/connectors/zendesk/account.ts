import type { CallOptions } from '#main/connectors/contract.ts';
import type { Identity } from '#shared/domain/account.ts';
import type { AccountFacts } from './account-facts.ts';
import type { Client } from './client.ts';
import type { Pace } from './pace.ts';
import type { SideConversations } from './side-conversations.ts';

/** One open account, as the parts of the connector share it. */
export type Account = {
  readonly client: Client;
  readonly facts: AccountFacts;
  readonly me: Identity | null;
  /** Reads by the export; everybody else by views, activities and search. */
  readonly administrator: boolean;
  /** All agents of an account share a hundred searches a minute. */
  readonly searches: Pace;
  /** Zendesk allows an account ten exports a minute. */
  readonly exports: Pace;
  /** And five executions a minute of each view, for each agent. */
  readonly views: (viewId: string) => Pace;
  /** Ids of the agent's active views; none when they cannot be had just now. */
  readonly activeViews: (options: CallOptions) => Promise<readonly string[]>;
  readonly side: SideConversations;
  readonly now: () => number;
  readonly log: (event: string, facts: Readonly<Record<string, string | number | boolean>>) => void;
};
