/** The console's own origin: a secure standard scheme, so that it has IndexedDB, workers and a policy like any web page. */
export const SCHEME = 'app';
export const HOST = 'holdfast';
export const PAGE_URL = `${SCHEME}://${HOST}/`;
export const MESSAGE_URL = `${PAGE_URL}message.html`;
export const SAFE_MODE_URL = `${PAGE_URL}safe-mode`;

/** Whether an address is of the console's own origin. (`URL.origin` is `null` in Node for schemes it does not know.) */
export function isOwnOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${SCHEME}:` && host === HOST;
}
