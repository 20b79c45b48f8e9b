import type { AnyConnectorDefinition } from '#main/connectors/contract.ts';
import { createCore } from '#main/core.ts';
import type { DesktopCore } from '#main/core-face.ts';
import { createStore, type Store } from '#renderer/store/create-store.ts';
import type { DeskApi } from '#renderer/store/desk-api.ts';
import type { Account } from '#shared/domain/account.ts';
import { inProcessReport } from '../support/in-process-report.ts';
import { silentShell } from '../support/silent-shell.ts';
import { createCable } from './cable.ts';
import { createCacheDisk } from './cache-disk.ts';
import { ME } from './helpdesk.ts';
import { createLife, type Life } from './life.ts';
import type { Network } from './network.ts';
import { createProfileDisk } from './profile-disk.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

export const ACCOUNT: Account = {
  id: 'sim',
  connectorId: 'model',
  label: 'Model',
  config: {},
  me: { remoteId: ME, name: 'Me', email: null, administrator: false, groupIds: [] },
  practice: false,
};

const PROFILE = '/profile';
const AGAIN_AFTER_MS = 5_000;

type Main = { readonly life: Life; core: DesktopCore | null; resume: () => void };

export type Console = {
  /** What the window's worker answers; null while no window runs. */
  desk(): DeskApi | null;
  /** Ends with the window: for what the agent does in it. */
  windowLife(): Life | null;
  readonly profile: { full: boolean };
  readonly cache: { state: 'sound' | 'full' | 'hanging' };
  startMain(): Promise<void>;
  startWindow(): void;
  kill(what: 'main' | 'window' | 'both' | 'power'): void;
  loseCache(how: 'empty' | 'old'): void;
  wakeUp(): void;
  isRunning(): { readonly main: boolean; readonly window: boolean };
};

/** One console: the real core and the real store, with the world around them on the schedule's clock. */
export function createConsole(options: {
  readonly name: string;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly network: Network;
  readonly connector: AnyConnectorDefinition;
  /** Wall clock of this machine, UTC ms. */
  readonly now: () => number;
  readonly undoSeconds: number;
  readonly log: (line: string) => void;
}): Console {
  const { name, scheduler, random, network, connector, now, log } = options;
  const profile = createProfileDisk(random, {
    [`${PROFILE}/accounts.json`]: JSON.stringify({ accounts: [ACCOUNT] }),
    [`${PROFILE}/secrets.json`]: JSON.stringify({ [ACCOUNT.id]: { plain: { token: 'token' } } }),
    [`${PROFILE}/settings.json`]: JSON.stringify({ undoSeconds: options.undoSeconds }),
  });
  const cache = createCacheDisk(random, scheduler.elapsed);
  let main = null as Main | null;
  let window = null as { readonly life: Life; readonly store: Store } | null;
  let ids = 0;

  const plug = (): void => {
    if (!main?.core || !window) return;
    const [mainEnd, storeEnd] = createCable(scheduler, random, [main.life, window.life]);
    main.core.connectStore(mainEnd);
    void window.store.connect(storeEnd);
  };

  const self: Console = {
    profile,
    cache,
    desk: () => window?.store.desk ?? null,
    windowLife: () => window?.life ?? null,
    isRunning: () => ({ main: main?.core != null, window: window !== null }),
    async startMain() {
      if (main) return;
      const life = createLife(scheduler);
      const started: Main = { life, core: null, resume: () => undefined };
      main = started;
      const opened = createCore(
        {
          version: '0',
          profileDir: PROFILE,
          storeSecrets: 'file',
          log: (event, facts) => log(`${name}: ${event} ${JSON.stringify(facts)}`),
          now,
          shell: silentShell(network.fetchFor(life, name), {
            onSuspendResume: (_suspended, resumed) => {
              started.resume = resumed;
              return () => undefined;
            },
          }),
        },
        {
          clock: {
            now,
            elapsed: scheduler.elapsed,
            sleep: (ms, signal) =>
              new Promise((resolve) => {
                if (signal.aborted) return resolve();
                const done = (): void => {
                  stop();
                  signal.removeEventListener('abort', done);
                  resolve();
                };
                const stop = life.after(Math.min(ms, 2 ** 31 - 1), done);
                signal.addEventListener('abort', done);
              }),
          },
          disk: profile.mount(life),
          random: random.next,
          connectors: [connector],
        },
      );
      try {
        started.core = await opened;
        plug();
      } catch {
        // A program that cannot start says why and ends; the agent starts it again.
        if (main === started) main = null;
        life.kill();
        scheduler.after(AGAIN_AFTER_MS, () => void self.startMain());
      }
    },
    startWindow() {
      if (window) return;
      const life = createLife(scheduler);
      const store = createStore(
        {
          ...cache.open(life),
          now,
          after: life.after,
          // Of this console, and later than the one before, also over its lives.
          newId: () => `01${name}${String(++ids).padStart(23, '0')}`,
          pause: () => (random.chance(0.1) ? life.act(random.between(0, 3), () => undefined) : Promise.resolve()),
          untilQuiet: async () => undefined,
          startReport: () => inProcessReport(now),
        },
        `store-${name}`,
        (event) => {
          if (event.type === 'health')
            log(`${name}: ${event.health.phase}, ${event.health.problem?.code ?? 'no problem'}`);
          if (event.type === 'storage') log(`${name}: storage ${event.problem ?? 'sound'}`);
        },
      );
      window = { life, store };
      plug();
    },
    kill(what) {
      if (what !== 'window') {
        main?.life.kill();
        main = null;
      }
      if (what !== 'main') {
        window?.life.kill();
        window = null;
      }
      if (what === 'power') {
        profile.cutPower();
        if (random.chance(0.5)) cache.putOld();
      }
    },
    loseCache(how) {
      if (window) return;
      if (how === 'empty') cache.empty();
      else cache.putOld();
    },
    wakeUp: () => main?.resume(),
  };
  return self;
}
