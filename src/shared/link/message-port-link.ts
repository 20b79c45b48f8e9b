import type { LinkPort } from './port.ts';

/** What this needs of a `MessagePort` (browser, worker, Node). */
export type PortLike = {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  start(): void;
  close(): void;
};

/** What this needs of Electron's `MessagePortMain`. */
export type MainPortLike = {
  postMessage(message: unknown): void;
  on(type: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(type: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
};

const CLOSE = 'holdfast:close';

/**
 * A link over a `MessagePort`. A port whose other end is closed or dies fires `close` (Chromium 122 and later, Node); a side that
 * closes on purpose says so as well, for ends that fire nothing.
 */
export function messagePortLink(port: PortLike): LinkPort {
  return portLink(port, {
    onMessage: (listener) => port.addEventListener('message', (event) => listener(event.data)),
    onClose: (listener) => port.addEventListener('close', listener),
  });
}

/** The same over the main process's end, an `EventEmitter`. */
export function mainPortLink(port: MainPortLike): LinkPort {
  return portLink(port, {
    onMessage: (listener) => void port.on('message', (event) => listener(event.data)),
    onClose: (listener) => void port.on('close', listener),
  });
}

function portLink(
  port: Pick<PortLike, 'postMessage' | 'start' | 'close'>,
  events: {
    onMessage(listener: (message: unknown) => void): void;
    onClose(listener: () => void): void;
  },
): LinkPort {
  const closeListeners = new Set<() => void>();
  let isClosed = false;
  const finish = (): void => {
    if (isClosed) return;
    isClosed = true;
    for (const listener of closeListeners) listener();
  };
  events.onClose(finish);
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      events.onMessage((message) => {
        if (message === CLOSE) {
          port.close();
          finish();
        } else listener(message);
      });
      port.start();
    },
    onClose(listener) {
      if (isClosed) listener();
      else closeListeners.add(listener);
    },
    close() {
      if (isClosed) return;
      port.postMessage(CLOSE);
      port.close();
      finish();
    },
  };
}
