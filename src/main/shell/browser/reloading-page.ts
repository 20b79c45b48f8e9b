import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer, defaultClientConditions } from 'vite';
import { MESSAGE_CONTENT_POLICY, type PagePolicy, pageHeaders } from '../page-headers.ts';
import type { Verdict } from './gate.ts';
import { entryHeaders } from './page-app.ts';
import type { PageSource } from './page-server.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const RENDERER = `${ROOT}src/renderer`;

/** The page from source, reloading on change, behind the same gate as the built one. Only its policy is looser. */
export const reloadingPage = (): PageSource => ({
  kind: 'development',
  // Vite's own socket; the gate has judged it by then.
  ownsUpgrade: (request) => request.headers['sec-websocket-protocol']?.startsWith('vite-') === true,
  async listen(server: Server, judge: (request: IncomingMessage) => Verdict, port: number): Promise<RequestListener> {
    const vite = await createServer({
      configFile: false,
      root: RENDERER,
      appType: 'mpa',
      plugins: [react()],
      // As it is built.
      resolve: { conditions: ['worker', ...defaultClientConditions] },
      worker: { format: 'es' },
      publicDir: `${ROOT}resources/icons/page`,
      // Apart from the tests' own.
      cacheDir: `${ROOT}node_modules/.vite-dev`,
      // The workers too, or finding their libraries late would reload the page under the agent's hands.
      optimizeDeps: { entries: ['index.html', 'src/**/{worker,*-worker}.ts'] },
      server: { middlewareMode: true, hmr: { server }, fs: { allow: [ROOT] }, allowedHosts: ['127.0.0.1'] },
    });
    const policy: PagePolicy = { connect: [`ws://127.0.0.1:${port}`], development: true };
    return (request, response) => {
      const verdict = judge(request);
      if (verdict.verdict === 'refuse') return void response.writeHead(verdict.status).end(verdict.reason);
      if (verdict.verdict === 'enter') return void response.writeHead(303, entryHeaders(verdict.token, port)).end();
      if (verdict.pathname === '/message.html') return void sendMessagePage(response);
      const html = pageHeaders({ path: '/index.html', mimeType: 'text/html', hashed: false }, policy);
      // Scripts get the page's policy too: the development server runs workers out of many modules with inline maps.
      response.setHeader('content-security-policy', html['content-security-policy'] ?? '');
      vite.middlewares(request, response, () => response.writeHead(404).end());
    };
  },
});

async function sendMessagePage(response: Parameters<RequestListener>[1]): Promise<void> {
  const page = await readFile(`${RENDERER}/message.html`);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': MESSAGE_CONTENT_POLICY,
  });
  response.end(page);
}
