import type { Identity } from '#shared/domain/account.ts';
import { err, type Result } from '#shared/result.ts';
import type { Clock } from '../clock.ts';
import type { AnyConnectorDefinition, Connector, ConnectorPorts } from '../connectors/contract.ts';
import { isAskedToWait, retryAfterMs } from '../connectors/http.ts';
import type { Secrets } from '../credentials/secret-store.ts';
import type { Log } from '../log.ts';
import type { Disk } from '../profile/disk.ts';
import type { ProfilePaths } from '../profile/profile-paths.ts';
import { type Budget, createBudget, type KeptBlock } from '../sync/budget.ts';
import { clockSkewMs, limitedFetch, remainingBudget } from '../sync/limited-fetch.ts';

export type ConnectorHost = {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly disk: Disk;
  readonly log: Log;
  readonly paths: ProfilePaths;
  /** Every helpdesk that can be talked to. */
  readonly connectors: readonly AnyConnectorDefinition[];
};

export type OpenedConnector = { readonly host: string; readonly connector: Connector };

/** Until the connector has said what its helpdesk allows, only the few calls of a sign-in are made. */
const UNTIL_KNOWN = { requests: 100, perMs: 60_000 };

/**
 * A connector with its only way to the network: behind its budget, without cookies. Fails with the names of the fields
 * that do not parse.
 */
export function openConnector(
  host: ConnectorHost,
  connectorId: string,
  config: Readonly<Record<string, string>>,
  secrets: Secrets,
  me: Identity | null,
  hooks: {
    readonly keepSecrets: (secrets: Secrets) => Promise<void>;
    readonly clockSkew: (ms: number) => void;
    readonly kept: KeptBlock;
  },
): Result<OpenedConnector, readonly string[]> {
  const definition = host.connectors.find(({ id }) => id === connectorId);
  if (!definition) return err(['connectorId']);
  let budget = createBudget(UNTIL_KNOWN, host.clock, hooks.kept);
  const ports = connectorPorts(
    host,
    {
      take: (lane, signal) => budget.take(lane, signal),
      blockUntil: (at) => budget.blockUntil(at),
      report: (remaining, limit) => budget.report(remaining, limit),
    },
    hooks.clockSkew,
  );
  const opened = definition.open(config, secrets, { ...ports, keepSecrets: hooks.keepSecrets }, me);
  if (!opened.ok) return opened;
  budget = createBudget(opened.value.connector.capabilities.budget, host.clock, hooks.kept);
  return opened;
}

export function connectorPorts(host: ConnectorHost, budget: Budget, clockSkew: (ms: number) => void): ConnectorPorts {
  const { clock, disk, log, paths } = host;
  return {
    fetch: limitedFetch(host.fetch, budget, clock, (response) => {
      const skew = clockSkewMs(response, clock.now());
      if (skew !== null) clockSkew(skew);
      // Here and not where each call fails, because a connector may have a use for an answer without some of its parts.
      if (isAskedToWait(response)) budget.blockUntil(clock.now() + retryAfterMs(response.headers, clock.now()));
      const left = remainingBudget(response);
      if (left) budget.report(left.remaining, left.limit);
    }),
    now: clock.now,
    log,
    file: async (sha256) => {
      const bytes = await disk.read(paths.file(sha256));
      return bytes && new Uint8Array(bytes);
    },
  };
}

/** A budget for the calls of a sign-in, before there is an account. */
export const signInBudget = (clock: Clock): Budget =>
  createBudget(UNTIL_KNOWN, clock, { block: null, keep: () => undefined });
