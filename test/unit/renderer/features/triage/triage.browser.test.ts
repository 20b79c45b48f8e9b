import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { useDeskState } from '../../../../../src/renderer/src/state/desk-state.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedApp, mountedApp } from '../../../../support/mounted-app.ts';
import { saidBy } from '../../../../support/said-by.ts';

let app: MountedApp;
const rows = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[role="listbox"] [role="option"]'),
];
const idAt = (index: number): string => rows()[index]?.id.replace('ticket-row-', '') ?? '';
const focused = (): string => document.querySelector('[data-focused]')?.id.replace('ticket-row-', '') ?? '';

async function start(): Promise<void> {
  app = mountedApp({ undoMs: 60_000 }, productPanes());
  await expect.poll(focused).not.toBe('');
  // What takes things back comes a moment later than the list.
  await expect.poll(() => document.querySelector('[aria-label="What you just did"]')).not.toBeNull();
}
beforeEach(() => page.viewport(1440, 900));
afterEach(() => app.close());

describe('snoozing', () => {
  it('takes a ticket out of sight until a typed time, goes on to the next, and comes back by z', async () => {
    await start();
    const [first, second] = [idAt(0), idAt(1)];
    await userEvent.keyboard('h');
    await expect.element(page.getByRole('dialog', { name: 'Snooze this ticket' })).toBeVisible();
    await userEvent.keyboard('2h{Enter}');
    await expect.poll(() => rows().some(({ id }) => id.endsWith(first))).toBe(false);
    await expect.poll(focused).toBe(second);
    await userEvent.keyboard('gh');
    await expect.poll(() => idAt(0)).toBe(first);
    expect(saidBy(rows()[0])).toContain('Snoozed until');
    await userEvent.keyboard('z');
    await expect.poll(() => rows().length).toBe(0);
  });

  it('is of the ticket that the bar is on in the view one has gone to', async () => {
    await start();
    const [first, second] = [idAt(0), idAt(1)];
    await userEvent.keyboard('h2h{Enter}');
    await expect.poll(focused).toBe(second);
    await userEvent.keyboard('gh');
    await expect.poll(focused).toBe(first);
    await expect.poll(() => useInterface.getState().focusedTicketId).toBe(first);
    await userEvent.keyboard('{Shift>}h{/Shift}');
    await expect.poll(() => rows().length).toBe(0);
    await userEvent.keyboard('gi');
    await expect.poll(() => rows().some(({ id }) => id.endsWith(first))).toBe(true);
  });

  it('forgets a ticket that another view does not have and that is not open', async () => {
    await start();
    const first = idAt(0);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => useInterface.getState().openTicketId).toBe(first);
    await userEvent.keyboard('b');
    await expect.poll(() => saidBy(document.getElementById(`ticket-row-${first}`))).toContain('Starred');
    await userEvent.keyboard('j');
    await expect.poll(() => useInterface.getState().openTicketId).not.toBe(first);
    await userEvent.keyboard('gt');
    await expect.element(page.getByRole('listbox', { name: 'Tickets in Starred' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => useInterface.getState().openTicketId).toBeNull();
    await expect.poll(() => useInterface.getState().focusedTicketId).toBe(first);
  });

  it('takes all that is ticked until the customers answer', async () => {
    await start();
    await userEvent.keyboard('x{Shift>}j{/Shift}h');
    await userEvent.keyboard('answers{Enter}');
    await expect.element(page.getByText('Snoozed 2 tickets until their customers answer')).toBeVisible();
    expect(useInterface.getState().selected.size).toBe(0);
  });
});

describe('going on', () => {
  it('passes what was skipped, and remembers a reason that was typed', async () => {
    await start();
    const [, second, third] = [idAt(0), idAt(1), idAt(2)];
    await userEvent.keyboard('jw');
    await userEvent.keyboard('Ask the warehouse{Enter}');
    await expect.poll(focused).toBe(third);
    expect(saidBy(document.getElementById(`ticket-row-${second}`))).toContain('Skipped: Ask the warehouse');
    await expect.poll(() => useDeskState.getState().settings.skipReasons).toEqual(['Ask the warehouse']);
    await userEvent.keyboard('kk');
    await expect.poll(focused).toBe(idAt(0));
    await userEvent.keyboard('e');
    await expect.poll(focused).toBe(third);
  });

  it('does as the view was told, and Shift+E stays', async () => {
    await start();
    await userEvent.keyboard('{Enter}');
    const first = idAt(0);
    await expect.poll(() => useInterface.getState().openTicketId).toBe(first);
    await userEvent.keyboard('{Shift>}e{/Shift}');
    await expect.poll(() => app.desk.entries().length).toBe(1);
    expect(useInterface.getState().openTicketId).toBe(first);
    await app.desk.saveSettings({ advance: { 'own:inbox': 'list' } });
    await userEvent.keyboard('j');
    await expect.poll(() => useInterface.getState().openTicketId).not.toBe(first);
    await userEvent.keyboard('e');
    await expect.poll(() => useInterface.getState().openTicketId).toBeNull();
  });
});

describe('going back', () => {
  it('by g b and g f, and to a recent ticket by g r and Enter', async () => {
    await start();
    const [first, second] = [idAt(0), idAt(1)];
    const open = () => useInterface.getState().openTicketId;
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => useDeskState.getState().settings.recentTickets, { timeout: 5_000 }).toEqual([first]);
    await userEvent.keyboard('j');
    await expect
      .poll(() => useDeskState.getState().settings.recentTickets, { timeout: 5_000 })
      .toEqual([second, first]);
    await userEvent.keyboard('gb');
    await expect.poll(open).toBe(first);
    await userEvent.keyboard('gf');
    await expect.poll(open).toBe(second);
    await userEvent.keyboard('gr');
    await expect.element(page.getByRole('dialog', { name: 'Recent tickets' })).toBeVisible();
    await expect.poll(() => document.querySelectorAll('[role="dialog"] [role="option"]').length).toBe(1);
    await userEvent.keyboard('{Enter}');
    await expect.poll(open).toBe(first);
  });
});

