import { describe, expect, it } from 'vitest';
import { guardStorage } from '#renderer/store/guarded-storage.ts';
import type { RawStorage } from '#renderer/store/storage.ts';
import type { StoreProblem } from '#shared/link/values.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { memoryStorage } from '../../../support/memory-storage.ts';
import type { Held } from './fixtures.ts';

const put = (key: string) => ({ put: { meta: [{ key, value: 1 }] } });

async function guarded(disk: { beforeCommit?: () => Promise<void> }) {
  const held: Held = new Map();
  const problems: (StoreProblem | null)[] = [];
  const clock = { now: 0 };
  const timers: { at: number; run: () => void }[] = [];
  let opens = 0;
  let answer: Result<RawStorage, StoreProblem> | null = null;
  const opened = await guardStorage(
    async () => {
      opens++;
      return answer ?? ok(memoryStorage(held, disk));
    },
    {
      watchdogMs: 1_000,
      healAfterMs: [10, 20, 30],
      againAfterMs: 5_000,
      now: () => clock.now,
      after(ms, run) {
        const timer = { at: clock.now + ms, run };
        timers.push(timer);
        return () => timers.splice(timers.indexOf(timer), 1);
      },
      onProblem: (problem) => problems.push(problem),
    },
  );
  if (!opened.ok) throw new Error(opened.error);
  return {
    storage: opened.value,
    problems,
    held,
    opens: () => opens,
    openWith: (next: typeof answer) => {
      answer = next;
    },
    /** Lets time pass and everything that follows from it happen. */
    async pass(ms: number) {
      for (const end = clock.now + ms; ; ) {
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) {
          clock.now = end;
          return;
        }
        timers.splice(timers.indexOf(next), 1);
        clock.now = next.at;
        next.run();
      }
    },
  };
}

describe('a guarded storage', () => {
  it('answers a write that never settles, and heals by reopening', async () => {
    let hang = true;
    const one = await guarded({ beforeCommit: () => (hang ? new Promise(() => {}) : Promise.resolve()) });
    const write = one.storage.commit(put('a'));
    await one.pass(1_000);
    expect(await write).toEqual({ ok: false, error: 'timeout' });
    expect(await one.storage.commit(put('b'))).toEqual({ ok: false, error: 'timeout' });
    hang = false;
    await one.pass(100);
    expect(one.problems).toEqual(['timeout', null]);
    expect(await one.storage.commit(put('c'))).toEqual({ ok: true, value: null });
    expect([...(one.held.get('meta')?.keys() ?? [])].sort()).toEqual(['c', 'probe']);
  });

  it('tries three times, stays read-only, and tries again when asked to write later', async () => {
    let full = true;
    const one = await guarded({
      beforeCommit: async () => {
        if (full) throw new DOMException('no room', 'QuotaExceededError');
      },
    });
    expect(await one.storage.commit(put('a'))).toEqual({ ok: false, error: 'full' });
    await one.pass(1_000);
    expect(one.opens()).toBe(4);
    expect(one.problems).toEqual(['full']);
    full = false;
    expect(await one.storage.commit(put('a'))).toEqual({ ok: false, error: 'full' });
    await one.pass(5_000);
    expect(one.opens()).toBe(4);
    expect(await one.storage.commit(put('a'))).toEqual({ ok: false, error: 'full' });
    await one.pass(100);
    expect(one.problems).toEqual(['full', null]);
    expect(await one.storage.commit(put('a'))).toEqual({ ok: true, value: null });
  });

  it('stops for good before a database that a newer program has taken over', async () => {
    const one = await guarded({
      beforeCommit: async () => {
        throw new DOMException('gone', 'InvalidStateError');
      },
    });
    await one.storage.commit(put('a'));
    one.openWith(err('newer-database'));
    await one.pass(60_000);
    expect(one.problems).toEqual(['closed', 'newer-database']);
    await one.storage.commit(put('a'));
    await one.pass(60_000);
    expect(one.opens()).toBe(2);
  });
});
