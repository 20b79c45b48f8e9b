import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PickerHost, TicketPane } from '../../../../../src/renderer/src/features/ticket/index.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';

describe('choosers over the open ticket', () => {
  let desk: SampleDesk;
  let pane: MountedPane;

  beforeEach(async () => {
    // Wide enough for the facts.
    await page.viewport(1600, 900);
    desk = createSampleDesk({ tickets: 4 });
    const ticketId = (await desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 1 })).rows[0]?.id ?? '';
    useInterface.setState({ openTicketId: ticketId, focusedTicketId: ticketId });
    pane = mountPane(
      desk,
      <>
        <TicketPane ticketId={ticketId} />
        <PickerHost />
      </>,
    );
    await vi.waitUntil(() => pane.host.querySelector('h2') !== null);
  });
  afterEach(() => pane.unmount());

  it.each([
    ['s', 'pend', { status: 'pending' }],
    ['p', 'low', { priority: 'low' }],
    ['t', 'brand new', { tagsAdded: ['brand_new'] }],
    ['{Shift>}W{/Shift}', 'ines', { followersAdded: ['agent-2'] }],
  ])('%s, a few letters and Enter change one field', async (key, letters, changes) => {
    await userEvent.keyboard(key);
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    await userEvent.keyboard(letters);
    await expect.poll(() => document.querySelectorAll('[role="option"]').length).toBe(1);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => desk.entries().map(({ action }) => action)).toEqual([{ kind: 'update', changes }]);
    expect(useInterface.getState().picker).toBeNull();
  });

  it('Shift+F follows, and stops once that is so; the facts tell who follows and open the list', async () => {
    const button = page.getByRole('button', { name: /^Followers: / });
    await expect.element(button).toHaveAccessibleName('Followers: None. Change');
    await userEvent.keyboard('{Shift>}F{/Shift}');
    await expect.element(button).toHaveAccessibleName('Followers: Robin Hale. Change');
    await button.click();
    await expect.element(page.getByRole('option').first()).toHaveTextContent('Robin Hale (me)current');
    await userEvent.keyboard('{Enter}');
    await expect.element(button).toHaveAccessibleName('Followers: None. Change');
    await userEvent.keyboard('{Shift>}F{/Shift}');
    await expect.element(button).toHaveAccessibleName('Followers: Robin Hale. Change');
    await userEvent.keyboard('{Shift>}F{/Shift}');
    await expect.element(button).toHaveAccessibleName('Followers: None. Change');
    expect(desk.entries().map(({ action }) => action.changes)).toEqual([
      { followersAdded: ['agent-1'] },
      { followersRemoved: ['agent-1'] },
      { followersAdded: ['agent-1'] },
      { followersRemoved: ['agent-1'] },
    ]);
  });

  it('where nobody can follow, nothing offers it', async () => {
    await expect.element(page.getByRole('button', { name: /^Followers: / })).toBeVisible();
    desk.setHealth({
      abilities: {
        merge: 'no',
        links: [],
        followers: false,
        limits: { fileBytes: null, messageBytes: null },
        forward: 'no',
      },
    });
    await expect.element(page.getByRole('button', { name: /^Followers: / })).not.toBeInTheDocument();
    await userEvent.keyboard('{Shift>}W{/Shift}');
    await userEvent.keyboard('{Shift>}F{/Shift}');
    await userEvent.keyboard('p');
    await expect.poll(() => useInterface.getState().picker).toBe('priority');
    expect(desk.entries()).toEqual([]);
  });

  it.each([
    ['phig', 'h{Enter}'],
    ['phigh{Enter}', ''],
  ])('takes the keys %s that were pressed before it was there, and runs no command by them', async (before, after) => {
    // The ticket of the list is not in memory: it has to be fetched first.
    const other = (await desk.rows({ viewId: 'own:inbox', sort: null, offset: 1, limit: 1 })).rows[0]?.id ?? '';
    const ticket = desk.ticket.bind(desk);
    let come = (): void => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    desk.ticket = async (id) => {
      await coming;
      return ticket(id);
    };
    useInterface.setState({ openTicketId: null, focusedTicketId: other });
    await userEvent.keyboard(before);
    expect(document.querySelector('[role="combobox"]')).toBeNull();
    come();
    if (after !== '') {
      await expect.poll(() => document.querySelector<HTMLInputElement>('[role="combobox"]')?.value).toBe('hig');
      await userEvent.keyboard(after);
    }
    await expect
      .poll(() => desk.entries().map(({ action }) => action))
      .toEqual([{ kind: 'update', changes: { priority: 'high' } }]);
  });
});
