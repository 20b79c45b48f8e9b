import { zendesk } from '#main/connectors/zendesk/index.ts';
import {
  AS_ZENDESK,
  type PracticeDesk,
  type PracticeDeskOptions,
  startPracticeDesk,
} from '#main/practice-desk/index.ts';
import type { Bench } from '../conformance.ts';
import { zendeskDriver } from './driver.ts';

const START = Date.parse('2026-11-23T09:00:00Z');

/** The practice desk with Zendesk's own limits and delays, on a clock that starts at a fixed time and runs with the real one. */
export function startDesk(tickets: number, options: Partial<PracticeDeskOptions> = {}): Promise<PracticeDesk> {
  const offset = START - Date.now();
  return startPracticeDesk({
    dataDir: null,
    port: 0,
    seed: 7,
    now: () => Date.now() + offset,
    live: false,
    tickets,
    exportLagMs: 60_000,
    limits: { viewPerMinute: AS_ZENDESK.viewPerMinute, exportPerMinute: AS_ZENDESK.exportPerMinute },
    ...options,
  });
}

/** Breaks the first ticket of a list of tickets. */
function spoilTicket(url: string, json: unknown): unknown | null {
  if (typeof json !== 'object' || json === null) return null;
  const list = 'tickets' in json ? json.tickets : null;
  if (!url.includes('/tickets/') || !Array.isArray(list) || list.length < 2) return null;
  const [first, ...rest] = list as Record<string, unknown>[];
  return { ...json, tickets: [{ ...first, status: { of: 'nobody knows' }, created_at: 7 }, ...rest] };
}

export type As = 'agent' | 'administrator' | 'restricted agent';

/** The connector signed in to a desk as one of its team. */
export async function zendeskBench(as: As, tickets: number, running?: PracticeDesk): Promise<Bench> {
  const desk = running ?? (await startDesk(tickets));
  const { agent, administrator } = desk.credentials;
  const domain = agent.email.split('@')[1];
  const email = {
    agent: agent.email,
    administrator: administrator.email,
    'restricted agent': `marcus.adeyemi@${domain}`,
  }[as];
  const basic = `Basic ${Buffer.from(`${administrator.email}/token:${administrator.apiToken}`).toString('base64')}`;
  const { groups } = (await (
    await fetch(`${desk.url}/api/v2/groups`, { headers: { authorization: basic } })
  ).json()) as { groups: { id: number; name: string }[] };
  const group = (start: string) => groups.find((each) => each.name.startsWith(start))?.id ?? 0;
  return {
    definition: zendesk,
    config: { url: desk.url, method: 'apiToken', email },
    secrets: { apiToken: administrator.apiToken },
    driver: zendeskDriver({
      url: desk.url,
      apiToken: administrator.apiToken,
      colleagueEmail: `amelie.laurent@${domain}`,
      administratorEmail: administrator.email,
      userEmail: email,
      groups: as === 'restricted agent' ? { own: group('Accounts'), other: group('Orders') } : null,
    }),
    now: desk.now,
    passTime: async (ms) => desk.advance(ms),
    spoilTicket,
    close: () => desk.stop(),
  };
}
