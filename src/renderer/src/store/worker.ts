import { createBirpc } from 'birpc';
import { Dexie } from 'dexie';
import { monotonicFactory } from 'ulid';
import { messagePortLink } from '#shared/link/message-port-link.ts';
import { startReport } from '../report/start-report.ts';
import { createStore } from './create-store.ts';
import type { DeskApi } from './desk-api.ts';
import { deleteDexieStorage, openDexieStorage } from './dexie-storage.ts';
import { guardDefaults, guardStorage } from './guarded-storage.ts';
import { keepSocket } from './keep-socket.ts';
import { createPause } from './pause.ts';
import { createRest } from './rest.ts';
import type { StoreEnv } from './store-context.ts';
import type { FromWindow, WindowFace } from './window-messages.ts';

/** Enough for a start to have painted; then there is time to read what the first call would wait for. */
const READY_FOR_CALLS_AFTER_MS = 4_000;
/** Nobody looks at figures first thing, and reading for them takes a share of the worker's time. */
const READY_FOR_FIGURES_AFTER_MS = 30_000;

/** The store worker: builds the store over the database, the clock and the window's messages. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
const channel = new MessageChannel();
const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
const now = (): number => Date.now();
const rest = createRest(after, () => performance.now());
const env: StoreEnv = {
  openStorage: (account, onProblem) =>
    guardStorage(() => openDexieStorage(account), { ...guardDefaults, now: () => performance.now(), after, onProblem }),
  deleteStorage: deleteDexieStorage,
  now,
  after,
  newId: monotonicFactory(),
  pause: createPause(channel, () => performance.now()),
  untilQuiet: rest.untilQuiet,
  startReport,
};

/** Which store this is: main leases it to one connection at a time. Kept beside the accounts' databases. */
async function storeId(): Promise<string> {
  const db = new Dexie('holdfast');
  db.version(1).stores({ meta: 'key' });
  const table = db.table<{ key: string; value: string }, string>('meta');
  try {
    const known = await table.get('storeId');
    if (known) return known.value;
    const value = crypto.randomUUID();
    await table.add({ key: 'storeId', value });
    return value;
  } catch {
    // Without a database there is nothing to keep apart either; openAccount will say what is wrong.
    return crypto.randomUUID();
  } finally {
    db.close();
  }
}

async function start(): Promise<void> {
  const listeners: ((data: unknown) => void)[] = [];
  const early: MessageEvent[] = [];
  let take = (event: MessageEvent): void => void early.push(event);
  scope.addEventListener('message', (event) => take(event));
  const id = await storeId();
  const store = createStore(env, id, (event) => void face.deskEvent(event));
  const face = createBirpc<WindowFace, DeskApi>(store.desk, {
    post: (message) => scope.postMessage(message),
    on: (listener) => void listeners.push(listener),
    timeout: -1,
    bind: 'functions',
    resolver: (name, method) => (Object.hasOwn(store.desk, name) ? method : undefined),
    eventNames: ['deskEvent'],
  });
  take = (event) => {
    const message = event.data as FromWindow;
    if (message?.type === 'holdfast:port' && event.ports[0]) void store.connect(messagePortLink(event.ports[0]));
    else if (message?.type === 'holdfast:socket')
      keepSocket(message.url, (port) => void store.connect(port), { after, random: Math.random });
    else {
      rest.asked();
      for (const listener of listeners) listener(event.data);
    }
  };
  for (const event of early.splice(0)) take(event);
  // Without it the first call is answered later, nothing else.
  after(READY_FOR_CALLS_AFTER_MS, () => void store.readyForCalls().catch(() => undefined));
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  after(READY_FOR_FIGURES_AFTER_MS, () => store.readyForFigures(timeZone));
}

void start();
