import type { Account, Identity } from '#shared/domain/account.ts';
import type { Connector } from '../connectors/contract.ts';
import type { ConnectionState } from './connection-state.ts';
import type { Wake } from './wake.ts';

/** Asks the helpdesk who we are until it answers. An answer that names somebody else counts as a wrong password. */
export async function identify(
  ports: {
    readonly account: () => Account;
    readonly connector: Connector;
    readonly state: ConnectionState;
    readonly wake: Wake;
    readonly identified: (me: Identity) => void;
  },
  signal: AbortSignal,
): Promise<void> {
  const { account, connector, state, wake } = ports;
  while (!signal.aborted) {
    const me = await connector.whoAmI({ signal, lane: 'sync' });
    if (signal.aborted) return;
    if (me.ok && me.value.remoteId === account().me.remoteId) {
      state.succeeded();
      ports.identified(me.value);
      return;
    }
    const ms = state.failed(me.ok ? { code: 'unauthorized', detail: 'another user' } : me.error);
    await wake.sleep(ms ?? Number.MAX_SAFE_INTEGER, signal);
  }
}