it('stars and takes the star away, and marks as unread', async () => {
  await start();
  const first = idAt(0);
  const row = (): string => saidBy(document.getElementById(`ticket-row-${first}`));
  await userEvent.keyboard('b');
  await expect.poll(row).toContain('Starred');
  await userEvent.keyboard('b');
  await expect.poll(row).not.toContain('Starred');
  await userEvent.keyboard('{Shift>}i{/Shift}');
  await expect.poll(row).not.toContain('Unread');
  await userEvent.keyboard('{Shift>}u{/Shift}');
  await expect.poll(row).toContain('Unread');
});

describe('taking back the last thing', () => {
  /** What is pressed from here on is accepted when the answer says so. */
  const held = (accepts: boolean): (() => void) => {
    const change = app.desk.changeMarks.bind(app.desk);
    let go = (): void => undefined;
    const gone = new Promise<void>((resolve) => {
      go = resolve;
    });
    app.desk.changeMarks = async (changes) => {
      await gone;
      return accepts ? change(changes) : [];
    };
    return () => {
      app.desk.changeMarks = change;
      go();
    };
  };
  const isStarred = (id: string): boolean => saidBy(document.getElementById(`ticket-row-${id}`)).includes('Starred');

  it('waits for what is not accepted yet, and leaves the one before it', async () => {
    await start();
    const [first, second] = [idAt(0), idAt(1)];
    await userEvent.keyboard('b');
    await expect.poll(() => isStarred(first)).toBe(true);
    const accept = held(true);
    await userEvent.keyboard('jbz');
    accept();
    await expect.element(page.getByText(/^Taken back: Starred/)).toBeVisible();
    expect([isStarred(first), isStarred(second)]).toEqual([true, false]);
  });

  it('takes nothing back when that came to nothing', async () => {
    await start();
    const first = idAt(0);
    await userEvent.keyboard('b');
    await expect.poll(() => isStarred(first)).toBe(true);
    const accept = held(false);
    await userEvent.keyboard('jbz');
    accept();
    await userEvent.keyboard('z');
    await expect.poll(() => isStarred(first)).toBe(false);
    await expect.poll(() => document.body.textContent?.match(/Taken back/g)?.length).toBe(1);
  });
});
