import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import type { MountedPane } from '../../../../../support/mount-pane.tsx';
import { firstTicketId, messageField, mountTicket } from '../../../../../support/mount-ticket.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../../support/sample-desk.ts';
import { sampleAgents } from '../../../../../support/sample-desk-data.ts';

describe('colleagues at the caret', () => {
  let desk: SampleDesk;
  let pane: MountedPane;
  const others = sampleAgents.slice(1);

  beforeEach(async () => {
    desk = createSampleDesk({ tickets: 4, undoMs: 60_000 });
    pane = await mountTicket(desk, await firstTicketId(desk));
    await userEvent.keyboard('n');
    await vi.waitUntil(() => document.activeElement === field());
  });
  afterEach(() => pane.unmount());

  const field = (): HTMLTextAreaElement => messageField(pane);
  const options = (): readonly string[] =>
    [...document.querySelectorAll('[role="option"] > :first-child')].map(({ textContent }) => textContent ?? '');
  const active = (): string | null =>
    document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.firstElementChild?.textContent ??
    null;
  const first = others[0]?.name ?? '';

  it('are listed at the caret, filtered as one types, and taken by Enter as one step of undo', async () => {
    await userEvent.keyboard('Please ask @');
    await expect.poll(() => options().length).toBe(others.length);
    expect(field().getAttribute('aria-controls')).toBe(document.querySelector('[role="listbox"]')?.id);
    const list = document.querySelector('[role="listbox"]');
    expect(list?.parentElement?.querySelector('[role="status"]')?.textContent).toContain('choices');
    expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
    await userEvent.keyboard(first.slice(0, 3).toLowerCase());
    await expect.poll(() => options()[0]).toBe(first);
    expect(active()).toBe(first);
    await userEvent.keyboard('{Enter}');
    expect(field().value).toBe(`Please ask @${first} `);
    await expect.poll(options).toEqual([]);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field().value).toBe(`Please ask @${first.slice(0, 3).toLowerCase()}`);
  });

  it('are gone through with the arrows and round, and taken by Tab', async () => {
    await userEvent.keyboard('@');
    await expect.poll(active).toBe(options()[0]);
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(active).toBe(options().at(-1));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(active).toBe(options()[1]);
    const second = options()[1];
    await userEvent.keyboard('{Tab}');
    expect(field().value).toBe(`@${second} `);
    expect(document.activeElement).toBe(field());
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).not.toBe(field());
  });

  it('go at Escape, which leaves the composer only when pressed again', async () => {
    await userEvent.keyboard('@');
    await expect.poll(() => options().length).toBeGreaterThan(0);
    await userEvent.keyboard('{Escape}');
    await expect.poll(options).toEqual([]);
    await userEvent.keyboard(first.slice(0, 2));
    expect(field().value).toBe(`@${first.slice(0, 2)}`);
    expect(options()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => pane.host.querySelector('textarea')).toBeNull();
  });

  it('are taken by a click, with the focus where it was', async () => {
    await userEvent.keyboard('@');
    await expect.poll(() => options().length).toBeGreaterThan(0);
    const option = document.querySelector('[role="option"]');
    if (!option) throw new Error('no option');
    await userEvent.click(option);
    expect(field().value).toBe(`@${first} `);
    expect(document.activeElement).toBe(field());
  });

  it('do not open when the caret moves over what is there, nor while an input method composes', async () => {
    await userEvent.keyboard(`@${first.slice(0, 2)}{Escape} then{Home}{ArrowRight}{ArrowRight}`);
    expect(options()).toEqual([]);
    field().setSelectionRange(field().value.length, field().value.length);
    await userEvent.keyboard(' @');
    await expect.poll(() => options().length).toBe(others.length);
    const name = others[1]?.name ?? '';
    await cdp().send('Input.imeSetComposition', { text: name.slice(0, 2), selectionStart: 2, selectionEnd: 2 });
    expect(options()).toHaveLength(others.length);
    await cdp().send('Input.insertText', { text: name.slice(0, 4) });
    await expect.poll(active).toBe(name);
  });

  it('are for notes: a reply has none', async () => {
    pane.registry.run('composer.flip', 'key');
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Your reply');
    await userEvent.keyboard('@');
    expect(options()).toEqual([]);
  });
});
