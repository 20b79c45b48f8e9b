import type { FromWindow } from '../store/window-messages.ts';

/** The store worker, as far as it can be talked to before the rest of the window is there. */
export type StartedStore = {
  post(message: unknown): void;
  /** For one listener, which is also told what came before it listened. */
  listen(listener: (message: unknown) => void): void;
};

/**
 * Starts the store worker and gives it its way to main: in Electron the ports that the preload hands over, the first and any later
 * one; in a browser the host's socket. Imports nothing, so that the worker reads while the window's own program is being loaded.
 */
export function startStore(): StartedStore {
  const worker = new Worker(new URL('../store/worker.ts', import.meta.url), { type: 'module', name: 'store' });
  const early: unknown[] = [];
  let take = (message: unknown): void => void early.push(message);
  worker.addEventListener('message', (event) => take(event.data));
  giveLink(worker);
  return {
    post: (message) => worker.postMessage(message),
    listen(listener) {
      take = listener;
      for (const message of early.splice(0)) listener(message);
    },
  };
}

function giveLink(worker: Worker): void {
  const tell = (message: FromWindow, transfer: Transferable[] = []): void => worker.postMessage(message, transfer);
  if (location.protocol !== 'app:') {
    const protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    return tell({ type: 'holdfast:socket', url: `${protocol}//${location.host}/link` });
  }
  window.addEventListener('message', (event) => {
    const [port] = event.ports;
    // Frames of messages live in this window too; only the preload posts from the window itself.
    if (event.source !== window || (event.data as FromWindow)?.type !== 'holdfast:port' || !port) return;
    tell({ type: 'holdfast:port' }, [port]);
  });
}
