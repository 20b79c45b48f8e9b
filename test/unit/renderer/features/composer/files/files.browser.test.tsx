import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { MountedPane } from '../../../../../support/mount-pane.tsx';
import { firstTicketId, mountTicket } from '../../../../../support/mount-ticket.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../../support/sample-desk.ts';

/** One pixel. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);
const image = (name = 'image.png'): File => new File([PNG], name, { type: 'image/png' });
const text = (name: string, content: string): File => new File([content], name, { type: 'text/plain' });

describe('files in the composer', () => {
  let desk: SampleDesk;
  let pane: MountedPane;
  let ticketId = '';

  beforeEach(async () => {
    desk = createSampleDesk({ tickets: 4, undoMs: 60_000 });
    ticketId = await firstTicketId(desk);
    pane = await mountTicket(desk, ticketId);
    await userEvent.keyboard('r');
    await vi.waitUntil(() => document.activeElement?.tagName === 'TEXTAREA');
  });
  afterEach(() => pane.unmount());

  const composer = (): HTMLElement => {
    const found = pane.host.querySelector<HTMLElement>('[data-context="composer"]');
    if (!found) throw new Error('no composer');
    return found;
  };
  const names = (): readonly string[] => [...composer().querySelectorAll('[data-file]')].map(nameOf);
  const nameOf = (item: Element): string => item.getAttribute('data-file') ?? '';
  const carrying = (files: readonly File[], html = ''): DataTransfer => {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    if (html !== '') transfer.setData('text/html', html);
    return transfer;
  };
  /** Whether the composer took what was pasted for itself. */
  const paste = (files: readonly File[], html = ''): boolean => {
    const event = new ClipboardEvent('paste', {
      clipboardData: carrying(files, html),
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const drag = (type: 'dragover' | 'drop', on: Element, files: readonly File[]): Event => {
    const event = new DragEvent(type, { dataTransfer: carrying(files), bubbles: true, cancelable: true });
    on.dispatchEvent(event);
    return event;
  };
  const button = (label: string): HTMLButtonElement | undefined =>
    [...pane.host.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  const kept = async () => (await desk.draft({ ticketId, kind: 'reply' }))?.files ?? [];

  it('attaches what is pasted, with names of their own and a picture of images, and keeps it in the draft', async () => {
    expect(paste([image(), text('a.txt', 'a')])).toBe(true);
    await expect.poll(names).toEqual(['image.png', 'a.txt']);
    expect(paste([text('IMAGE.png', 'another')])).toBe(true);
    await expect.poll(names).toEqual(['image.png', 'a.txt', 'IMAGE-2.png']);
    await expect.poll(() => composer().querySelectorAll('img').length).toBe(1);
    await expect
      .poll(async () => (await kept()).map(({ name, size }) => [name, size]))
      .toEqual([
        ['image.png', PNG.length],
        ['a.txt', 1],
        ['IMAGE-2.png', 7],
      ]);
    expect(composer().querySelector('textarea')?.value).toBe('');
  });

  it('leaves a paste to its words where it has some, and takes an image that comes with HTML alone', async () => {
    expect(paste([image()], '<table><tr><td>7</td></tr></table>')).toBe(false);
    expect(paste([image()], '<meta charset="utf-8"><img src="https://elsewhere.example/a.png">')).toBe(true);
    await expect.poll(names).toEqual(['image.png']);
  });

  it('says that the same bytes are attached already', async () => {
    paste([image()]);
    await expect.poll(() => composer().textContent).toContain('Attached image.png.');
    paste([image('again.png')]);
    await expect.poll(() => composer().textContent).toContain('again.png is attached already.');
    expect(names()).toEqual(['image.png']);
  });

  it('attaches what is dropped on it, and lets nothing be dropped beside it', async () => {
    expect(drag('dragover', composer(), [image()]).defaultPrevented).toBe(true);
    await expect.poll(() => composer().textContent).toContain('Let go to attach.');
    expect(drag('drop', composer(), [image()]).defaultPrevented).toBe(true);
    await expect.poll(names).toEqual(['image.png']);
    expect(drag('dragover', document.body, [image()]).defaultPrevented).toBe(true);
    await expect.poll(() => composer().textContent).toContain('Attached image.png.');
    expect(composer().textContent).not.toContain('Let go to attach.');
    expect(drag('drop', document.body, [text('b.txt', 'b')]).defaultPrevented).toBe(true);
    expect(names()).toEqual(['image.png']);
  });

  it('opens the chooser by key, and attaches what was chosen', async () => {
    const chooser = composer().querySelector<HTMLInputElement>('input[type="file"]');
    const opened = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => undefined);
    await userEvent.keyboard('{Control>}{Shift>}A{/Shift}{/Control}');
    expect(opened.mock.contexts).toEqual([chooser]);
    opened.mockRestore();
    if (chooser) chooser.files = carrying([text('chosen.txt', 'c')]).files;
    chooser?.dispatchEvent(new Event('change', { bubbles: true }));
    await expect.poll(names).toEqual(['chosen.txt']);
  });

  it('takes a file off by key, tells so, moves on to the next, and puts it back', async () => {
    paste([text('a.txt', 'a'), text('b.txt', 'b')]);
    await expect.poll(async () => (await kept()).length).toBe(2);
    composer().querySelector<HTMLElement>('[data-file="a.txt"] > button')?.focus();
    await userEvent.keyboard('{Delete}');
    await expect.poll(names).toEqual(['b.txt']);
    expect(composer().textContent).toContain('Removed a.txt.');
    await expect.poll(() => document.activeElement?.closest('[data-file]')?.getAttribute('data-file')).toBe('b.txt');
    await userEvent.keyboard('{Backspace}');
    await expect.poll(names).toEqual([]);
    await expect.poll(() => document.activeElement?.textContent).toBe('Put it back');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await kept()).map(({ name }) => name)).toEqual(['b.txt']);
    expect(names()).toEqual(['b.txt']);
    await expect.poll(() => document.activeElement?.closest('[data-file]')?.getAttribute('data-file')).toBe('b.txt');
  });

  it('sends once what is on its way has been kept, also without a word', async () => {
    const keepFile = desk.keepFile;
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    desk.keepFile = async (request) => {
      await gate;
      return keepFile(request);
    };
    paste([text('late.txt', 'late')]);
    await expect.poll(() => composer().textContent).toContain('being kept');
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => composer().querySelector('textarea')?.readOnly).toBe(true);
    expect(desk.entries()).toEqual([]);
    open();
    await expect.poll(() => desk.entries().length).toBe(1);
    expect(desk.entries()[0]?.action).toMatchObject({
      words: { markdown: '', files: [{ name: 'late.txt', size: 4 }] },
    });
    await expect.poll(() => desk.draft({ ticketId, kind: 'reply' })).toBeNull();
  });

  it('does not send without a file that could not be kept, until that is tried again', async () => {
    const keepFile = desk.keepFile;
    desk.keepFile = async () => ({ ok: false, error: 'full' });
    paste([text('a.txt', 'a')]);
    await expect.poll(() => composer().textContent).toContain('the disk is full');
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => composer().textContent).toContain('Not sent: a file');
    expect(desk.entries()).toEqual([]);
    desk.keepFile = keepFile;
    button('Try again')?.click();
    await expect.poll(async () => (await kept()).length).toBe(1);
    expect(composer().textContent).not.toContain('Not sent');
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => desk.entries().length).toBe(1);
  });

  it('tells what the helpdesk takes before, and reads nothing that is larger', async () => {
    const keepFile = vi.spyOn(desk, 'keepFile');
    const limits = { fileBytes: 2_000_000, messageBytes: null };
    desk.setHealth({ abilities: { merge: 'noted', links: [], followers: true, limits, forward: 'no' } });
    await expect.poll(() => composer().textContent).toContain('Up to 2 MB each');
    paste([text('large.txt', 'x'.repeat(2_000_001))]);
    await expect.poll(() => composer().textContent).toContain('at most 2 MB can go in one file');
    expect(keepFile).not.toHaveBeenCalled();
    button('Remove large.txt')?.focus();
    await userEvent.keyboard('{Backspace}');
    await expect.poll(names).toEqual([]);
    await expect.poll(() => document.activeElement?.textContent).toContain('Attach files');
  });

  it('takes files along when it becomes a note, is discarded and put back, and when the message is undone', async () => {
    paste([text('a.txt', 'a')]);
    await expect.poll(async () => (await kept()).length).toBe(1);
    pane.registry.run('composer.flip', 'key');
    await expect.poll(async () => (await desk.draft({ ticketId, kind: 'note' }))?.files.length).toBe(1);
    await expect.poll(names).toEqual(['a.txt']);
    button('Discard draft')?.click();
    await expect.poll(names).toEqual([]);
    await expect.poll(() => button('Put it back')).toBeDefined();
    button('Put it back')?.click();
    await expect.poll(names).toEqual(['a.txt']);
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => desk.entries().length).toBe(1);
    await expect.poll(() => pane.host.querySelector('[data-pending="queued"]')).not.toBeNull();
    [...pane.host.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Undo'))?.click();
    await expect.poll(names).toEqual(['a.txt']);
    expect(desk.entries()).toEqual([]);
  });

  it('can be used with a screen reader', async () => {
    paste([image(), text('a.txt', 'a')]);
    await expect.poll(async () => (await kept()).length).toBe(2);
    const list = composer().querySelector('ul');
    expect(list?.getAttribute('aria-label')).toBe('Attached files');
    await expect.element(page.getByRole('button', { name: 'a.txt TXT · 1 byte Enter saves it' })).toBeVisible();
    expect(button('Remove a.txt')).toBeDefined();
    expect((await axe.run(composer())).violations).toEqual([]);
  });
});
