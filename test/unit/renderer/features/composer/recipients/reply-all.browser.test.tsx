import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useInterface } from '../../../../../../src/renderer/src/state/interface-state.ts';
import type { MountedPane } from '../../../../../support/mount-pane.tsx';
import { firstTicketId, mountTicket } from '../../../../../support/mount-ticket.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../../support/sample-desk.ts';

describe('replying to all', () => {
  let desk: SampleDesk;
  let pane: MountedPane;
  let ticketId = '';

  beforeEach(async () => {
    desk = createSampleDesk({ tickets: 4, undoMs: 60_000 });
    ticketId = await firstTicketId(desk);
    desk.change(ticketId, { channel: 'email', copies: [{ name: 'Bo', email: 'bo@b.example' }] });
    desk.everyoneElse = async () => ['bo@b.example', 'cy@c.example'];
    pane = await mountTicket(desk, ticketId);
  });
  afterEach(() => pane.unmount());

  const cc = (): HTMLInputElement | null => pane.host.querySelector('[data-context="composer"] input[role="combobox"]');
  const told = (): string => useInterface.getState().told?.sentence ?? '';
  const composer = (): string => pane.host.querySelector('[data-context="composer"]')?.textContent ?? '';

  it('opens the reply with everybody in copy, beside who was, and leaves the caret in the words', async () => {
    await userEvent.keyboard('r');
    await expect.poll(composer).toContain('Also goes to Bo <bo@b.example>');
    await userEvent.keyboard('{Control>}{Shift>}C{/Shift}{/Control}');
    await expect.poll(() => cc() !== null && document.activeElement === cc()).toBe(true);
    await userEvent.keyboard('di@d.example{Escape}');
    await expect.poll(composer).toBe('');
    await userEvent.keyboard('{Shift>}C{/Shift}');
    await expect.poll(() => cc()?.value).toBe('di@d.example, bo@b.example, cy@c.example');
    // Whom the agent has written down need not be told a second time, until they are taken out.
    expect(composer()).not.toContain('Also goes to');
    await userEvent.keyboard('Hello all');
    pane.registry.run('composer.send', 'key');
    await expect
      .poll(() => desk.entries()[0]?.action)
      .toMatchObject({
        kind: 'reply',
        words: { markdown: 'Hello all' },
        cc: ['di@d.example', 'bo@b.example', 'cy@c.example'],
      });
    expect(useInterface.getState().replyToAll).toBe(false);
  });

  it('says when nobody else is there, or can be', async () => {
    desk.everyoneElse = async () => [];
    await userEvent.keyboard('{Shift>}C{/Shift}');
    await expect.poll(told).toContain('Nobody else is on this ticket');
    expect(cc()).toBeNull();
    await userEvent.keyboard('{Escape}');
    desk.everyoneElse = async () => ['bo@b.example'];
    desk.change(ticketId, { channel: 'chat' });
    await expect.poll(composer).toBe('');
    await userEvent.keyboard('{Shift>}C{/Shift}');
    await expect.poll(told).toContain('Nobody can be in copy here (Chat)');
    expect(cc()).toBeNull();
  });
});
