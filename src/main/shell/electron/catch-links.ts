import { app } from 'electron';

/** Links and second starts that come before there is a window wait for it. */
export function catchLinks(first: string | null): { deliverTo(follow: (link: string | null) => void): void } {
  let follow: ((link: string | null) => void) | null = null;
  const waiting: (string | null)[] = first === null ? [] : [first];
  const take = (link: string | null): void => {
    if (follow === null) waiting.push(link);
    else follow(link);
  };
  // `argv` may be reordered and added to on its way; what this program sent with it may not.
  app.on('second-instance', (_event, _argv, _directory, data) => take(linkIn(data)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(url);
  });
  return {
    deliverTo(receiver) {
      follow = receiver;
      for (const link of waiting.splice(0)) receiver(link);
    },
  };
}

const linkIn = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'link' in data && typeof data.link === 'string' ? data.link : null;
