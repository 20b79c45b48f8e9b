import { guardDefaults, guardStorage } from '#renderer/store/guarded-storage.ts';
import type { TableName } from '#renderer/store/storage.ts';
import type { StoreEnv } from '#renderer/store/store-context.ts';
import { ok } from '#shared/result.ts';
import { memoryStorage } from '../support/memory-storage.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';

type Held = Map<TableName, Map<string, unknown>>;

/** States of the past that a cache may come back in. */
const REMEMBERED = 12;

/** Where the store's database rests: it outlives the window, and may be full, hang, be emptied or come back as it once was. */
export type CacheDisk = {
  state: 'sound' | 'full' | 'hanging';
  open(life: Life): Pick<StoreEnv, 'openStorage' | 'deleteStorage'>;
  /** The browser opens a database that was torn, or that it has evicted, empty. Only while no window runs. */
  empty(): void;
  /** The last commits were not on disk yet, or somebody put an old copy in its place. Only while no window runs. */
  putOld(): void;
};

export function createCacheDisk(random: Random, elapsed: () => number): CacheDisk {
  let held: Held = new Map();
  const past: Held[] = [];
  const disk: CacheDisk = {
    state: 'sound',
    open: (life) => ({
      openStorage: (_account, onProblem) =>
        guardStorage(
          () =>
            life.act(random.between(1, 10), () =>
              ok(
                memoryStorage(held, {
                  beforeCommit: () =>
                    life.act(random.between(0, 8), () => {
                      if (disk.state === 'full') throw new DOMException('full', 'QuotaExceededError');
                      if (disk.state === 'hanging') return new Promise<void>(() => undefined);
                      past.push(copyOf(held));
                      if (past.length > REMEMBERED) past.splice(random.between(0, REMEMBERED - 1), 1);
                      return undefined;
                    }),
                }),
              ),
            ),
          { ...guardDefaults, now: elapsed, after: life.after, onProblem },
        ),
      deleteStorage: async () => held.clear(),
    }),
    empty() {
      held = new Map();
    },
    putOld() {
      if (past.length > 0) held = copyOf(random.pick(past));
    },
  };
  return disk;
}

/** Rows are never changed in place, so that the tables alone are copied. */
const copyOf = (held: Held): Held => new Map([...held].map(([table, rows]) => [table, new Map(rows)]));
