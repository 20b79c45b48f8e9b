import { noRows } from '#shared/domain/batch.ts';
import { concernsAll, type Failure } from '#shared/domain/failure.ts';
import type { AccountId, RemoteId } from '#shared/domain/ids.ts';
import type { MacroVersion } from '#shared/link/values.ts';
import type { OutgoingFile } from '#shared/outbox/action.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Connector, NamedFile } from '../connectors/contract.ts';
import type { ConnectionState } from './connection-state.ts';
import type { Store } from './pull-streams.ts';

/** How long a macro is passed over whose files could not be had, so that it keeps nothing else waiting. */
const PASS_OVER_MS = 10 * 60_000;

type Ports = {
  readonly accountId: AccountId;
  readonly connector: Connector;
  readonly store: Store;
  readonly state: ConnectionState;
  readonly clock: Clock;
  /** Keeps bytes in the profile; answers with their SHA-256. */
  readonly keepFile: (bytes: Uint8Array) => Promise<string>;
};

export type MacroFetcher = {
  /** One macro's, that the agent looks at. Fails as the connector does; `server` when they could not be kept here. */
  readonly fetch: (macro: MacroVersion, lane: 'agent' | 'sync', signal: AbortSignal) => Promise<Result<null, Failure>>;
  /** One more of those that say that they come with files; false when there is none to fetch now. */
  readonly ahead: (signal: AbortSignal) => Promise<boolean>;
};

/** Brings the files that a helpdesk keeps with its macros into the profile, so that they are run with them also offline. */
export function createMacroFetcher({ accountId, connector, store, state, clock, keepFile }: Ports): MacroFetcher {
  const passedOver = new Map<RemoteId, number>();
  /** What is on its way is not asked for twice. */
  const underWay = new Map<RemoteId, Promise<Result<null, Failure>>>();

  const keep = async (macro: MacroVersion, read: readonly NamedFile[]): Promise<Result<null, Failure>> => {
    const unkept = (detail: string) => err({ code: 'server', status: 0, nonsense: false, detail } as const);
    const files: OutgoingFile[] = [];
    try {
      for (const { name, mimeType, bytes } of read)
        files.push({ name, mimeType, size: bytes.length, sha256: await keepFile(bytes) });
    } catch {
      return unkept('files not kept');
    }
    const { macroRemoteId: remoteId, updatedAt } = macro;
    const rows = { ...noRows(), macroFiles: [{ remoteId, updatedAt, files }] };
    const kept = await store.applyBatch({ accountId, stream: null, cursor: null, complete: false, rows });
    return kept.ok ? ok(null) : unkept(`store: ${kept.error}`);
  };

  const read = async (macro: MacroVersion, lane: 'agent' | 'sync', signal: AbortSignal) => {
    const told = await connector.macroFiles(macro.macroRemoteId, { signal, lane });
    if (told.ok) return keep(macro, told.value);
    if (!signal.aborted && concernsAll(told.error)) state.failed(told.error);
    return told;
  };

  const fetch: MacroFetcher['fetch'] = (macro, lane, signal) => {
    const { macroRemoteId: id } = macro;
    const reading = underWay.get(id) ?? read(macro, lane, signal).finally(() => underWay.delete(id));
    underWay.set(id, reading);
    return reading;
  };

  return {
    fetch,
    async ahead(signal) {
      const wanted = await store.macroFilesWanted({ accountId });
      const next = wanted.find(({ macroRemoteId }) => (passedOver.get(macroRemoteId) ?? 0) <= clock.elapsed());
      if (!next || signal.aborted) return false;
      const fetched = await fetch(next, 'sync', signal);
      if (fetched.ok) passedOver.delete(next.macroRemoteId);
      else passedOver.set(next.macroRemoteId, clock.elapsed() + PASS_OVER_MS);
      return true;
    },
  };
}
