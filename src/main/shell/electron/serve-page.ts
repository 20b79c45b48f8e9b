import { protocol } from 'electron';
import type { PageFiles } from '../page-files.ts';
import { COMMON_HEADERS, type PagePolicy, pageHeaders } from '../page-headers.ts';
import { HOST, SAFE_MODE_URL, SCHEME } from './app-origin.ts';

/** Must run before `ready`, once: a second call would replace the first. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

// The link comes over a port, so the page has nothing to connect to but itself.
const POLICY: PagePolicy = { connect: [], development: false };

/** Serves the built page under the console's origin, with the headers that the browser host sends. */
export function servePage(files: PageFiles, safeModePage: () => string): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname, href } = new URL(request.url);
    if (host !== HOST || request.method !== 'GET') return refused(403);
    if (href === SAFE_MODE_URL) {
      const headers = pageHeaders(
        { path: '/safe-mode.html', mimeType: 'text/html; charset=utf-8', hashed: false },
        POLICY,
      );
      return new Response(safeModePage(), { headers });
    }
    // Only what was listed at start is found, so that no path climbs out of the page's folder.
    const file = files.find(pathname);
    if (file === null) return refused(404);
    return new Response(await file.read(), { headers: pageHeaders(file, POLICY) });
  });
}

const refused = (status: 403 | 404): Response =>
  new Response(null, { status, headers: { ...COMMON_HEADERS, 'content-security-policy': "default-src 'none'" } });
