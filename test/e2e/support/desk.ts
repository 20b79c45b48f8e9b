import { type PracticeDesk, startPracticeDesk } from '#main/practice-desk/index.ts';
import { type Agent, agentAt } from './agent.ts';
import { type Console, OWN_DESK, type StartConsole } from './fixtures.ts';

/** A helpdesk of the test's own that speaks Zendesk's API, so that it can break when told to. */
export const startDesk = (tickets = 40): Promise<PracticeDesk> =>
  startPracticeDesk({ dataDir: null, port: 0, seed: 11, now: Date.now, live: false, tickets });

/** Connects the console to it as the desk's agent, through the accounts dialog. */
export async function connect(
  agent: Agent,
  desk: PracticeDesk,
  as: 'agent' | 'administrator' = 'agent',
): Promise<void> {
  const { email, apiToken } = desk.credentials[as];
  await agent.addAccount(
    'Zendesk',
    { 'Sign in with': 'An API token' },
    { Address: desk.url, 'Email address': email, 'API token': apiToken, Name: 'Test desk' },
  );
}

/** A ticket of the desk's agent, from a customer. */
export function aTicketFor(desk: PracticeDesk, subject: string, text = 'Can you help me?'): number {
  const ticket = desk.act.createTicket({ subject, text, assigneeId: desk.credentials.agent.userId });
  return ticket.id;
}

/** A new console that can be come back to, has synced the desk and has a ticket of its open. */
export async function openOn(startConsole: StartConsole, desk: PracticeDesk, subject: string): Promise<Console> {
  const started = await startConsole({ ...OWN_DESK, keepPort: true });
  const agent = agentAt(started.page);
  await connect(agent, desk);
  await agent.synced('Test desk');
  await agent.open(subject);
  return started;
}
