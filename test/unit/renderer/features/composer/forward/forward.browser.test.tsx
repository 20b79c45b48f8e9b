import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OutgoingFile } from '#shared/outbox/action.ts';
import { useInterface } from '../../../../../../src/renderer/src/state/interface-state.ts';
import type { MountedPane } from '../../../../../support/mount-pane.tsx';
import { firstTicketId, mountTicket } from '../../../../../support/mount-ticket.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../../support/sample-desk.ts';

const attached = (remoteId: string, name: string) => ({
  remoteId,
  name,
  mimeType: 'application/pdf',
  size: 2_000,
  inline: false,
});
/** A worker that starts while others do too. */
const SLOWLY = { timeout: 10_000 };
const here: OutgoingFile = { name: 'label.pdf', mimeType: 'application/pdf', size: 2_000, sha256: 'a'.repeat(64) };

describe('forwarding', () => {
  let desk: SampleDesk;
  let pane: MountedPane;
  let ticketId = '';

  beforeEach(async () => {
    desk = createSampleDesk({ tickets: 4, undoMs: 60_000 });
    ticketId = await firstTicketId(desk);
    desk.change(ticketId, { subject: 'A lost parcel', channel: 'email' });
    const { conversation } = desk;
    desk.conversation = async (id) => {
      const told = await conversation(id);
      const files = { [`${id}-m1`]: [attached('f1', 'order.pdf')], [`${id}-m4`]: [attached('f2', 'label.pdf')] };
      const items = told.items.map((item) =>
        item.type === 'message'
          ? { ...item, message: { ...item.message, attachments: files[item.message.remoteId] ?? [] } }
          : item,
      );
      return { ...told, items };
    };
    useInterface.setState({ told: null });
    pane = await mountTicket(desk, ticketId);
  });
  afterEach(() => pane.unmount());

  const composer = (): HTMLElement | null => pane.host.querySelector('[data-context="composer"]');
  const to = (): HTMLInputElement | null => composer()?.querySelector('input[role="combobox"]') ?? null;
  const words = (): string => composer()?.querySelector('textarea')?.value ?? '';
  const source = () => page.getByLabelText('Quote');
  const originals = (): readonly (string | undefined)[] =>
    [...pane.host.querySelectorAll<HTMLElement>('[aria-label="Files of what is forwarded"] [data-file]')].map(
      ({ dataset }) => dataset['file'],
    );
  const draft = () => desk.draft({ ticketId, kind: 'forward' });
  const begin = async (): Promise<void> => {
    await userEvent.keyboard('f');
    await expect.poll(words, SLOWLY).toContain('---------- Forwarded message ----------');
    await expect.poll(() => document.activeElement === to()).toBe(true);
  };

  it('quotes the last message with its files, asks for whom, and sends both as one action', async () => {
    desk.keepOriginal = async ({ file }) => (file.remoteId === 'f2' ? { ...here, name: file.name } : null);
    await begin();
    expect(words()).toMatch(
      /^\n\n-{10} Forwarded message -{10}\n\nFrom: .+ <.+@.+>\nDate: .+\nSubject: A lost parcel\n\n> /,
    );
    expect(words()).toContain('> > On Tuesday Robin Hale wrote:');
    expect(originals()).toEqual(['label.pdf']);
    expect((await axe.run(composer() ?? pane.host)).violations).toEqual([]);

    await userEvent.keyboard('post@carrier.example, ');
    await page.getByRole('textbox', { name: 'What you forward' }).click({ position: { x: 4, y: 8 } });
    await userEvent.keyboard('{Control>}{Home}{/Control}Where is it?');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');

    await expect.poll(composer).toBeNull();
    const { action } = desk.entries()[0] ?? {};
    expect(action).toMatchObject({
      kind: 'forward',
      to: ['post@carrier.example'],
      subject: 'Fwd: A lost parcel',
      words: { files: [{ sha256: here.sha256, name: 'label.pdf' }] },
      originals: [],
      changes: {},
    });
    expect(action?.kind === 'forward' && action.words.markdown).toMatch(/^Where is it\?\n\n-{10} Forwarded message/);
    expect(action?.kind === 'forward' && action.words.html).toContain('<blockquote>');
    await expect.element(page.getByText('To post@carrier.example')).toBeVisible();
    expect(await draft()).toBeNull();
    expect(useInterface.getState().lastAction?.label).toMatch(/^Forwarded #/);
  });

  it('goes to nobody until somebody is named, and files that are not here yet are named for later', async () => {
    await begin();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => composer()?.textContent).toContain('This goes to nobody yet');
    expect(desk.entries()).toEqual([]);
    await userEvent.keyboard('no address');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => composer()?.textContent).toContain('is not an email address');
    await userEvent.keyboard('{Control>}a{/Control}post@carrier.example{Control>}{Enter}{/Control}');
    await expect.poll(() => desk.entries().length).toBe(1);
    expect(desk.entries()[0]?.action).toMatchObject({
      words: { files: [] },
      originals: [{ remoteId: 'f2', name: 'label.pdf' }],
    });
  });

  it('forwards the message with the focus, also a note, which the agent is warned of', async () => {
    desk.checkMessage = async ({ text }) =>
      text.includes('two left') ? [{ guard: 'note', what: 'Workshop says two left' }] : [];
    const note = pane.host.querySelector<HTMLElement>('article[data-kind="note"] button[aria-expanded]');
    note?.focus();
    await begin();
    expect(words()).toContain('> Workshop says two left.');
    await expect.element(source()).toHaveDisplayValue(/Internal note: Inés Carrasco/);
    await userEvent.keyboard('post@carrier.example{Control>}{Enter}{/Control}');
    await expect.poll(() => composer()?.textContent).toContain('People outside your team would read it.');
    expect(desk.entries()).toEqual([]);
    // Meant all the same.
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => desk.entries().length).toBe(1);
  });

  it('quotes another message or the whole conversation below the words that are there, without notes', async () => {
    await begin();
    await page.getByRole('textbox', { name: 'What you forward' }).click({ position: { x: 4, y: 8 } });
    await userEvent.keyboard('{Control>}{Home}{/Control}Please look');
    await source().selectOptions('Whole conversation, 3 messages');
    await expect
      .poll(words, SLOWLY)
      .toMatch(/^Please look\n\n-{10} Forwarded conversation -{10}\n\nSubject: A lost parcel\n\n/);
    expect(words().match(/^From: /gm)).toHaveLength(3);
    expect(words()).not.toContain('Workshop says two left');
    expect(words()).not.toContain('On Tuesday Robin Hale wrote');
    expect(words()).not.toContain('Forwarded message');
    await expect.poll(originals).toEqual(['order.pdf', 'label.pdf']);
    await page.getByRole('button', { name: 'Remove order.pdf' }).click();
    await expect.poll(originals).toEqual(['label.pdf']);
    // As one step of the field's own.
    await page.getByRole('textbox', { name: 'What you forward' }).click();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(words).toContain('Forwarded message');
  });

  it('keeps nothing of a form that was only looked at, and all of one that was begun', async () => {
    await begin();
    await expect.poll(draft).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    await expect.poll(draft).toBeNull();
    await begin();
    await userEvent.keyboard('post@carrier.example{Escape}');
    await expect.poll(composer).toBeNull();
    await expect.element(page.getByText('Draft forward:')).toBeVisible();
    expect(await draft()).toMatchObject({ fields: { to: 'post@carrier.example' } });
    // What is begun is shown again, whatever has the focus by then.
    await userEvent.keyboard('f');
    await expect.poll(() => to()?.value).toBe('post@carrier.example');
    expect(words().match(/Forwarded message/g)).toHaveLength(1);
  });

  it('comes back as it was when it is taken back', async () => {
    await begin();
    await userEvent.keyboard('post@carrier.example{Control>}{Enter}{/Control}');
    await expect.poll(() => desk.entries().length).toBe(1);
    const { takeBack } = await import('../../../../../../src/renderer/src/features/composer/index.ts');
    const entry = desk.entries()[0];
    if (entry) await takeBack(desk, entry);
    await expect.poll(() => to()?.value).toBe('post@carrier.example');
    expect(words()).toContain('Forwarded message');
    await expect.poll(originals).toEqual(['label.pdf']);
    expect(desk.entries()).toEqual([]);
  });

  it.each([
    ['no', /This helpdesk forwards nothing/],
    ['not-in-plan', /takes side conversations by email/],
  ] as const)('is not offered where the helpdesk cannot (%s), and says why', async (forward, why) => {
    await expect.element(page.getByRole('button', { name: /^Forward/ })).toBeVisible();
    desk.setHealth({
      abilities: {
        merge: 'noted',
        links: [],
        followers: true,
        limits: { fileBytes: null, messageBytes: null },
        forward,
      },
    });
    await expect.element(page.getByRole('button', { name: /^Forward/ })).not.toBeInTheDocument();
    await userEvent.keyboard('f');
    await expect.poll(() => useInterface.getState().told?.sentence).toMatch(why);
    expect(composer()).toBeNull();
    expect(await draft()).toBeNull();
  });
});
