import type { CallOptions, Connector, ConnectorPorts } from '#main/connectors/contract.ts';
import { zendesk } from '#main/connectors/zendesk/index.ts';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import type { Identity } from '#shared/domain/account.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import { emptyReplica, follow } from '../../contract/conformance/replica.ts';

/** A signal of its own for each: thousands of calls would hang on one. */
const call = (): CallOptions => ({ signal: new AbortController().signal, lane: 'sync' });

/** What sync brings of a desk: the agent it is signed in as, and all rows with every conversation, by page. */
export type ReadHere = { readonly me: Identity; readonly pages: readonly Rows[] };

/** Reads a whole desk as its agent, through the connector. */
export async function readHere(desk: PracticeDesk): Promise<ReadHere> {
  const { agent } = desk.credentials;
  const ports: ConnectorPorts = {
    fetch: (url, { lane: _lane, ...init }) => fetch(url, init as RequestInit),
    now: desk.now,
    log: () => {},
    file: async () => null,
  };
  const open = (me: Identity | null): Connector => {
    const config = { url: desk.url, method: 'apiToken', email: agent.email };
    const opened = zendesk.open(config, { apiToken: agent.apiToken }, { ...ports, keepSecrets: async () => {} }, me);
    if (!opened.ok) throw new Error(opened.error.join());
    return opened.value.connector;
  };
  const me = await open(null).whoAmI(call());
  if (!me.ok) throw new Error(me.error.code);
  const connector = open(me.value);
  const pages: Rows[] = [];
  for (const stream of ['desk', 'tickets'] as const) {
    const replica = emptyReplica();
    await follow(connector, stream, replica, async (ms) => desk.advance(ms));
    pages.push(...replica.reads.map(({ page }) => page.rows));
  }
  const ids = new Set(pages.flatMap(({ tickets }) => tickets.map(({ remoteId }) => remoteId)));
  for (const id of ids) {
    const conversation = await connector.conversation(id, call());
    if (!conversation.ok) throw new Error(conversation.error.code);
    pages.push({ ...noRows(), ...conversation.value });
  }
  return { me: me.value, pages };
}
