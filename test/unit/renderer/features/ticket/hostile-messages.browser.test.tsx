import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MessageFrame } from '../../../../../src/renderer/src/features/ticket/message-frame/MessageFrame.tsx';
import { HOSTILE_HOST, HOSTILE_MESSAGES, READABLE } from '../../../../fixtures/hostile/messages.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { paintedFrame, twoFrames } from './painted-frame.ts';

const ALLOWED_TAGS_OUT =
  /^(?:SCRIPT|STYLE|LINK|META|BASE|IFRAME|FRAME|FRAMESET|OBJECT|EMBED|FORM|INPUT|BUTTON|SELECT|TEXTAREA|SVG|MATH|TEMPLATE|NOSCRIPT|VIDEO|AUDIO|SOURCE|TRACK|PICTURE|DIALOG|MARQUEE|X-PWN)$/i;

describe('a hostile message', () => {
  let desk: SampleDesk;
  let pane: MountedPane | null = null;
  let opened: string[] = [];
  let fetched: string[] = [];

  beforeEach(() => {
    opened = [];
    fetched = [];
    const sample = createSampleDesk({ tickets: 1 });
    desk = {
      ...sample,
      openExternal: async (url) => {
        opened.push(url);
        return true;
      },
      remoteImage: async (url) => {
        fetched.push(url);
        return { ok: false, error: { code: 'offline', cause: 'other', detail: '' } };
      },
    };
    performance.clearResourceTimings();
  });
  afterEach(() => {
    pane?.unmount();
    pane = null;
  });

  it.each(HOSTILE_MESSAGES)('$name runs nothing, fetches nothing and leaves nothing behind', async ({ html }) => {
    const before = new Set(Object.getOwnPropertyNames(window));
    const here = location.href;
    pane = mountPane(desk, <MessageFrame html={html} title="Hostile" />);
    const frame = await paintedFrame(pane.host, READABLE);
    await twoFrames();
    for (const element of frame.document.body.querySelectorAll('*')) {
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      if (element.localName !== 'summary')
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
    await twoFrames();

    expect(Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && !/^\d+$/.test(name))).toEqual([]);
    expect(Reflect.get(window, 'pwned')).toBeUndefined();
    expect(Reflect.get(frame.view, 'pwned')).toBeUndefined();
    expect(location.href).toBe(here);
    expect(frame.element.contentDocument).toBe(frame.document);
    expect(frame.view.location.pathname).toBe('/message.html');
    const requests = [performance, frame.view.performance].flatMap((clock) => clock.getEntriesByType('resource'));
    expect(requests.map(({ name }) => name).filter((name) => name.includes(HOSTILE_HOST))).toEqual([]);
    expect(fetched).toEqual([]);
    expect(opened.filter((url) => !/^(?:https?:\/\/|mailto:|tel:)/.test(url))).toEqual([]);

    const elements = [...frame.document.body.querySelectorAll('*')];
    expect(elements.filter(({ tagName }) => ALLOWED_TAGS_OUT.test(tagName)).map(({ tagName }) => tagName)).toEqual([]);
    const attributes = elements.flatMap((element) =>
      [...element.attributes].map(({ name, value }) => ({ name, value })),
    );
    expect(
      attributes.filter(({ name }) => /^(?:on|href$|srcset$|ping$|background$|action$|id$|name$)/i.test(name)),
    ).toEqual([]);
    expect(
      attributes.filter(({ name, value }) => name === 'style' && /url|image-set|position|--/i.test(value)),
    ).toEqual([]);
    expect(attributes.filter(({ name, value }) => name === 'src' && !/^data:image\/(?!svg)/i.test(value))).toEqual([]);
  });

  it('would be caught running if it were painted unsanitised', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const ran = new Promise((resolve) => {
      Object.defineProperty(window, 'pwned', { set: resolve, configurable: true });
    });
    frame.contentDocument?.write('<img src=x onerror="parent.pwned=1">');
    expect(await ran).toBe(1);
    Reflect.deleteProperty(window, 'pwned');
    frame.remove();
  });

  it('asks main for a remote image only when the agent says so', async () => {
    pane = mountPane(
      desk,
      <MessageFrame html={`<p>${READABLE}</p><img src="https://${HOSTILE_HOST}/a.png" alt="A">`} title="One" />,
    );
    await paintedFrame(pane.host, READABLE);
    expect(fetched).toEqual([]);
    const button = [...pane.host.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Show remote images',
    );
    button?.click();
    expect(fetched).toEqual([`https://${HOSTILE_HOST}/a.png`]);
  });
});
