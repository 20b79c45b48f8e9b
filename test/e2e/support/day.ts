import type { Page } from '@playwright/test';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { type Agent, agentAt } from './agent.ts';
import { aTicketFor, connect, startDesk } from './desk.ts';
import { OWN_DESK, type StartConsole } from './fixtures.ts';

/** At a helpdesk of the test's own, whose records tell afterwards what has reached it. */
type Day = { readonly page: Page; readonly agent: Agent; readonly desk: PracticeDesk };

/** Runs `work` at a console on a helpdesk that has these tickets among its own. */
export async function dayAtDesk(
  startConsole: StartConsole,
  subjects: readonly string[],
  work: (day: Day) => Promise<void>,
): Promise<void> {
  const desk = await startDesk();
  try {
    for (const subject of subjects) aTicketFor(desk, subject);
    const { page } = await startConsole(OWN_DESK);
    const agent = agentAt(page);
    await connect(agent, desk);
    await agent.synced('Test desk');
    await work({ page, agent, desk });
  } finally {
    await desk.stop();
  }
}

export function ticketCalled(desk: PracticeDesk, subject: string) {
  const found = desk.act.tickets().find((ticket) => ticket.subject === subject);
  if (!found) throw new Error(`The desk has no ticket “${subject}”.`);
  return found;
}
