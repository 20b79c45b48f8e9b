import type { Page } from '@playwright/test';
import { press } from './accessibility.ts';
import { expect } from './fixtures.ts';

export const showsOption = (page: Page): Promise<void> => expect(page.getByRole('option').first()).toBeVisible();

export async function openTicket(page: Page): Promise<void> {
  await showsOption(page);
  await press(page, 'Enter');
  await expect(page.getByRole('article').first()).toBeVisible();
  // Until the conversation has come there is a button that asks for it.
  await expect(page.getByRole('button', { name: /Fetch now/ })).toHaveCount(0);
}

export async function choose(page: Page, key: string): Promise<void> {
  await press(page, key);
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
}

export async function look(page: Page, key: string, title: string): Promise<void> {
  await press(page, ...key.split(' '));
  await expect(page.getByRole('dialog').getByRole('heading', { name: title, exact: true })).toBeVisible();
}

export async function search(page: Page, text: string): Promise<void> {
  await choose(page, '/');
  await page.getByRole('combobox').fill(text);
}
