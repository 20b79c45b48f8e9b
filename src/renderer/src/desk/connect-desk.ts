import { createBirpc } from 'birpc';
import type { Desk, DeskApi, DeskEvent } from '../store/desk-api.ts';
import type { WindowFace } from '../store/window-messages.ts';
import { createEventFeed } from './event-feed.ts';
import type { StartedStore } from './start-store.ts';

/** The desk that a started store answers for. Calls wait until the worker runs and has its link. */
export function connectDesk(store: StartedStore): Desk {
  const feed = createEventFeed();
  const rpc = createBirpc<DeskApi, WindowFace>(
    { deskEvent: (event: DeskEvent) => feed.tell(event) },
    { post: store.post, on: store.listen, timeout: -1, bind: 'functions' },
  );
  void askToPersist(feed.tell);
  return deskOver((name, args) => rpc.$callRaw({ method: name, args: [...args] }), feed.listen);
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
      if (name === 'onEvent' || typeof name !== 'string') return Reflect.get(target, name, receiver);
      return (...args: readonly unknown[]) => call(name, args);
    },
  });
}
