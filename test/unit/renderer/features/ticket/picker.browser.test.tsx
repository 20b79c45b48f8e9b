import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { PickerHost, TicketPane } from '../../../../../src/renderer/src/features/ticket/index.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';

describe('choosers over the open ticket', () => {
  let desk: SampleDesk;
  let pane: MountedPane;

  beforeEach(async () => {
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
  ])('%s, a few letters and Enter change one field', async (key, letters, changes) => {
    await userEvent.keyboard(key);
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    await userEvent.keyboard(letters);
    await expect.poll(() => document.querySelectorAll('[role="option"]').length).toBe(1);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => desk.entries().map(({ action }) => action)).toEqual([{ kind: 'update', changes }]);
    expect(useInterface.getState().picker).toBeNull();
  });

  it('takes the letters that were typed before it was there, and runs no command by them', async () => {
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
    await userEvent.keyboard('phig');
    expect(document.querySelector('[role="combobox"]')).toBeNull();
    come();
    await expect.poll(() => document.querySelector<HTMLInputElement>('[role="combobox"]')?.value).toBe('hig');
    await userEvent.keyboard('h{Enter}');
    await expect
      .poll(() => desk.entries().map(({ action }) => action))
      .toEqual([{ kind: 'update', changes: { priority: 'high' } }]);
  });
});
