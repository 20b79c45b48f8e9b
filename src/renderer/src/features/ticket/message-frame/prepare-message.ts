import { numbersInWords } from '#shared/calls/numbers-in-words.ts';
import { cleanStyle } from './clean-styles.ts';
import { darken } from './dark-colors.ts';
import { foldQuotes } from './fold-quotes.ts';
import type { Sanitise } from './sanitise.ts';

export type PreparedMessage = {
  /** A body whose nodes can be moved into the frame; nothing in it fetches, navigates or has a name. */
  readonly body: HTMLElement;
  /** Remote images that wait for the agent's word; one-pixel ones are dropped, they only tell the sender of the reading. */
  readonly remoteImages: number;
};

const LINK = /^(?:https?:\/\/|mailto:|tel:)/i;
/** `NodeFilter.SHOW_TEXT`. */
const SHOW_TEXT = 4;
const DATA_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp|bmp|avif)[;,]/i;

/**
 * Makes a hostile body fit to be painted: sanitised, its styles filtered, links turned into buttons of ours that remember
 * their target, telephone numbers made such links, images waiting for their bytes, quoted history folded.
 */
export function prepareMessage(
  html: string,
  options: {
    readonly sanitise: Sanitise;
    readonly parser: DOMParser;
    readonly dark: boolean;
    readonly labels: { readonly quoted: string; readonly remoteImage: string };
  },
): PreparedMessage {
  const { body } = options.parser.parseFromString(options.sanitise(html), 'text/html');
  for (const element of body.querySelectorAll<HTMLElement>('[style]')) cleanStyle(element.style);
  const remoteImages = prepareImages(body, options.labels.remoteImage);
  foldQuotes(body, options.labels.quoted);
  prepareLinks(body);
  linkNumbers(body);
  for (const element of body.querySelectorAll('[id], [class]')) {
    element.removeAttribute('id');
    if (!element.matches('.holdfast-quote, .holdfast-image')) element.removeAttribute('class');
  }
  if (options.dark) darken(body);
  return { body, remoteImages };
}

/** A link without `href` cannot navigate, whatever the frame allows; the click reads the target from `data-target`. */
function prepareLinks(body: HTMLElement): void {
  for (const link of body.querySelectorAll('a')) {
    const target = link.getAttribute('href') ?? '';
    link.removeAttribute('href');
    const absolute = target.startsWith('//') ? `https:${target}` : target;
    if (!LINK.test(absolute)) continue;
    asLink(link, absolute);
  }
}

function asLink(link: HTMLAnchorElement, target: string): void {
  link.dataset.target = target;
  link.setAttribute('role', 'link');
  link.tabIndex = 0;
}

/** Telephone numbers in words that are no link already. */
function linkNumbers(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node.parentElement?.closest('a') === null) texts.push(node as Text);
  for (const text of texts) {
    // From the end, so that what stands before keeps its place.
    for (const { at, length, number } of numbersInWords(text.data).toReversed()) {
      const words = text.splitText(at);
      words.splitText(length);
      const link = body.ownerDocument.createElement('a');
      words.replaceWith(link);
      link.append(words);
      asLink(link, `tel:${number}`);
    }
  }
}

function prepareImages(body: HTMLElement, label: string): number {
  let remote = 0;
  for (const image of body.querySelectorAll('img')) {
    const source = (image.getAttribute('src') ?? '').trim();
    if (DATA_IMAGE.test(source)) continue;
    image.removeAttribute('src');
    if (/^attachment:/i.test(source)) {
      image.dataset.attachment = source.slice('attachment:'.length);
    } else if (/^(?:https?:)?\/\//i.test(source) && !isBeacon(image)) {
      image.replaceWith(placeholder(image, source.startsWith('//') ? `https:${source}` : source, label));
      remote += 1;
    } else {
      image.remove();
    }
  }
  return remote;
}

const isBeacon = (image: HTMLImageElement): boolean =>
  [image.getAttribute('width'), image.getAttribute('height'), image.style.width, image.style.height].some(
    (size) => size !== null && size !== '' && Number.parseFloat(size) <= 2,
  );

function placeholder(image: HTMLImageElement, url: string, label: string): HTMLElement {
  const stand = image.ownerDocument.createElement('span');
  stand.className = 'holdfast-image';
  stand.dataset.remote = url;
  stand.dataset.width = image.getAttribute('width') ?? '';
  stand.dataset.height = image.getAttribute('height') ?? '';
  stand.textContent = image.alt.trim() === '' ? label : image.alt.trim();
  return stand;
}
