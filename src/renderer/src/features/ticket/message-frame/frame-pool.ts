import { heightOf } from './frame-events.ts';
import { addFonts } from './frame-fonts.ts';
import { createSanitise, type Sanitise } from './sanitise.ts';

/** One frame at our own static page, loaded and with its sanitiser ready. */
export type Frame = {
  readonly element: HTMLIFrameElement;
  readonly document: Document;
  readonly parser: DOMParser;
  /** Null where DOMPurify is not supported: the message is shown as text. */
  readonly sanitise: Sanitise | null;
};

export type TakenFrame = {
  readonly element: HTMLIFrameElement;
  readonly loaded: Frame | null;
  readonly ready: Promise<Frame | null>;
};

/**
 * Frames that are kept loaded, so that opening a ticket waits for no navigation. A frame moves between the pool and a message
 * by `moveBefore`, which (unlike any other move) does not reload it.
 */
export type FramePool = {
  /** Puts a frame into `host`: one that is `loaded` already, or one that will be `ready` (null when it could not be loaded). */
  take(host: HTMLElement): TakenFrame;
  /** Takes a frame back, emptied; call it while `host` is still in the document. */
  give(element: HTMLIFrameElement): void;
  /** Makes a frame as tall as its words, together with all others painted meanwhile and before the browser paints. */
  fit(frame: Frame, setHeight: (height: number) => void): void;
};

export function createFramePool(options: {
  readonly page: Document;
  /** Address of the empty page with the frame's own content security policy. */
  readonly url: string;
  /** How many idle frames are kept. */
  readonly size: number;
}): FramePool {
  const { page, url, size } = options;
  const rest = page.createElement('div');
  rest.hidden = true;
  rest.setAttribute('aria-hidden', 'true');
  const ready = new WeakMap<HTMLIFrameElement, Promise<Frame | null>>();
  const frames = new WeakMap<HTMLIFrameElement, Frame>();

  const make = (into: HTMLElement): HTMLIFrameElement => {
    const element = page.createElement('iframe');
    element.setAttribute('sandbox', 'allow-same-origin');
    element.setAttribute('referrerpolicy', 'no-referrer');
    element.src = url;
    ready.set(
      element,
      load(element).then((frame) => {
        if (frame) frames.set(element, frame);
        return frame;
      }),
    );
    into.append(element);
    return element;
  };
  let unfitted: (readonly [Frame, (height: number) => void])[] = [];
  const fitAll = (): void => {
    // All are measured before any grows: each that grows lays the whole page out anew.
    const heights = unfitted.map(([{ document }, setHeight]) => [heightOf(document), setHeight] as const);
    unfitted = [];
    for (const [height, setHeight] of heights) setHeight(height);
  };
  const canMove = typeof Reflect.get(rest, 'moveBefore') === 'function';
  page.body.append(rest);
  if (canMove) while (rest.childElementCount < size) make(rest);

  return {
    take(host) {
      const idle = rest.querySelector('iframe');
      if (idle && host.isConnected) host.moveBefore(idle, null);
      const element = idle ?? make(host);
      return {
        element,
        loaded: frames.get(element) ?? null,
        ready: ready.get(element) ?? Promise.resolve(null),
      };
    },
    give(element) {
      empty(element);
      if (canMove && element.isConnected && rest.isConnected && rest.childElementCount < size) {
        rest.moveBefore(element, null);
      } else element.remove();
    },
    fit(frame, setHeight) {
      if (unfitted.length === 0) queueMicrotask(fitAll);
      unfitted.push([frame, setHeight]);
    },
  };
}

function empty(element: HTMLIFrameElement): void {
  element.removeAttribute('style');
  element.removeAttribute('title');
  element.contentDocument?.body?.replaceChildren();
}

async function load(element: HTMLIFrameElement): Promise<Frame | null> {
  await new Promise((resolve) => {
    element.addEventListener('load', resolve, { once: true });
    element.addEventListener('error', resolve, { once: true });
  });
  const { contentDocument, contentWindow } = element;
  if (!contentDocument || !contentWindow) return null;
  const view = contentWindow as Window & typeof globalThis;
  addFonts(element.ownerDocument, view);
  // Fetched before there are words, so that these do not change their shape while they are read.
  void contentDocument.fonts.load('14px "Inter Variable"').catch(() => []);
  return { element, document: contentDocument, parser: new view.DOMParser(), sanitise: createSanitise(view) };
}
