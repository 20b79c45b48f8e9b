import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { MountedPane } from '../../../../support/mount-pane.tsx';
import { firstTicketId, messageField, mountTicket } from '../../../../support/mount-ticket.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';

describe('writing in the composer', () => {
  let desk: SampleDesk;
  let pane: MountedPane;
  let ticketId = '';

  beforeEach(async () => {
    desk = createSampleDesk({ tickets: 4, undoMs: 60_000 });
    ticketId = await firstTicketId(desk);
    pane = await mountTicket(desk, ticketId);
    await userEvent.keyboard('r');
    await vi.waitUntil(() => document.activeElement === field());
  });
  afterEach(() => pane.unmount());

  const field = (): HTMLTextAreaElement => messageField(pane);
  const paste = (parts: Readonly<Record<string, string>>): boolean => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(parts)) clipboardData.setData(type, value);
    return field().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  };
  const alert = (): string => pane.host.querySelector('[role="alert"]')?.textContent ?? '';

  it('marks, links and lists by key, and the browser’s undo takes each back', async () => {
    await userEvent.keyboard('our shop');
    field().setSelectionRange(4, 8);
    await userEvent.keyboard('{Control>}b{/Control}');
    expect(field().value).toBe('our **shop**');
    await userEvent.keyboard('{Control>}i{/Control}');
    expect(field().value).toBe('our ***shop***');
    await userEvent.keyboard('{Control>}zz{/Control}');
    expect(field().value).toBe('our shop');
    field().select();
    await userEvent.keyboard('{Control>}{Shift>}K{/Shift}{/Control}https://a.example');
    expect(field().value).toBe('[our shop](https://a.example)');
    await userEvent.keyboard('{Control>}{Shift>}*{/Shift}{/Control}');
    expect(field().value).toBe('- [our shop](https://a.example)');
    await userEvent.keyboard('{End}{Enter}two{Enter}{Enter}end');
    expect(field().value).toBe('- [our shop](https://a.example)\n- two\nend');
    await expect.poll(async () => (await desk.draft({ ticketId, kind: 'reply' }))?.text).toBe(field().value);
  });

  it('quotes what is selected in the conversation, in a message’s frame or outside of one, one after the other', async () => {
    const select = (document: Document, node: Node): void => document.getSelection()?.selectAllChildren(node);
    const frame = await vi.waitUntil(() =>
      [...pane.host.querySelectorAll<HTMLIFrameElement>('article iframe')].find(
        ({ contentDocument }) => (contentDocument?.body.textContent ?? '') !== '',
      ),
    );
    const body = frame.contentDocument?.body;
    if (!body) throw new Error('no message');
    const first = body.querySelector('p') ?? body;
    const words = (first.textContent ?? '').trim();
    select(body.ownerDocument, first);
    frame.focus();
    body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', code: 'KeyR', bubbles: true, cancelable: true }));
    await expect.poll(() => field().value).toBe(`> ${words}\n\n`);
    expect(document.activeElement).toBe(field());
    await userEvent.keyboard('Yes.');
    const name = pane.host.querySelector('article header button > span:nth-child(2)');
    if (!name) throw new Error('no name');
    field().blur();
    select(document, name);
    await userEvent.keyboard('r');
    await expect.poll(() => field().value).toBe(`> ${words}\n\nYes.\n\n> ${name.textContent}\n\n`);
    field().blur();
    await userEvent.keyboard('r');
    await expect.poll(() => document.activeElement).toBe(field());
    expect(field().value).toBe(`> ${words}\n\nYes.\n\n> ${name.textContent}\n\n`);
  });

  it('leaves by Tab', async () => {
    await userEvent.keyboard('- one{Tab}');
    expect(document.activeElement).not.toBe(field());
    expect(field().value).toBe('- one');
  });

  it('makes a table of cells from a sheet and Markdown of a page, as one step of undo', async () => {
    await userEvent.keyboard('See: ');
    paste({
      'text/html': '<table><tr><td>Size</td><td>Left</td></tr><tr><td>42</td><td>3</td></tr></table>',
      'text/plain': 'Size\tLeft\n42\t3',
    });
    // The converter is loaded when it is first needed.
    await expect
      .poll(() => field().value, { timeout: 10_000 })
      .toMatch(/^See: \n\n\| Size \| Left \|\n\| -+ \| -+ \|\n\| 42 +\| 3 +\|$/);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field().value).toBe('See: ');
    paste({
      'text/html': '<p>A <b>warm</b> tent, <a href="https://a.example/t">here</a></p><script>no()</script>',
      'text/plain': 'A warm tent, here',
    });
    await expect.poll(() => field().value).toBe('See: A **warm** tent, [here](https://a.example/t)');
  });

  it.each([
    ['plain text', { 'text/plain': '5 * 3 = 15' }],
    ['text with nothing but looks', { 'text/html': '<span style="color:red">5 * 3</span>', 'text/plain': '5 * 3' }],
    ['a single cell', { 'text/html': '<table><tr><td>42 * 3</td></tr></table>', 'text/plain': '42 * 3' }],
  ] as const)('leaves %s to the browser', (_, parts) => {
    expect(paste(parts)).toBe(true);
  });

  it('makes a link of an address that is pasted over words', async () => {
    await userEvent.keyboard('our shop');
    field().setSelectionRange(4, 8);
    expect(paste({ 'text/plain': 'https://a.example' })).toBe(false);
    expect(field().value).toBe('our [shop](https://a.example)');
  });

  it('says why it does not send, and sends when told again', async () => {
    await userEvent.keyboard('The invoice is attached.');
    pane.registry.run('composer.send', 'key');
    await expect.poll(alert).toContain('This says “attached”');
    expect(alert()).toContain('send again');
    expect(desk.entries()).toHaveLength(0);
    expect((await axe.run(pane.host.querySelector('[data-context="composer"]') ?? pane.host)).violations).toEqual([]);
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => desk.entries().length).toBe(1);
  });

  it('puts people in copy by key, found by name, and keeps them in the draft', async () => {
    await userEvent.keyboard('On its way.{Control>}{Shift>}C{/Shift}{/Control}');
    const copy = (): HTMLInputElement | null => pane.host.querySelector('[data-context="composer"] input');
    await expect.poll(() => document.activeElement).toBe(copy());
    await userEvent.keyboard('tom whit');
    await expect
      .poll(() => document.querySelector('[role="option"]')?.textContent)
      .toContain('tom.whitaker@example.com');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => copy()?.value).toBe('tom.whitaker@example.com, ');
    await userEvent.keyboard('nobody');
    await expect
      .poll(async () => (await desk.draft({ ticketId, kind: 'reply' }))?.fields['cc'])
      .toBe('tom.whitaker@example.com, nobody');
    pane.registry.run('composer.send', 'key');
    await expect.poll(alert).toContain('“nobody” is not an email address');
    expect((await axe.run(pane.host.querySelector('[data-context="composer"]') ?? pane.host)).violations).toEqual([]);
    expect(document.activeElement).toBe(copy());
    await userEvent.keyboard('{Backspace>6/}other@a.example{Control>}{Enter}{/Control}');
    await expect
      .poll(() => desk.entries()[0]?.action)
      .toMatchObject({
        kind: 'reply',
        cc: ['tom.whitaker@example.com', 'other@a.example'],
      });
  });

  it('ends a reply with the signature of its group, which the preview shows and the words may bring themselves', async () => {
    const account = (await desk.ticket(ticketId))?.accountId ?? '';
    await desk.saveSettings({ signatures: { [account]: { '': 'Robin, *customer care*' } } });
    await userEvent.keyboard('It is on its way.');
    const press = (label: string): void =>
      [...pane.host.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click();
    press('Preview');
    await expect
      .poll(
        () =>
          pane.host.querySelector<HTMLIFrameElement>('[data-context="composer"] iframe')?.contentDocument?.body
            .textContent,
      )
      .toMatch(/on its way\.\s+--\s+Robin, customer care/);
    press('Preview');
    expect(field().value).toBe('It is on its way.');
    pane.registry.run('composer.send', 'key');
    await expect
      .poll(() => desk.entries()[0]?.action)
      .toMatchObject({
        words: {
          markdown: 'It is on its way.\n\n-- \nRobin, *customer care*',
          html: '<p>It is on its way.</p>\n<p>--<br>\nRobin, <em>customer care</em></p>',
        },
      });
  });

  it('never sends a placeholder, and says what the store finds once it is filled', async () => {
    const asked: string[] = [];
    desk.checkMessage = async ({ text }) => {
      asked.push(text);
      return [{ guard: 'other-customer', what: 'Linh Nguyen' }];
    };
    await userEvent.keyboard('Dear {{{{name}}, Linh Nguyen');
    for (const attempt of [1, 2]) {
      pane.registry.run('composer.send', 'key');
      await expect.poll(() => asked.length).toBe(attempt);
      await expect.poll(alert).toContain('{{name}} is not filled in');
      expect(alert()).not.toContain('send again');
      await expect.poll(() => pane.registry.canRun('composer.send')).toBe(true);
    }
    field().setSelectionRange(5, 13);
    await userEvent.keyboard('Olha');
    await expect.poll(alert).not.toContain('is not filled in');
    expect(alert()).toContain('“Linh Nguyen” is another customer');
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => desk.entries().length).toBe(1);
    expect(asked.at(-1)).toBe('Dear Olha, Linh Nguyen');
  });

  it('asks nothing of the store about a note', async () => {
    let asked = 0;
    desk.checkMessage = async () => {
      asked++;
      return [];
    };
    pane.registry.run('composer.flip', 'key');
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Your internal note');
    await userEvent.keyboard('It is attached.');
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => desk.entries().length).toBe(1);
    expect(asked).toBe(0);
  });
});
