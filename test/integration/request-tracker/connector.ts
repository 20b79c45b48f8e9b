import type { CallOptions, Connector, ConnectorPorts } from '#main/connectors/contract.ts';
import { requestTracker } from '#main/connectors/request-tracker/index.ts';
import type { Identity } from '#shared/domain/account.ts';
import type { Rows, Stream } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import type { Result } from '#shared/result.ts';
import type { RigUser } from '../../support/request-tracker/rig.ts';

export const call: CallOptions = { signal: new AbortController().signal, lane: 'sync' };

/** Ports with the real network and clock, and files from a map. */
export const ports = (files: ReadonlyMap<string, Uint8Array> = new Map()): ConnectorPorts => ({
  fetch: (url, { lane: _lane, body, ...init }) =>
    fetch(url, {
      ...init,
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? new Uint8Array(body) : body }),
    }),
  now: () => Date.now(),
  log: () => undefined,
  file: async (sha256) => files.get(sha256) ?? null,
});

export function openConnector(
  url: string,
  sign: { readonly user: RigUser } | { readonly token: string },
  files?: ReadonlyMap<string, Uint8Array>,
  me: Identity | null = null,
): Connector {
  const opened = requestTracker.open(
    'token' in sign ? { url, mode: 'token' } : { url, mode: 'password', user: sign.user.name },
    'token' in sign ? { token: sign.token } : { password: sign.user.password },
    { ...ports(files), keepSecrets: async () => undefined },
    me,
  );
  if (!opened.ok) throw new Error(opened.error.join());
  return opened.value.connector;
}

export const must = <Value>(result: Result<Value, Failure>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Pulls a stream to its present end. */
export async function pullAll(
  connector: Connector,
  stream: Stream,
  from: string | null,
  each: (rows: Rows) => void = () => undefined,
): Promise<string> {
  let cursor = from;
  for (;;) {
    const page = must(await connector.pull(stream, cursor, call));
    each(page.rows);
    cursor = page.cursor;
    if (!page.more) return page.cursor;
  }
}

let made = 0;
/** An outbox entry as it stands when it is sent for the first time. */
export function entryOf(action: Action, ticketRemoteId: string | null, more: Partial<OutboxEntry> = {}): OutboxEntry {
  made++;
  return {
    id: `01JD${Date.now()
      .toString(36)
      .toUpperCase()
      .replace(/[ILOU]/g, 'X')
      .padStart(10, '0')}${String(made).padStart(12, '0')}`.slice(0, 26),
    accountId: 'rt',
    ticketId: `rt:${ticketRemoteId ?? 'new'}`,
    ticketRemoteId,
    action,
    base: { version: null, lastMessageRemoteId: null, lastMessageAt: null, values: {} },
    createdAt: Date.now(),
    notBefore: Date.now(),
    state: { name: 'sending', since: Date.now() },
    attempts: 1,
    lastAttemptAt: Date.now(),
    sendAnyway: false,
    ...more,
  };
}
export const words = (text: string) => ({ markdown: text, html: `<p>${text}</p>`, files: [] });
