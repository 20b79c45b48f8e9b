import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PickerHost, TicketPane } from '../../../../../src/renderer/src/features/ticket/index.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { saidBy } from '../../../../support/said-by.ts';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';

describe('what stands beside a ticket', () => {
  let desk: SampleDesk;
  let pane: MountedPane;
  let ticketId = '';

  beforeEach(async () => {
    await page.viewport(1440, 900);
    desk = createSampleDesk({ tickets: 40 });
    const { rows } = await desk.rows({ viewId: 'own:recent', sort: null, offset: 0, limit: 40 });
    ticketId = rows.find(({ slaAt }) => slaAt !== null && slaAt < Date.now())?.id ?? '';
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

  it('says by word and sign how late a promise is, with the exact time for everybody', async () => {
    const header = pane.host.querySelector('header');
    await expect.poll(() => header?.textContent).toMatch(/Next reply −\d+/);
    expect(saidBy(header)).toMatch(/Next reply: until .+\d{4}.+ Missed/);
  });

  it('goes to the customer’s other tickets by keys, moves among them, and opens one', async () => {
    await userEvent.keyboard('lo');
    await expect.poll(() => document.activeElement?.tagName).toBe('BUTTON');
    const buttons = [...(document.activeElement?.closest('[role="group"]')?.querySelectorAll('button') ?? [])];
    expect(document.activeElement).toBe(buttons[0]);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(buttons[1]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => useInterface.getState().openTicketId).toMatch(/./);
    expect(useInterface.getState().openTicketId).not.toBe(ticketId);
  });

  const dialog = (): string => document.querySelector('[role="dialog"]')?.textContent ?? '';
  const press = (name: RegExp): void =>
    [...document.querySelectorAll<HTMLButtonElement>('[role="dialog"] button')]
      .find(({ textContent }) => name.test(textContent))
      ?.click();

  it('merges only after saying what will happen, and goes to the ticket that stays', async () => {
    const asked = vi.spyOn(desk, 'mergeTicket');
    await userEvent.keyboard('lm');
    await expect.poll(() => document.querySelectorAll('[role="dialog"] [role="option"]').length).toBeGreaterThan(1);
    await userEvent.keyboard('{Enter}');
    await expect.poll(dialog).toMatch(/Merge #\d+ into #\d+\?/);
    expect(dialog()).toMatch(/is closed for good/);
    expect(dialog()).toMatch(/both tickets get an internal note/);
    expect(asked).not.toHaveBeenCalled();
    press(/Merge into/);
    await expect.poll(() => useInterface.getState().relating).toBeNull();
    const request = asked.mock.calls[0]?.[0];
    expect(request).toMatchObject({ ticketId, tellCustomer: false });
    expect(useInterface.getState().openTicketId).toBe(request?.intoId);
  });

  it('explains that merging needs the network', async () => {
    desk.setHealth({ online: false, problem: { code: 'offline', cause: 'dns', detail: '' } });
    await userEvent.keyboard('lm');
    await expect.poll(() => document.querySelectorAll('[role="dialog"] [role="option"]').length).toBeGreaterThan(1);
    await userEvent.keyboard('{Enter}');
    await expect.poll(dialog).toMatch(/Merging cannot wait in the outbox/);
    const button = [...document.querySelectorAll('[role="dialog"] button')].find((one) =>
      /Merge into/.test(one.textContent),
    );
    expect(button).toHaveProperty('disabled', true);
  });

  it('links with a problem by one choice, which can be undone like any change', async () => {
    await userEvent.keyboard('ll');
    await expect.poll(() => document.querySelectorAll('[role="dialog"] [role="option"]').length).toBeGreaterThan(1);
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => desk.entries().map(({ action }) => action.changes))
      .toEqual([{ linksAdded: [{ kind: 'problem', remoteId: expect.any(String) }] }]);
  });
});
