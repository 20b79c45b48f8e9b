import type { Connector } from '#main/connectors/contract.ts';
import type { Identity } from '#shared/domain/account.ts';
import type { Bench } from './bench.ts';
import type { FileStore } from './entries.ts';
import type { FaultyFetch } from './faults.ts';

/** What the tests of one connector share: one helpdesk, one open connector, faults over its network. */
export type Context = {
  readonly bench: Bench;
  readonly faults: FaultyFetch;
  readonly files: FileStore;
  readonly connector: Connector;
  readonly me: Identity;
  /** Opens one more, as after a restart: nothing is remembered but what the cursor holds. */
  readonly open: (secrets?: Readonly<Record<string, string>>) => Connector;
  /** A word that occurs nowhere else on the helpdesk. */
  readonly mark: (label: string) => string;
  readonly options: { readonly signal: AbortSignal; readonly lane: 'agent' | 'sync' };
};
