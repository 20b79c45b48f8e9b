import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedApp, mountedApp } from '../../../../support/mounted-app.ts';
import type { SampleDeskOptions } from '../../../../support/sample-desk.ts';

const NOW = Date.now();
let app: MountedApp;

const listbox = (): HTMLElement | null => document.querySelector('[role="listbox"]');
const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="option"]')];
const focusedRow = (): HTMLElement | null => document.querySelector('[data-focused]');
const position = (): number => Number(focusedRow()?.getAttribute('aria-posinset'));
const openTicket = (): string | null => document.querySelector('[data-testid="open-ticket"]')?.textContent ?? null;
const idOf = (row: HTMLElement | null | undefined): string => row?.id.replace('ticket-row-', '') ?? '';

async function start(options: SampleDeskOptions = {}): Promise<void> {
  app = mountedApp({ now: NOW, ...options });
  await expect.poll(() => rows().length).toBeGreaterThan(0);
  await expect.poll(position).toBe(1);
}

beforeEach(async () => {
  await page.viewport(1440, 900);
});
afterEach(() => app.close());

describe('the list by keyboard', () => {
  it('moves the bar with j, k and the arrows, and says so to a screen reader', async () => {
    await start();
    await userEvent.keyboard('jj');
    await expect.poll(position).toBe(3);
    await userEvent.keyboard('{ArrowDown}k');
    await expect.poll(position).toBe(3);
    expect(listbox()?.getAttribute('aria-activedescendant')).toBe(focusedRow()?.id);
    expect(focusedRow()?.getAttribute('aria-setsize')).toBe('42');
  });

  it('opens with Enter, follows with j, closes with Escape', async () => {
    await start();
    await userEvent.keyboard('{Enter}');
    await expect.poll(openTicket).toBe(idOf(rows()[0]));
    await userEvent.keyboard('j');
    await expect.poll(openTicket).toBe(idOf(rows()[1]));
    await userEvent.keyboard('{Escape}');
    await expect.poll(openTicket).toBeNull();
    expect(position()).toBe(2);
  });

  it('opens a ticket whose row is not here yet when it comes', async () => {
    await start({ tickets: 1_000 });
    await userEvent.keyboard('{Enter}');
    await expect.poll(openTicket).not.toBeNull();
    await userEvent.keyboard('400j');
    await expect.poll(position).toBe(401);
    await expect.poll(openTicket).toBe(idOf(focusedRow()));
  });

  it('goes where keys say that are pressed before the rows of a view have come', async () => {
    await start();
    const { rows: answer } = app.desk;
    const { promise, resolve } = Promise.withResolvers<void>();
    app.desk.rows = async (request) => {
      await promise;
      return answer(request);
    };
    await userEvent.keyboard('gmjjk{Enter}');
    expect(openTicket()).toBeNull();
    resolve();
    await expect.poll(position).toBe(2);
    await expect.poll(openTicket).toBe(idOf(rows()[1]));
  });

  it('brings a ticket into sight to which a call or the search went, also where its row is here', async () => {
    await start();
    const first = idOf(rows()[0]);
    await userEvent.keyboard('41j');
    await expect.poll(position).toBe(42);
    await expect.poll(() => listbox()?.scrollTop).toBeGreaterThan(0);
    useInterface.setState({ openTicketId: first, focusedTicketId: first });
    await expect.poll(position).toBe(1);
    await expect.poll(() => listbox()?.scrollTop).toBe(0);
  });

  it('solves with e, goes on to the next, and publishes what can be undone', async () => {
    await start();
    const [first, second] = rows().map(idOf);
    await userEvent.keyboard('{Enter}');
    await expect.poll(openTicket).toBe(first);
    await userEvent.keyboard('e');
    await expect.poll(openTicket).toBe(second);
    await expect
      .poll(() =>
        rows()
          .map(idOf)
          .includes(first ?? ''),
      )
      .toBe(false);
    expect(app.desk.entries()).toHaveLength(1);
    expect(useInterface.getState().lastAction).toMatchObject({ ticketId: first, entryId: app.desk.entries()[0]?.id });
  });

  it('goes places with g and a letter, and shows meanwhile what may follow', async () => {
    await start();
    await userEvent.keyboard('g');
    await expect.element(page.getByText('Go to knowledge')).toBeVisible();
    await userEvent.keyboard('m');
    await expect.element(page.getByRole('heading', { name: 'My tickets' })).toBeVisible();
  });

  it('keeps single keys out of a text field', async () => {
    await start();
    await userEvent.keyboard('c');
    const field = page.getByRole('textbox', { name: 'new ticket' });
    await userEvent.type(field, 'jeg/?');
    await expect.element(field).toHaveValue('jeg/?');
    expect(app.desk.entries()).toHaveLength(0);
    expect(useInterface.getState().dialog).toBeNull();
  });

  it('marks a ticket as read once the agent has stayed on it', async () => {
    await start();
    expect(rows()[0]?.dataset.unread).toBe('true');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => rows()[0]?.dataset.unread, { timeout: 3_000 }).toBeUndefined();
  });
});

