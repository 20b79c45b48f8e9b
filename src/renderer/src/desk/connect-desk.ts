import { createBirpc } from 'birpc';
import type { Desk, DeskApi, DeskEvent } from '../store/desk-api.ts';
import type { FromWindow, WindowFace } from '../store/window-messages.ts';
import { createEventFeed } from './event-feed.ts';

/**
 * Starts the store worker and gives it its way to main: in Electron the ports that the preload hands over, the first and any later
 * one; in a browser the host's socket. Resolves at once; calls wait until the worker runs.
 */
export async function connectDesk(): Promise<Desk> {
  const worker = new Worker(new URL('../store/worker.ts', import.meta.url), { type: 'module', name: 'store' });
  const feed = createEventFeed();
  const rpc = createBirpc<DeskApi, WindowFace>(
    { deskEvent: (event: DeskEvent) => feed.tell(event) },
    {
      post: (message) => worker.postMessage(message),
      on: (listener) => worker.addEventListener('message', (event) => listener(event.data)),
      timeout: -1,
      bind: 'functions',
    },
  );
  giveLink(worker);
  void askToPersist(feed.tell);
  return deskOver((name, args) => rpc.$callRaw({ method: name, args: [...args] }), feed.listen);
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

/** Without this the browser may throw the cache away when the disk runs low; the journal is safe either way. */
async function askToPersist(tell: (event: DeskEvent) => void): Promise<void> {
  if (location.protocol === 'app:') return;
  const granted = await navigator.storage?.persist?.().catch(() => false);
  if (granted !== true) tell({ type: 'notice', notice: { code: 'storage-not-persistent', detail: '' } });
}

/** Every method of the desk as a call by its name. */
function deskOver(call: (name: string, args: readonly unknown[]) => Promise<unknown>, onEvent: Desk['onEvent']): Desk {
  return new Proxy({ onEvent } as Desk, {
    get(target, name, receiver) {
      // A promise resolves with the desk, so it must not look like one itself.
      if (name === 'onEvent' || name === 'then' || typeof name !== 'string') return Reflect.get(target, name, receiver);
      return (...args: readonly unknown[]) => call(name, args);
    },
  });
}
