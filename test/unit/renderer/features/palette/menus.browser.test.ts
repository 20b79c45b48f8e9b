import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCommandRegistry } from '../../../../../src/renderer/src/commands/registry.ts';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { useDeskState } from '../../../../../src/renderer/src/state/desk-state.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import type { RunSource } from '../../../../../src/shared/commands/command-runs.ts';
import type { RunnableId } from '../../../../../src/shared/commands/macro-commands.ts';
import { type MountedApp, mountedApp } from '../../../../support/mounted-app.ts';

let app: MountedApp;
let ran: (readonly [RunnableId, RunSource])[];
const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="option"]')];
const focused = (): string | null => useInterface.getState().focusedTicketId;
const item = (name: RegExp) => page.getByRole('menuitem', { name });

async function start(): Promise<void> {
  await page.viewport(1440, 900);
  ran = [];
  const registry = createCommandRegistry((id, source) => void ran.push([id, source]));
  app = mountedApp({}, productPanes(), registry);
  await expect.poll(focused).not.toBeNull();
}
afterEach(() => app.close());

describe('the menu of a ticket', () => {
  it('opens at the right button on the row that was pressed, with keys, and greys what cannot run', async () => {
    await start();
    rows()[2]?.dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 300, clientY: 180 }),
    );
    await expect.element(item(/^Solve(?! and)/)).toBeVisible();
    expect(focused()).toBe(rows()[2]?.id.replace('ticket-row-', ''));
    expect(
      item(/^Solve(?! and)/)
        .element()
        .querySelector('kbd')?.textContent,
    ).toBe('E');
    expect(
      item(/^Fetch this ticket again/)
        .element()
        .getAttribute('aria-disabled'),
    ).toBe('true');
    await item(/^Solve(?! and)/).click();
    await expect.poll(() => ran).toContainEqual(['ticket.solve', 'contextMenu']);
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  });

  it.each(['{Shift>}{F10}{/Shift}', '{ContextMenu}'])('opens with %s, and gives the focus back', async (key) => {
    await start();
    const list = document.querySelector<HTMLElement>('[role="listbox"]');
    list?.focus();
    await userEvent.keyboard(key);
    await expect.element(item(/^Reply R/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(list);
    expect(useInterface.getState().menu).toBeNull();
  });
});

describe('the menu of the program', () => {
  it('opens with its key and runs a command by the arrows and Enter', async () => {
    await start();
    await userEvent.keyboard('{F10}');
    await expect.element(item(/^Going places/)).toBeVisible();
    const { violations } = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa'] });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await userEvent.keyboard('go{ArrowRight}');
    await expect.element(item(/^Go to my tickets/)).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(() => ran).toContainEqual(['go.mine', 'menu']);
  });
});

describe('the palette', () => {
  it('puts what was chosen lately first', async () => {
    await start();
    await userEvent.keyboard('{Control>}k{/Control}');
    await page.getByRole('combobox').fill('пщ ещ лтщцдувпу');
    await expect.element(page.getByRole('option', { name: /^Go to knowledge/ })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => ran).toContainEqual(['go.knowledge', 'palette']);
    await expect.poll(() => useDeskState.getState().settings.recentCommands).toEqual(['go.knowledge']);
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByText('Lately')).toBeVisible();
    expect(document.querySelector('[role="dialog"] [role="option"]')?.textContent).toContain('Go to knowledge');
  });
});