describe('the list while things happen', () => {
  it('keeps new tickets behind a line until . is pressed', async () => {
    await start();
    await userEvent.keyboard('jj');
    await expect.poll(position).toBe(3);
    const before = rows().map(idOf).slice(0, 5);
    const id = app.desk.arrive();
    await expect.element(page.getByRole('button', { name: /^1 new/ })).toBeVisible();
    expect(rows().map(idOf).slice(0, 5)).toEqual(before);
    await userEvent.keyboard('.');
    await expect.poll(() => idOf(rows()[0])).toBe(id);
    await expect.poll(position).toBe(1);
  });

  it('shows 100,000 rows by drawing the few that are seen', async () => {
    await start({ tickets: 100_000 });
    useInterface.setState({ viewId: 'own:recent' });
    await expect.poll(() => rows()[0]?.getAttribute('aria-setsize')).toBe('100000');
    await userEvent.keyboard('{End}');
    await expect.poll(position).toBe(100_000);
    expect(rows().length).toBeLessThan(60);
    expect(app.desk.asked.largest).toBeLessThanOrEqual(300);
    await userEvent.keyboard('kkk{Enter}');
    await expect.poll(openTicket).toBe('sample:' + (48_291 - 99_996));
  });

  it('says why there is nothing when the first sync failed', async () => {
    app = mountedApp({
      tickets: 0,
      health: {
        phase: 'first-sync',
        online: false,
        complete: [],
        problem: { code: 'offline', cause: 'refused', detail: '' },
      },
    });
    await expect.element(page.getByText('The first sync did not get through.')).toBeVisible();
    await expect.element(page.getByRole('main').getByRole('button', { name: /Sync now/ })).toBeVisible();
  });
});

describe('the window from outside', () => {
  it('opens the ticket of a notification that was clicked', async () => {
    await start();
    useInterface.setState({ place: 'knowledge' });
    app.desk.emit({ type: 'run-command', command: 'list.open', ticketId: 'sample:48280', source: 'outside' });
    await expect.poll(openTicket).toBe('sample:48280');
    await expect.poll(() => idOf(focusedRow())).toBe('sample:48280');
  });

  it('says where to begin when no helpdesk is connected', async () => {
    app = mountedApp({ accounts: [] });
    await expect.element(page.getByText('No helpdesk is connected.')).toBeVisible();
    await userEvent.keyboard('ga');
    expect(useInterface.getState().dialog).toBe('accounts');
  });
});

describe('the frame', () => {
  it('moves the line between panes by key and keeps the width', async () => {
    await start();
    const line = page.getByRole('separator', { name: 'Width of the list' });
    (line.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(line).toHaveAttribute('aria-valuenow', '392');
    expect(position()).toBe(1);
  });

  it('leaves Enter to a button that has the focus', async () => {
    await start();
    (page.getByRole('button', { name: 'Knowledge' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Knowledge' })).toBeVisible();
    expect(useInterface.getState().openTicketId).toBeNull();
  });

  it('shows icons below 1200 px and one pane below 760 px', async () => {
    await start();
    await page.viewport(1100, 700);
    await expect.poll(() => document.querySelector('nav')?.offsetWidth).toBe(48);
    await page.viewport(700, 700);
    await expect.poll(() => document.querySelector('nav')?.offsetWidth).toBe(0);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => listbox()?.offsetWidth).toBe(0);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => listbox()?.offsetWidth).toBe(700);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (theme) => {
    await start({ settings: { theme } });
    await expect.poll(() => document.documentElement.dataset.theme).toBe(theme);
    await userEvent.keyboard('j{Enter}');
    await expect.poll(openTicket).not.toBeNull();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it.each([
    ['?', 'Keyboard shortcuts'],
    ['/', 'Search'],
  ])('has nothing that axe finds in what %s opens', async (key, name) => {
    await start();
    await userEvent.keyboard(key);
    await expect.element(page.getByRole('dialog', { name })).toBeVisible();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
