import type { Page } from '@playwright/test';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { press } from './accessibility.ts';
import { type Agent, agentAt } from './agent.ts';
import { aTicketFor, connect, startDesk } from './desk.ts';
import { expect, OWN_DESK, type StartConsole } from './fixtures.ts';

/** At a helpdesk of the test's own, whose records tell afterwards what has reached it. */
type Day = { readonly page: Page; readonly agent: Agent; readonly desk: PracticeDesk };

/** Runs `work` at a console on a helpdesk that has these tickets among its own. */
export async function dayOfMacros(
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

/** Public answers of the agent on a ticket, as the helpdesk has them. */
export const answersOn = (desk: PracticeDesk, subject: string): readonly string[] =>
  desk.act
    .history(ticketCalled(desk, subject).id)
    .filter(({ author_id }) => author_id === desk.credentials.agent.userId)
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'Comment' && event.public ? [event.body] : []));

/** Opens the picker and types until one macro is left. */
export async function pickMacro(page: Page, letters: string): Promise<void> {
  await press(page, 'm');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(letters);
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
}
