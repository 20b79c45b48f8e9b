import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Telephone } from '#shared/link/values.ts';
import { z } from '#shared/schema.ts';
import type { Disk } from '../../profile/disk.ts';
import { readJson } from '../../profile/read-file.ts';
import { listenForGood, listenOn } from '../../shell/listen.ts';
import { type AnswerPorts, createAnswers } from './answer-request.ts';
import { hashOfToken } from './judge-request.ts';

/** The door for telephone systems: an HTTP address on this machine alone, open while the agent wants it. */
export type Webhook = {
  /** Opens or closes it; resolves when that is done, or cannot be. */
  follow(isWanted: boolean): Promise<void>;
  /** Tries once more where another program had its port. */
  telephone(): Promise<Omit<Telephone, 'takenKeys'>>;
  /** Any token before it is good no longer. Null where it could not be written down. */
  newToken(): Promise<string | null>;
  stop(): Promise<void>;
};

export type WebhookPorts = Omit<AnswerPorts, 'port' | 'tokenHash'> & {
  readonly disk: Disk;
  /** Where the profile keeps its port and the token's hash. */
  readonly path: string;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
};

const recordSchema = z.object({
  /** Telephone systems are told it once: it is the profile's for good. */
  port: z.number().int().min(1).max(65_535).nullable(),
  tokenHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
type WebhookRecord = Readonly<z.infer<typeof recordSchema>>;

export function createWebhook(ports: WebhookPorts): Webhook {
  const { disk, path } = ports;
  let record: WebhookRecord | null = null;
  let server: Server | null = null;
  let port = 0;
  let wanted = false;
  let isTaken = false;

  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };
  const read = async (): Promise<WebhookRecord> => {
    record ??= (await readJson(disk, path, recordSchema)) ?? { port: null, tokenHash: null };
    return record;
  };
  const write = async (change: Partial<WebhookRecord>): Promise<boolean> => {
    const next = { ...(await read()), ...change };
    const isKept = await disk.replace(path, JSON.stringify(next)).then(
      () => true,
      () => false,
    );
    if (isKept) record = next;
    return isKept;
  };
  const answer = createAnswers({ ...ports, port: () => port, tokenHash: () => record?.tokenHash ?? null });

  const open = async (): Promise<void> => {
    if (server) return;
    const known = (await read()).port;
    const listener = getRequestListener((request, { incoming }) => answer(request, incoming), {
      overrideGlobalObjects: false,
    });
    const next = createServer(
      { requestTimeout: 10_000, headersTimeout: 10_000, maxHeaderSize: 8_192 },
      (request, response) => void listener(request, response),
    );
    next.maxConnections = 200;
    const listened = known === null ? await listenForGood(next, ports.random) : await listenOn(next, known);
    isTaken = !listened.ok;
    if (!listened.ok) return ports.log('calls.webhook-not-open', { reason: 'port-taken' });
    server = next;
    port = listened.value;
    if (known === null && !(await write({ port }))) ports.log('calls.webhook-port-not-kept');
  };
  const close = async (): Promise<void> => {
    const closing = server;
    server = null;
    isTaken = false;
    if (!closing) return;
    await new Promise<void>((resolve) => {
      closing.close(() => resolve());
      closing.closeAllConnections();
    });
  };

  return {
    follow: (isWanted) =>
      inTurn(() => {
        wanted = isWanted;
        return wanted ? open() : close();
      }).catch((error: unknown) =>
        ports.log('calls.webhook-not-open', { reason: error instanceof Error ? error.name : 'error' }),
      ),
    telephone: () =>
      inTurn(async () => {
        if (wanted) await open();
        const { port: own, tokenHash } = await read();
        const at = server ? port : own;
        return {
          address: at === null ? null : `http://127.0.0.1:${at}/call/`,
          problem: server ? null : isTaken ? 'port-taken' : 'off',
          hasToken: tokenHash !== null,
        };
      }),
    newToken: () =>
      inTurn(async () => {
        // 256 bits: who guesses has no chance, and who reads the profile finds only what cannot be used.
        const token = randomBytes(32).toString('base64url');
        return (await write({ tokenHash: hashOfToken(token) })) ? token : null;
      }),
    stop: () =>
      inTurn(() => {
        wanted = false;
        return close();
      }),
  };
}
