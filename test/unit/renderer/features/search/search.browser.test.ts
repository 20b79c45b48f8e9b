import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedApp, mountedApp } from '../../../../support/mounted-app.ts';

let app: MountedApp;
const options = (): readonly string[] =>
  [...document.querySelectorAll('[role="dialog"] [role="option"]')].map((option) => option.textContent ?? '');
const openTicket = (): string | null => document.querySelector('[data-testid="open-ticket"]')?.textContent ?? null;

beforeEach(async () => {
  await page.viewport(1440, 900);
  app = mountedApp({ now: Date.now() });
  await vi.waitUntil(() => document.querySelector('main [role="option"]') !== null, { timeout: 5_000 });
});
afterEach(() => app.close());

describe('search', () => {
  it('finds a ticket by its number and opens it', async () => {
    await userEvent.keyboard('/');
    await userEvent.type(page.getByRole('combobox', { name: 'Search' }), '#48278');
    await expect.poll(options).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    await expect.poll(openTicket).toBe('sample:48278');
    expect(useInterface.getState().dialog).toBeNull();
  });

  it('shows tickets, people and articles apart, and goes on to a person’s tickets', async () => {
    await userEvent.keyboard('/');
    const field = page.getByRole('combobox', { name: 'Search' });
    await userEvent.type(field, 'lindqvist');
    await expect.element(page.getByText('People')).toBeVisible();
    await page.getByRole('option', { name: /maren\.lindqvist@example/ }).click();
    await expect.element(field).toHaveValue('Maren Lindqvist');
    await expect.poll(() => options().filter((option) => option.includes('#')).length).toBe(4);
  });

  it('opens an article in the reader', async () => {
    await userEvent.keyboard('/');
    await userEvent.type(page.getByRole('combobox', { name: 'Search' }), 'printing');
    await expect.poll(options).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Printing a return label' })).toBeVisible();
  });

  it('says so when nothing is found', async () => {
    await userEvent.keyboard('/');
    await userEvent.type(page.getByRole('combobox', { name: 'Search' }), 'zzzz');
    await expect.element(page.getByText('Nothing here is called “zzzz”.')).toBeVisible();
  });
});

describe('the palette', () => {
  it('runs a command by its name', async () => {
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(page.getByRole('combobox', { name: 'Command palette' }), 'knowl');
    await expect.poll(options).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Knowledge' })).toBeVisible();
  });

  it('leaves out what cannot run now', async () => {
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.poll(() => options().length).toBeGreaterThan(5);
    expect(options().some((option) => option.startsWith('Show new tickets'))).toBe(false);
  });
});

describe('knowledge', () => {
  it('is read by keyboard: filter, down to the list, open, close', async () => {
    await userEvent.keyboard('gk');
    await userEvent.type(page.getByRole('textbox', { name: 'Filter articles' }), 'tent');
    await expect.poll(() => document.querySelectorAll('main [role="option"]').length).toBe(1);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Warranty on tent poles' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('No article is open.')).toBeVisible();
  });
});
