import { request } from 'node:http';
import { type Calls, openCalls } from '#main/calls/calls.ts';
import { openCallsFile } from '#main/calls/calls-file.ts';
import { createWebhook, type Webhook } from '#main/calls/webhook/webhook.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { createText } from '#shared/i18n/text.ts';
import { virtualClock } from '../../support/virtual-clock.ts';

export const NINE = Date.UTC(2026, 10, 26, 9);

export type Door = {
  readonly calls: Calls;
  readonly webhook: Webhook;
  readonly clock: ReturnType<typeof virtualClock>;
  readonly port: number;
  /** `/call/<token>`. */
  readonly path: string;
  readonly logged: Record<string, unknown>[];
  stop(): Promise<void>;
};

/** The door of telephone systems with calls behind it, on a real port and a clock that stands. */
export async function openDoor(
  folder: string,
  { users = [], mostPerMinute = 1_200 }: { readonly users?: readonly string[]; readonly mostPerMinute?: number } = {},
): Promise<Door> {
  const clock = virtualClock(NINE);
  const logged: Record<string, unknown>[] = [];
  const log = (event: string, facts = {}): void => void logged.push({ event, ...facts });
  let ids = 0;
  const calls = openCalls({
    file: await openCallsFile(nodeDisk, `${folder}/calls.log`, clock.now()),
    clock,
    newId: () => `01JCAFE${String(++ids).padStart(19, '0')}`,
    users: () => users,
    openExternal: async () => false,
    tell: () => undefined,
    unwritable: () => undefined,
    log,
  });
  const text = createText('en');
  const webhook = createWebhook({
    disk: nodeDisk,
    path: `${folder}/calls-webhook.json`,
    random: Math.random,
    take: calls.take,
    text: () => text,
    log,
    elapsed: clock.elapsed,
    mostPerMinute,
  });
  await webhook.follow(true);
  const token = (await webhook.newToken()) ?? '';
  const { address } = await webhook.telephone();
  return {
    calls,
    webhook,
    clock,
    port: Number(new URL(address ?? '').port),
    path: `/call/${token}`,
    logged,
    async stop() {
      await webhook.stop();
      await calls.stop();
    },
  };
}

export type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** A request whose every header is the test's own. */
export function send(
  { port, path }: Pick<Door, 'port' | 'path'>,
  sent: Sent,
): Promise<{ readonly status: number; readonly body: string; readonly headers: Readonly<Record<string, unknown>> }> {
  return new Promise((resolve, reject) => {
    const { method = 'POST', headers = {}, body = '' } = sent;
    const length =
      body === '' || 'transfer-encoding' in headers ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request(
      { host: '127.0.0.1', port, path: sent.path ?? path, method, headers: { ...length, ...headers }, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** As Zammad’s documentation has telephone systems send. */
export const asJson = (fields: object): Sent => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(fields),
});

/** `curl --data "event=…&from=…"`: nothing is escaped but what the sender escapes. */
export const asForm = (body: string): Sent => ({ headers: FORM, body });

/** `curl --form`. */
export function asMultipart(fields: readonly (readonly [string, string])[]): Sent {
  const parts = fields.map(
    ([name, value]) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    body: `${parts.join('')}--edge--\r\n`,
  };
}
