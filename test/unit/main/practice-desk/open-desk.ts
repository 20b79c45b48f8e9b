import { onTestFinished } from 'vitest';
import {
  type Credential,
  type PracticeDesk,
  type PracticeDeskOptions,
  startPracticeDesk,
} from '#main/practice-desk/index.ts';

export const START = Date.UTC(2026, 8, 14, 9, 30);

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into, not relied on
// oxlint-disable-next-line typescript/no-explicit-any -- answers are looked into, not relied on
type Json = any;
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Json; readonly text: string };

export type TestDesk = {
  readonly desk: PracticeDesk;
  readonly clock: { at: number };
  readonly get: (path: string, who?: Credential) => Promise<Answer>;
  readonly send: (
    method: string,
    path: string,
    body: unknown,
    more?: { who?: Credential; headers?: Record<string, string> },
  ) => Promise<Answer>;
};

export const basic = (who: Credential): string =>
  `Basic ${Buffer.from(`${who.email}/token:${who.apiToken}`).toString('base64')}`;

/** A desk on a clock that stands still until a test moves it. */
export const openDesk = async (options: Partial<PracticeDeskOptions> = {}): Promise<TestDesk> => {
  const clock = { at: START };
  const desk = await startPracticeDesk({
    dataDir: null,
    port: 0,
    seed: 7,
    now: () => clock.at,
    live: false,
    tickets: 60,
    ...options,
  });
  onTestFinished(() => desk.stop());
  const ask = async (
    method: string,
    path: string,
    who: Credential,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(desk.url + path, {
      method,
      headers: { authorization: basic(who), 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    let parsed: unknown = null;
    try {
      parsed = JSON.parse(text);
    } catch {
      // Not JSON: `text` has it.
    }
    return { status: response.status, headers: response.headers, body: parsed, text };
  };
  return {
    desk,
    clock,
    get: (path, who = desk.credentials.agent) => ask('GET', path, who),
    send: (method, path, body, more = {}) => ask(method, path, more.who ?? desk.credentials.agent, body, more.headers),
  };
};

/** One of the agent's own open tickets. */
export const ownTicket = ({ desk }: TestDesk) => {
  const ticket = desk.act
    .tickets()
    .find((one) => one.assignee_id === desk.credentials.agent.userId && one.status === 'open');
  if (!ticket) throw new Error('The agent has no open ticket.');
  return ticket;
};
