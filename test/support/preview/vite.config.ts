import { existsSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const renderer = new URL('../../../src/renderer/', import.meta.url);

/** The product's own frame document, at the address it has there. */
const messagePage: Plugin = {
  name: 'message-page',
  configureServer(server) {
    server.middlewares.use('/message.html', (_, response) => {
      const page = new URL('message.html', renderer);
      response.setHeader('content-type', 'text/html');
      response.end(existsSync(page) ? readFileSync(page) : '');
    });
  },
};

/** `npx vite --config test/support/preview/vite.config.ts`: the console on the sample desk, without a host. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  plugins: [react(), messagePage],
  server: { host: '127.0.0.1', fs: { allow: [new URL('../../..', import.meta.url).pathname] } },
});
