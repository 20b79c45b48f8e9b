import { app } from 'electron';
import { type WaitingLinks, waitingLinks } from '../waiting-links.ts';

/** Links and second starts that come before there is a window wait for it; null is a start without a link. */
export function catchLinks(first: string | null): WaitingLinks<string | null> {
  const links = waitingLinks<string | null>(first === null ? [] : [first]);
  // `argv` may be reordered and added to on its way; what this program sent with it may not.
  app.on('second-instance', (_event, _argv, _directory, data) => links.take(linkIn(data)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    links.take(url);
  });
  return links;
}

const linkIn = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'link' in data && typeof data.link === 'string' ? data.link : null;
