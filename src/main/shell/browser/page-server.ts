import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Text } from '#shared/i18n/text.ts';
import type { Core } from '../../core-face.ts';
import type { PageFiles } from '../page-files.ts';
import { createCallAddress } from './call-address.ts';
import { judge, type Knock, type Verdict } from './gate.ts';
import { carryLinks } from './link-sockets.ts';
import { createPageApp } from './page-app.ts';
import type { Sessions } from './sessions.ts';

export type PageServerOptions = {
  readonly sessions: Sessions;
  /** The page is served while it starts; links wait for it. */
  readonly core: Promise<Pick<Core, 'connectStore' | 'takeCallLink'>>;
  readonly onWindows: (count: number) => void;
  readonly text: Text;
  /** Answers the requests that passed the gate: the built page, or in development the reloading server. */
  readonly serve: PageSource;
};

export type PageSource =
  | { readonly kind: 'built'; readonly files: PageFiles }
  | {
      readonly kind: 'development';
      readonly listen: (
        server: Server,
        judge: (request: IncomingMessage) => Verdict,
        port: number,
      ) => Promise<RequestListener>;
      readonly ownsUpgrade: (request: IncomingMessage) => boolean;
    };

export type PageServer = { stop(): Promise<void> };

/** Answers on a server that listens on `port`, which the gate's checks hang on. */
export async function startPageServer(server: Server, port: number, options: PageServerOptions): Promise<PageServer> {
  const decide = (request: IncomingMessage): Verdict => judge(knockOf(request), port, options.sessions);
  const closeLinks = carryLinks(server, {
    judge: decide,
    core: options.core,
    onCount: options.onWindows,
    leaveAlone: options.serve.kind === 'development' ? options.serve.ownsUpgrade : () => false,
  });
  const listener = await listenerFor(options, server, decide, port);
  const callAddress = createCallAddress({ judge: decide, port, text: options.text, core: options.core });
  server.on('request', (request, response) => {
    if (callAddress.isAsked(request)) void callAddress.answer(request, response);
    else listener(request, response);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        closeLinks();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listenerFor(
  { serve, text }: PageServerOptions,
  server: Server,
  decide: (request: IncomingMessage) => Verdict,
  port: number,
): Promise<RequestListener> {
  if (serve.kind === 'development') return serve.listen(server, decide, port);
  const policy = { connect: [`ws://127.0.0.1:${port}`], development: false };
  const app = createPageApp({ judge: decide, files: serve.files, policy, port, text });
  const listener = getRequestListener((request, env) => app.fetch(request, env), { overrideGlobalObjects: false });
  return (request, response) => void listener(request, response);
}

const knockOf = (request: IncomingMessage): Knock => ({
  kind: request.headers.upgrade === undefined ? 'request' : 'upgrade',
  method: request.method ?? '',
  target: request.url ?? '',
  headers: request.headers,
});
