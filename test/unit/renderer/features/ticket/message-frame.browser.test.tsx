import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TicketPane } from '../../../../../src/renderer/src/features/ticket/index.ts';
import { MessageFrame } from '../../../../../src/renderer/src/features/ticket/message-frame/MessageFrame.tsx';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { paintedFrame } from './painted-frame.ts';

describe('a message in its frame', () => {
  let desk: SampleDesk;
  let opened: string[];
  let pane: MountedPane | null = null;
  beforeEach(() => {
    opened = [];
    desk = {
      ...createSampleDesk({ tickets: 4 }),
      openExternal: async (url) => {
        opened.push(url);
        return true;
      },
    };
  });
  afterEach(() => {
    pane?.unmount();
    pane = null;
  });
  const paint = async (html: string, words: string) => {
    pane = mountPane(desk, <MessageFrame html={html} title="Message" />);
    return { pane, frame: await paintedFrame(pane.host, words) };
  };

  it('is as tall as its words, also after a quote is opened', async () => {
    const { frame } = await paint(
      '<p>Hello</p><div class="gmail_quote">On Mon, 2 Nov 2026, R wrote:<blockquote><p>a</p><p>b</p><p>c</p></blockquote></div>',
      'Hello',
    );
    await expect
      .poll(() => frame.element.offsetHeight)
      .toBe(Math.ceil(frame.document.body.getBoundingClientRect().height));
    const folded = frame.element.offsetHeight;
    frame.document.querySelector('summary')?.click();
    await expect.poll(() => frame.element.offsetHeight).toBeGreaterThan(folded + 40);
  });

  it('hands keys on to the page and opens links outside, showing where they go', async () => {
    const { frame, pane: mounted } = await paint('<p><a href="https://a.example/x">b.example</a></p>', 'b.example');
    const keys: string[] = [];
    const listen = (event: KeyboardEvent): void => {
      keys.push(event.key);
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    const press = new frame.view.KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true, cancelable: true });
    frame.document.body.dispatchEvent(press);
    window.removeEventListener('keydown', listen);
    expect(keys).toEqual(['j']);
    expect(press.defaultPrevented).toBe(true);

    const link = frame.document.querySelector<HTMLElement>('[data-target]');
    expect(link?.hasAttribute('href')).toBe(false);
    link?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    await expect.poll(() => mounted.host.textContent).toContain('https://a.example/x');
    link?.click();
    expect(opened).toEqual(['https://a.example/x']);
  });

  it.each([
    [
      'Gmail',
      '<p>New</p><div class="gmail_quote"><div class="gmail_attr">On … wrote:</div><blockquote>old</blockquote></div>',
    ],
    [
      'Apple Mail',
      '<p>New</p><div>On 3 Nov 2026, at 10:11, Robin wrote:</div><blockquote type="cite">old</blockquote>',
    ],
    [
      'Thunderbird',
      '<p>New</p><div class="moz-cite-prefix">Am 3.11.2026 um 10:11 schrieb Robin:</div><blockquote type="cite">old</blockquote>',
    ],
    [
      'Outlook',
      '<div><p>New</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Robin<br><b>Sent:</b> Tuesday<br><b>To:</b> M</p></div><p>old</p></div>',
    ],
    [
      'Outlook on the web',
      '<div>New</div><hr><div id="divRplyFwdMsg"><b>Von:</b> R<br><b>Gesendet:</b> Di</div><div>old</div>',
    ],
    ['a Ukrainian client', '<div>New</div><div>вт, 3 лист. 2026 р. о 10:11 Robin пише:</div><div>old</div>'],
  ])('folds the history that %s quotes', async (_, html) => {
    const { frame } = await paint(html, 'New');
    const details = frame.document.querySelector('details');
    expect(details?.textContent).toContain('old');
    expect(details?.textContent).not.toContain('New');
    expect(details?.open).toBe(false);
  });

  it('leaves a forwarded message open', async () => {
    const { frame } = await paint(
      '<div class="gmail_quote">---------- Forwarded message ---------<p>body</p></div>',
      'body',
    );
    expect(frame.document.querySelector('details')).toBeNull();
  });

  it('shows a message past 256 kB as text until asked', async () => {
    pane = mountPane(desk, <MessageFrame html={`<p>Start</p>${'<p>word</p>'.repeat(30_000)}`} title="Long" />);
    const { host } = pane;
    await expect.poll(() => host.textContent).toContain('Start');
    expect(host.querySelector('iframe')).toBeNull();
    [...host.querySelectorAll('button')].find(({ textContent }) => textContent === 'Show all of it')?.click();
    await paintedFrame(host, 'Start');
  });

  it('passes axe with a whole ticket, and opens the next one with the frames that it has', async () => {
    const rows = (await desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 2 })).rows;
    const [first, second] = rows.map(({ id }) => id);
    useInterface.setState({ openTicketId: first ?? null });
    pane = mountPane(desk, <TicketPane ticketId={first ?? ''} />);
    await paintedFrame(pane.host, 'Kind regards');
    const found = await axe.run(pane.host, {
      runOnly: ['wcag2a', 'wcag2aa'],
      rules: { 'color-contrast': { enabled: false } },
      iframes: false,
    });
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

    // Frames that were there before: a message painted in one of these waited for no page to load.
    const loaded = new Set([...document.querySelectorAll('iframe')].map(({ contentDocument }) => contentDocument));
    pane.render(<TicketPane key="second" ticketId={second ?? ''} />);
    await expect.poll(() => pane?.host.querySelector('h2')?.textContent).toBe(rows[1]?.subject);
    await expect.poll(() => pane?.host.querySelectorAll('[data-painted] iframe').length).toBeGreaterThan(2);
    const used = [...pane.host.querySelectorAll<HTMLIFrameElement>('[data-painted] iframe')];
    expect(used.every(({ contentDocument }) => loaded.has(contentDocument))).toBe(true);
  });
});
