import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import type { Hands } from './keyboard-only.ts';

export const replyField = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });
export const caretList = (page: Page) => page.getByRole('listbox', { name: 'Canned responses' });

/** The words that are selected in the reply. */
export const selectedWords = (page: Page): Promise<string> =>
  replyField(page).evaluate((field) =>
    field instanceof HTMLTextAreaElement ? field.value.slice(field.selectionStart, field.selectionEnd) : '',
  );

/** Finds a ticket by its subject and opens it, from wherever the hands were. */
export async function openBySubject(page: Page, hands: Hands, subject: string): Promise<void> {
  await hands.press('/');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await hands.type(subject);
  const found = page.getByRole('dialog').getByRole('option').filter({ hasText: subject }).first();
  await expect(found).toHaveAttribute('data-highlighted', '');
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: subject, exact: true })).toBeVisible();
  await expect(page.getByRole('article').first()).toBeVisible();
}

/** Opens the picker and types until one macro is left. */
export async function findMacro(page: Page, hands: Hands, letters: string): Promise<void> {
  await hands.press('m');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await hands.type(letters);
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
}

/** Puts the words of the one macro that some letters find into the reply. */
export async function runMacro(page: Page, hands: Hands, letters: string): Promise<void> {
  await findMacro(page, hands, letters);
  await hands.press('Enter');
  await expect(replyField(page)).toBeFocused();
}

/** Opens the list at the caret at the first response that some letters find. */
export async function findResponse(page: Page, hands: Hands, letters: string, shown: string): Promise<void> {
  await hands.press('/');
  await hands.type(letters);
  await expect(caretList(page).getByRole('option', { selected: true })).toContainText(shown);
}

/** Takes the response that is shown; what is first to be filled in is selected then. */
export async function takeResponse(page: Page, hands: Hands, first: string): Promise<void> {
  await hands.press('Enter');
  await expect.poll(() => selectedWords(page)).toBe(first);
}

export async function send(page: Page, hands: Hands, keys = 'Control+Enter'): Promise<void> {
  await hands.press(keys);
  await expect(replyField(page)).toHaveCount(0);
}
