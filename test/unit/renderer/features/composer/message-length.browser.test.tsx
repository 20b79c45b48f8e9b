import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { TicketPane } from '../../../../../src/renderer/src/features/ticket/index.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { firstTicketId } from '../../../../support/mount-ticket.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../support/sample-desk-data.ts';

describe('the length of a message', () => {
  let desk: SampleDesk;
  let pane: MountedPane;
  let ticketId = '';

  beforeEach(async () => {
    desk = createSampleDesk({ tickets: 4, undoMs: 60_000 });
    ticketId = await firstTicketId(desk);
  });
  afterEach(() => pane.unmount());

  const open = async (channel: 'sms' | 'social' | 'email'): Promise<void> => {
    desk.change(ticketId, { channel });
    useInterface.setState({ openTicketId: ticketId, focusedTicketId: ticketId, composer: 'reply' });
    pane = mountPane(desk, <TicketPane ticketId={ticketId} />);
    await vi.waitUntil(() => document.activeElement?.getAttribute('aria-label') === 'Your reply');
  };
  const foot = (): string => pane.host.querySelector('[data-context="composer"] footer')?.textContent ?? '';
  const status = (): string =>
    [...pane.host.querySelectorAll('footer [role="status"]')].map(({ textContent }) => textContent).join();

  it('is told in text messages, with the letter that makes them shorter, and no copies are offered', async () => {
    await open('sms');
    await userEvent.keyboard('It is here');
    await expect.poll(foot).toContain('10 of 160 · 1 message');
    expect(status()).toBe('');
    await userEvent.keyboard(', Олено');
    await expect.poll(foot).toContain('17 of 70 · 1 message · “О” leaves room for less');
    await userEvent.keyboard('a'.repeat(56));
    await expect.poll(status).toContain('73 of 134 · 2 messages');
    expect(pane.registry.canRun('composer.cc')).toBe(false);
    // A note goes to nobody's telephone.
    pane.registry.run('composer.flip', 'key');
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Your internal note');
    expect(foot()).not.toContain('messages');
  });

  it('counts what ends the message as well', async () => {
    await desk.saveSettings({ signatures: { [SAMPLE_ACCOUNT_ID]: { '': 'Robin' } } });
    await open('sms');
    await userEvent.keyboard('Done');
    // `-- ` and the name, each in a line of its own behind an empty one.
    await expect.poll(foot).toContain('15 of 160 · 1 message');
  });

  it('is told in characters where a network takes so many, and nowhere else', async () => {
    await open('social');
    await userEvent.keyboard('Việt!');
    await expect.poll(foot).toContain('5 of 280 characters');
    pane.unmount();
    await open('email');
    await userEvent.keyboard('Hello');
    await expect.poll(foot).toContain('Draft saved');
    expect(foot()).not.toMatch(/ of \d/);
  });
});
