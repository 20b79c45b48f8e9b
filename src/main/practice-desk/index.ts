import { type Act, createAct } from './act.ts';
import type { Desk } from './desk.ts';
import type { Faults } from './faults.ts';
import { generate } from './generate/generate.ts';
import { apiTokenFor } from './generate/setup.ts';
import { createApp } from './http/app.ts';
import { GENEROUS, type Limits } from './http/limits.ts';
import { listen } from './http/listener.ts';
import type { Web } from './http/web.ts';
import { createLife } from './life/life.ts';
import { openDisk, openMemory } from './persistence.ts';
import { createStore, everything } from './store.ts';

export type { Act } from './act.ts';
export type { FaultKind, Faults } from './faults.ts';
export { AS_ZENDESK, type Limits } from './http/limits.ts';

/** Runs `run` once after `delayMs`; what it returns calls that off. */
export type Schedule = (delayMs: number, run: () => void) => () => void;

export type PracticeDeskOptions = {
  /** Where it keeps its state; null forgets it on `stop`. */
  readonly dataDir: string | null;
  /** Told the names of files in `dataDir` that could not be read and were set aside. */
  readonly onSetAside?: (names: readonly string[]) => void;
  /** 0 takes a free port. */
  readonly port: number;
  readonly seed: number;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly schedule?: Schedule;
  /** Customers answer, tickets arrive, colleagues work. */
  readonly live: boolean;
  /** How many tickets a new desk begins with. */
  readonly tickets?: number;
  readonly limits?: Partial<Limits>;
  /** How long a change stays out of the incremental export; a minute at Zendesk, 0 here. */
  readonly exportLagMs?: number;
  /** Whether something of a ticket can be sent to people outside of it, which is an add-on at Zendesk; it can here. */
  readonly sideConversations?: boolean;
};

export type Credential = {
  readonly userId: number;
  readonly name: string;
  readonly email: string;
  readonly apiToken: string;
};

export type PracticeDesk = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly credentials: {
    readonly agent: Credential;
    readonly administrator: Credential;
    readonly oauth: { readonly clientId: string; readonly authorizeUrl: string; readonly tokenUrl: string };
  };
  readonly faults: Faults;
  readonly act: Act;
  /** Moves the desk's clock on, playing what falls due on the way at its own time. */
  readonly advance: (ms: number) => void;
  /** The desk's time, UTC milliseconds. */
  readonly now: () => number;
  readonly stop: () => Promise<void>;
};

const systemSchedule: Schedule = (delayMs, run) => {
  const timer = setTimeout(run, Math.min(delayMs, 2 ** 31 - 1));
  timer.unref();
  return () => clearTimeout(timer);
};

/** The log is folded into the snapshot when it is past this. */
const LOG_LIMIT_BYTES = 8 * 1024 * 1024;

/** Starts the shop's helpdesk on loopback. Rejects when the port is taken or the folder cannot be written. */
export const startPracticeDesk = async (options: PracticeDeskOptions): Promise<PracticeDesk> => {
  const schedule = options.schedule ?? systemSchedule;
  const disk =
    options.dataDir === null ? openMemory() : openDisk(options.dataDir, options.onSetAside ?? (() => undefined));
  const store = createStore(disk.rows, {
    append: (ops) => {
      disk.append(ops);
      if (disk.logBytes() > LOG_LIMIT_BYTES) disk.compact(everything(store));
    },
  });
  let frozenAt: number | null = null;
  const now = (): number => frozenAt ?? options.now() + (store.get('facts', 'clockOffsetMs')?.value ?? 0);
  let planned = (): void => undefined;
  const desk: Desk = {
    seed: store.get('facts', 'seed')?.value ?? options.seed,
    store,
    disk,
    now,
    planned: () => planned(),
    live: options.live,
  };
  const clock = {
    freezeAt: (at: number | null): void => {
      frozenAt = at;
    },
  };
  if (disk.fresh) {
    generate({ ...desk, live: false }, clock, options.tickets ?? 400);
    store.put('facts', { id: 'seed', value: options.seed });
    store.commit();
    disk.compact(everything(store));
  }
  const [admin, you] = [...store.all('users')].filter((user) => user.role !== 'end-user');
  if (!admin?.email || !you?.email) throw new Error('The practice desk has no agent. Delete its folder to begin anew.');
  const tokens = { admin: apiTokenFor(desk.seed, 'administrator'), you: apiTokenFor(desk.seed, 'agent') };

  let address = '';
  const web: Web = { desk, address: () => address };
  const app = createApp(web, {
    limits: { ...GENEROUS, ...options.limits },
    exportLagMs: options.exportLagMs ?? 0,
    apiTokens: [tokens.admin, tokens.you],
    sideConversations: options.sideConversations ?? true,
  });
  const listener = await listen(
    async (request) => app.fetch(request),
    options.port,
    (ms) => new Promise((done) => void schedule(ms, done)),
  );
  address = `http://127.0.0.1:${listener.port()}`;

  const life = createLife(desk, schedule, clock.freezeAt);
  planned = life.rearm;
  if (options.live) life.start();

  return {
    url: address,
    credentials: {
      agent: { userId: you.id, name: you.name, email: you.email, apiToken: tokens.you },
      administrator: { userId: admin.id, name: admin.name, email: admin.email, apiToken: tokens.admin },
      oauth: {
        clientId: 'holdfast',
        authorizeUrl: `${address}/oauth/authorizations/new`,
        tokenUrl: `${address}/oauth/tokens`,
      },
    },
    faults: listener.faults,
    act: createAct(desk, { admin, you }),
    advance: (ms) => {
      const until = now() + ms;
      if (options.live) life.playUntil(until);
      store.put('facts', { id: 'clockOffsetMs', value: until - options.now() });
      store.commit();
      life.rearm();
    },
    now,
    stop: async () => {
      life.stop();
      await listener.close();
      store.commit();
      disk.compact(everything(store));
    },
  };
};
