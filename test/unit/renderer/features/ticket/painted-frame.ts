import { expect } from 'vitest';

export type PaintedFrame = {
  readonly element: HTMLIFrameElement;
  readonly document: Document;
  readonly view: Window & typeof globalThis;
};

/** The message frame once it shows `words`. */
export async function paintedFrame(host: ParentNode, words: string): Promise<PaintedFrame> {
  return expect
    .poll(() => framesIn(host).find(({ document }) => document.body.textContent?.includes(words)), { timeout: 5_000 })
    .toBeTruthy()
    .then(() => {
      const frame = framesIn(host).find(({ document }) => document.body.textContent?.includes(words));
      if (!frame) throw new Error('the frame went away');
      return frame;
    });
}

function framesIn(host: ParentNode): readonly PaintedFrame[] {
  return [...host.querySelectorAll('iframe')].flatMap((element) => {
    const { contentDocument, contentWindow } = element;
    if (!contentDocument?.body || !contentWindow) return [];
    return [{ element, document: contentDocument, view: contentWindow as Window & typeof globalThis }];
  });
}

/** Long enough for what the page does on its own: two frames painted. */
export const twoFrames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
