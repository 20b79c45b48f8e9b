import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { MESSAGE_CONTENT_POLICY } from '../../src/main/shell/page-headers.ts';

/** Serves the frame's page to tests in a browser as both hosts serve it, with its own content security policy. */
export function messagePage(): Plugin {
  return {
    name: 'message-page',
    configureServer(server) {
      server.middlewares.use('/message.html', (_request, response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.setHeader('content-security-policy', MESSAGE_CONTENT_POLICY);
        response.end(readFileSync(new URL('../../src/renderer/message.html', import.meta.url)));
      });
    },
  };
}
