import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedApp, mountedApp } from '../../../../support/mounted-app.ts';

let app: MountedApp;
const rows = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[role="listbox"] [role="option"]'),
];
const ticked = (): readonly string[] =>
  rows().flatMap((row) =>
    row.getAttribute('aria-selected') === 'true' ? [row.getAttribute('aria-posinset') ?? ''] : [],
  );
const position = (): number => Number(document.querySelector('[data-focused]')?.getAttribute('aria-posinset'));
const bar = () => page.getByRole('toolbar', { name: 'For what is ticked' });

async function start(): Promise<void> {
  app = mountedApp({ undoMs: 60_000 }, productPanes());
  await expect.poll(position).toBe(1);
}
beforeEach(() => page.viewport(1440, 900));
afterEach(() => app.close());

describe('ticking', () => {
  it('by x, by Shift with j and k, by *, and Escape takes all ticks away before it closes anything', async () => {
    await start();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelectorAll('article').length).toBeGreaterThan(0);
    await userEvent.keyboard('x');
    await expect.poll(ticked).toEqual(['1']);
    await userEvent.keyboard('{Shift>}jj{/Shift}');
    await expect.poll(ticked).toEqual(['1', '2', '3']);
    await userEvent.keyboard('{Shift>}k{/Shift}');
    await expect.poll(ticked).toEqual(['1', '2']);
    await userEvent.keyboard('3{Shift>}j{/Shift}');
    await expect.poll(ticked).toEqual(['1', '2', '3', '4', '5']);
    await userEvent.keyboard('3{Shift>}k{/Shift}');
    await expect.poll(ticked).toEqual(['1', '2']);
    await expect.element(bar()).toHaveTextContent('2 ticked');
    await userEvent.keyboard('*a');
    await expect.poll(() => useInterface.getState().selected.size).toBe(42);
    await userEvent.keyboard('{Escape}');
    await expect.poll(ticked).toEqual([]);
    expect(useInterface.getState().openTicketId).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(useInterface.getState().openTicketId).toBeNull();
  });

  it('by pressing with Ctrl and with Shift', async () => {
    await start();
    const press = (index: number, key: 'ctrlKey' | 'shiftKey'): void =>
      void rows()[index]?.dispatchEvent(new MouseEvent('click', { bubbles: true, [key]: true }));
    press(1, 'ctrlKey');
    await expect.poll(ticked).toEqual(['2']);
    press(4, 'shiftKey');
    await expect.poll(ticked).toEqual(['2', '3', '4', '5']);
    expect(useInterface.getState().openTicketId).toBeNull();
  });

  it('stays where it is while tickets arrive, change and leave, and through another order', async () => {
    await start();
    await userEvent.keyboard('jx{Shift>}j{/Shift}');
    await expect.poll(ticked).toEqual(['2', '3']);
    const ids = [...useInterface.getState().selected];
    app.desk.arrive();
    await expect.element(page.getByRole('button', { name: /^1 new/ })).toBeVisible();
    expect(ticked()).toEqual(['2', '3']);
    expect(position()).toBe(3);
    app.desk.change(ids[0] ?? '', { subject: 'Another subject', updatedAt: Date.now() });
    await expect.poll(() => rows()[1]?.textContent).toContain('Another subject');
    expect(ticked()).toEqual(['2', '3']);
    useInterface.setState({ sort: { by: 'created', descending: false } });
    await expect.poll(() => [...useInterface.getState().selected]).toEqual(ids);
    app.desk.change(ids[1] ?? '', { status: 'solved' });
    await expect.element(bar()).toHaveTextContent('1 of them is not in this view');
  });

  it('reads out well', async () => {
    await start();
    await userEvent.keyboard('x{Shift>}jj{/Shift}');
    await expect.poll(ticked).toEqual(['1', '2', '3']);
    expect((await axe.run(document.querySelector('main') ?? document.body)).violations).toEqual([]);
  });
});

describe('what is done to many', () => {
  it('is solved by one key, said in one toast, and comes back by one key', async () => {
    await start();
    await userEvent.keyboard('x{Shift>}jj{/Shift}e');
    await expect.element(page.getByText('Solved 3 tickets', { exact: true })).toBeVisible();
    expect(app.desk.entries()).toHaveLength(3);
    expect(new Set(app.desk.entries().map(({ batchId }) => batchId)).size).toBe(1);
    await expect.poll(() => useInterface.getState().selected.size).toBe(0);
    await userEvent.keyboard('z');
    await expect.element(page.getByText('Taken back: Solved 3 tickets')).toBeVisible();
    expect(app.desk.entries()).toHaveLength(0);
  });

  it('takes one field by a chooser, leaves out what is so already, and keeps what is ticked', async () => {
    await start();
    await userEvent.keyboard('*a');
    await expect.poll(() => useInterface.getState().selected.size).toBe(42);
    await userEvent.keyboard('p');
    await expect.element(page.getByRole('dialog', { name: 'Priority of 42 tickets' })).toBeVisible();
    await userEvent.keyboard('urgent{Enter}');
    await expect.element(page.getByText(/Urgent · \d+ tickets\. \d+ already were so/)).toBeVisible();
    expect(app.desk.entries().every(({ action }) => action.changes.priority === 'urgent')).toBe(true);
    expect(useInterface.getState().selected.size).toBe(42);
  });
});
