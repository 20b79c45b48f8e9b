import type { Page } from '@playwright/test';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { press } from './accessibility.ts';
import { ticketCalled } from './day.ts';
import { expect } from './fixtures.ts';

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
