import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { useDeskState } from '../../../../../src/renderer/src/state/desk-state.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedApp, mountedApp } from '../../../../support/mounted-app.ts';

let app: MountedApp;
const own = () => useDeskState.getState().settings.keys.own;
const button = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent) === name);

/** By the page itself: to look for one among 150 by its role takes a browser driver seconds. */
async function click(name: string): Promise<void> {
  await expect.poll(() => button(name), { timeout: 5_000 }).toBeDefined();
  button(name)?.click();
}

const recorder = (command: string): Element | null =>
  document.querySelector(`[aria-label="Press the keys for ${command}; Escape to stop"]`);

async function record(command: string, keys: string): Promise<void> {
  await click(`Add a key for ${command}`);
  await expect.poll(() => document.activeElement).toBe(recorder(command));
  expect(recorder(command)).not.toBeNull();
  await userEvent.keyboard(keys);
}

async function openFile(name: string, content: string): Promise<void> {
  const picker = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!picker) throw new Error('no file can be chosen');
  const files = new DataTransfer();
  files.items.add(new File([content], name, { type: 'application/json' }));
  picker.files = files.files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
}

async function start(): Promise<void> {
  await page.viewport(1440, 900);
  app = mountedApp({}, productPanes());
  await expect.poll(() => document.querySelectorAll('[role="option"]').length).toBeGreaterThan(0);
  await userEvent.keyboard('{Control>},{/Control}');
  await page.getByRole('tab', { name: 'Keyboard' }).click();
}
afterEach(() => app.close());

describe('keyboard settings', { timeout: 30_000 }, () => {
  it('takes a key that is pressed, at once and everywhere', async () => {
    await start();
    await record('Solve', '{Control>}d{/Control}');
    await expect.poll(own).toEqual({ 'ticket.solve': ['e', 'Mod+D'] });
    await expect.poll(() => document.activeElement).toBe(button('Add a key for Solve'));
    await click('Take E from Solve');
    await expect.poll(own).toEqual({ 'ticket.solve': ['Mod+D'] });
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => useInterface.getState().dialog).toBeNull();
    await userEvent.keyboard('e');
    await userEvent.keyboard('{Control>}d{/Control}');
    await expect.poll(() => app.desk.entries().map(({ action }) => action.kind)).toEqual(['update']);
  });

  it('takes a sequence, and gives up at Escape without closing', async () => {
    await start();
    await record('Switch between light and dark', 'gl');
    await expect.poll(own).toEqual({ 'app.theme': ['g l'] });
    await record('Next ticket', '{Escape}');
    await expect.poll(() => recorder('Next ticket')).toBeNull();
    expect(useInterface.getState().dialog).toBe('settings');
  });

  it('names whom a key belongs to, and takes it over only when told', async () => {
    await start();
    await record('Change tags', 'e');
    await expect.element(page.getByText('E belongs to Solve.')).toBeVisible();
    expect(own()).toEqual({});
    await click('Leave it');
    await expect.element(page.getByText('E belongs to Solve.')).not.toBeInTheDocument();
    await record('Change tags', 'e');
    await click('Take it over');
    await expect.poll(own).toEqual({ 'ticket.solve': [], 'ticket.tags': ['t', 'e'] });
    await click('Give Change tags its first keys again');
    await expect.poll(own).toEqual({ 'ticket.solve': [] });
    await click('Reset all');
    await expect.poll(own).toEqual({});
  });

  it('refuses what the browser keeps or a text field needs', async () => {
    await start();
    await record('Solve', '{Control>}c{/Control}');
    await expect.element(page.getByText('Ctrl C is needed where text is written.')).toBeVisible();
    expect(own()).toEqual({});
  });

  it('finds a command by its name or its key', async () => {
    await start();
    await page.getByRole('searchbox').fill('assign me');
    await expect.poll(() => document.querySelectorAll('[role="tabpanel"] li').length).toBe(1);
    await page.getByRole('searchbox').fill('Ctrl K');
    await expect.element(page.getByText('Command palette', { exact: true })).toBeVisible();
  });

  it('opens a keymap from a file, and says what it left out or cannot read', async () => {
    await start();
    await openFile('letter.json', '{"dear": "agent"}');
    await expect
      .element(page.getByText('letter.json holds no keys of Holdfast. Yours are as they were.'))
      .toBeVisible();
    const keys = { 'list.next': ['h'], 'of.tomorrow': ['q'], 'ticket.solve': ['Alt+S'] };
    await openFile('mine.json', JSON.stringify({ holdfast: 'keymap', preset: 'gmail', singleKeys: true, keys }));
    await expect.element(page.getByText('There is no command of.tomorrow here: left out.')).toBeVisible();
    await expect.element(page.getByText('This key cannot be had here and was left out: Alt+S.')).toBeVisible();
    await expect
      .poll(() => useDeskState.getState().settings.keys)
      .toEqual({
        preset: 'gmail',
        singleKeys: true,
        own: { 'list.next': ['h'] },
        digits: {},
      });
  });
});
