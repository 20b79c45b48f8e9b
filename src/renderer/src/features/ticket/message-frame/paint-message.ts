import { listenToFrame } from './frame-events.ts';
import { lookOf } from './frame-look.ts';
import type { Frame, FramePool } from './frame-pool.ts';
import { prepareMessage } from './prepare-message.ts';
import type { Sanitise } from './sanitise.ts';

/** Bytes of an image by its name or address; null when they cannot be had. */
export type ImageSource = (name: string) => Promise<Blob | null>;

/** Taller messages scroll inside their frame: a layer of any height would cost memory for good. */
const TALLEST = 30_000;

export type Painted = {
  readonly remoteImages: number;
  /** Fetches what the agent asked for. Resolves to how many did not come. */
  showRemoteImages(): Promise<number>;
  /** Stops listening and frees the images; the frame can be painted again. */
  dispose(): void;
};

/** Paints a message into a frame and keeps the frame as tall as its words. */
export function paintMessage(
  frame: Frame,
  sanitise: Sanitise,
  options: {
    readonly html: string;
    readonly host: HTMLElement;
    readonly fit: FramePool['fit'];
    readonly labels: { readonly quoted: string; readonly remoteImage: string };
    readonly attachmentImage: ImageSource;
    readonly remoteImage: ImageSource;
    readonly onOpen: (target: string) => void;
    readonly onPoint: (target: string | null) => void;
  },
): Painted {
  const { element, document } = frame;
  const look = lookOf(options.host);
  const prepared = prepareMessage(options.html, {
    sanitise,
    parser: frame.parser,
    dark: look.dark,
    labels: options.labels,
  });
  const style = document.createElement('style');
  style.textContent = look.css;
  document.head.replaceChildren(style);
  element.style.colorScheme = look.dark ? 'dark' : 'light';
  document.body.replaceChildren(...prepared.body.childNodes);

  let disposed = false;
  const setHeight = (height: number): void => {
    if (!disposed) element.style.height = `${Math.min(height, TALLEST)}px`;
  };
  options.fit(frame, setHeight);
  const stopListening = listenToFrame(element, document, {
    onOpen: options.onOpen,
    onPoint: options.onPoint,
    onHeight: setHeight,
  });

  const urls: string[] = [];
  const show = (image: HTMLImageElement, blob: Blob): void => {
    if (disposed) return;
    const url = URL.createObjectURL(blob);
    urls.push(url);
    image.src = url;
  };
  for (const image of document.querySelectorAll<HTMLImageElement>('img[data-attachment]')) {
    void options.attachmentImage(image.dataset.attachment ?? '').then((blob) => {
      if (blob) show(image, blob);
      else image.title = image.alt;
    });
  }
  return {
    remoteImages: prepared.remoteImages,
    async showRemoteImages() {
      const stands = [...document.querySelectorAll<HTMLElement>('[data-remote]')];
      const missing = await Promise.all(
        stands.map(async (stand) => {
          const blob = await options.remoteImage(stand.dataset.remote ?? '');
          if (!blob) return 1;
          const image = document.createElement('img');
          image.alt = stand.textContent ?? '';
          if (stand.dataset.width) image.setAttribute('width', stand.dataset.width);
          show(image, blob);
          stand.replaceWith(image);
          return 0;
        }),
      );
      return missing.reduce<number>((sum, one) => sum + one, 0);
    },
    dispose() {
      disposed = true;
      stopListening();
      for (const url of urls) URL.revokeObjectURL(url);
    },
  };
}
