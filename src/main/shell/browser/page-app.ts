import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Text } from '#shared/i18n/text.ts';
import type { PageFile, PageFiles } from '../page-files.ts';
import { type PagePolicy, pageHeaders } from '../page-headers.ts';
import { cookieName, type Verdict } from './gate.ts';
import { REFUSAL_HEADERS, refusalPage } from './refusal-page.ts';

const compress = promisify(gzip);
const COMPRESSIBLE = /^(text\/|application\/json|image\/svg)/;

export type PageAppOptions = {
  readonly judge: (incoming: HttpBindings['incoming']) => Verdict;
  readonly files: PageFiles;
  readonly policy: PagePolicy;
  readonly port: number;
  readonly text: Text;
};

/** Serves the built page behind the gate; compressed once, then from memory. */
export function createPageApp({ judge, files, policy, port, text }: PageAppOptions): Hono<{ Bindings: HttpBindings }> {
  const compressed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const compressedBytes = (file: PageFile): Promise<Uint8Array<ArrayBuffer>> => {
    const known = compressed.get(file.path);
    if (known !== undefined) return known;
    const made = file.read().then(async (bytes) => new Uint8Array(await compress(bytes)));
    compressed.set(file.path, made);
    // A file that could not be read this time may be there the next.
    made.catch(() => compressed.delete(file.path));
    return made;
  };

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all('*', async (context) => {
    const verdict = judge(context.env.incoming);
    if (verdict.verdict === 'refuse') {
      return context.body(refusalPage(verdict.reason, text), verdict.status, REFUSAL_HEADERS);
    }
    if (verdict.verdict === 'enter') return context.body(null, 303, entryHeaders(verdict.token, port));
    const file = files.find(verdict.pathname);
    if (file === null) return context.body(refusalPage('address', text), 404, REFUSAL_HEADERS);
    const headers = pageHeaders(file, policy);
    if (!COMPRESSIBLE.test(file.mimeType)) return context.body(await file.read(), 200, headers);
    headers.vary = 'accept-encoding';
    if (!/\bgzip\b/.test(context.req.header('accept-encoding') ?? ''))
      return context.body(await file.read(), 200, headers);
    return context.body(await compressedBytes(file), 200, { ...headers, 'content-encoding': 'gzip' });
  });
  app.onError((_error, context) => context.body(refusalPage('broken', text), 500, REFUSAL_HEADERS));
  return app;
}

/** A session cookie: gone with the browser, never read by script, never sent for another site. */
export const entryHeaders = (token: string, port: number): Record<string, string> => ({
  ...REFUSAL_HEADERS,
  location: '/',
  'set-cookie': `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Strict`,
});
