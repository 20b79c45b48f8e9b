import type { PageFile } from './page-files.ts';

/** What a page may reach besides itself: the socket that carries the link, and in development the reloading server. */
export type PagePolicy = {
  readonly connect: readonly string[];
  readonly development: boolean;
};

const FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
] as const;

const policy = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');

/** The policy of the console itself. Nothing inline, nothing from elsewhere. */
export function pageContentPolicy({ connect, development }: PagePolicy): string {
  return policy({
    'default-src': ["'none'"],
    // The development server injects its reloading code inline.
    'script-src': development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
    'style-src': development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
    'img-src': ["'self'", 'blob:', 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...connect],
    'worker-src': ["'self'"],
    'frame-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  });
}

/** A worker does not inherit the page's policy: every script carries one of its own, which documents ignore. */
export const workerContentPolicy = ({ connect }: PagePolicy): string =>
  policy({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'connect-src': ["'self'", ...connect],
    'worker-src': ["'self'"],
  });

/** The frame that a customer's message is painted in. */
export const MESSAGE_CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Every header a file of the page is served with, on both hosts. */
export function pageHeaders(
  file: Pick<PageFile, 'path' | 'mimeType' | 'hashed'>,
  page: PagePolicy,
): Record<string, string> {
  return {
    ...COMMON_HEADERS,
    'content-type': file.mimeType,
    'content-security-policy': contentPolicyOf(file.path, page),
    'cache-control': file.hashed ? 'private, max-age=31536000, immutable' : 'no-cache',
  };
}

function contentPolicyOf(path: string, page: PagePolicy): string {
  if (path === '/message.html') return MESSAGE_CONTENT_POLICY;
  if (path.endsWith('.html')) return pageContentPolicy(page);
  return workerContentPolicy(page);
}

export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': FEATURES.map((feature) => `${feature}=()`).join(', '),
};
