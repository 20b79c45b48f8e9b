import { describe, expect, it } from 'vitest';
import {
  createDraftSaver,
  SAID_AFTER_MS,
  SAVE_EVERY_MS,
  type SaveState,
  TRY_AGAIN_MS,
} from '../../../../../src/renderer/src/features/composer/draft-saver.ts';
import type { AcceptProblem } from '../../../../../src/renderer/src/store/desk-actions.ts';
import { err, ok, type Result } from '../../../../../src/shared/result.ts';

const nothing = async (): Promise<void> => undefined;

function bench(answers: readonly Result<null, AcceptProblem>[] = []) {
  const saved: { readonly at: number; readonly value: string }[] = [];
  /** Those of which the answer has come. */
  const written: string[] = [];
  const states: SaveState[] = [];
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  let hanging: Promise<void> = Promise.resolve();
  const saver = createDraftSaver<string>({
    save: async (value) => {
      saved.push({ at: now, value });
      const answer = answers[saved.length - 1] ?? ok(null);
      await hanging;
      written.push(value);
      return answer;
    },
    onState: (state) => states.push(state),
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  });
  const advance = async (to: number): Promise<void> => {
    now = to;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { run } of due) run();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  /** Writes hang from here on until they are released. */
  const hang = (): (() => void) => {
    let release = (): void => undefined;
    hanging = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  };
  return { saver, saved, written, states, hang, advance };
}

describe('saving a draft', () => {
  it('writes the first letter at once, and those that follow soon, however long the agent goes on typing', async () => {
    const { saver, saved, advance } = bench();
    const late: number[] = [];
    for (let at = 0; at <= 1_000; at += 25) {
      await advance(at);
      saver.change(String(at));
      late.push(at - Number(saved.at(-1)?.value));
    }
    expect(saved[0]).toEqual({ at: 0, value: '0' });
    expect(Math.max(...late)).toBeLessThanOrEqual(SAVE_EVERY_MS);
    const gaps = saved.slice(1).map(({ at }, index) => at - (saved[index]?.at ?? 0));
    expect(new Set(gaps)).toEqual(new Set([SAVE_EVERY_MS]));
    // After a pause the next letter does not wait.
    await advance(1_100);
    await advance(5_000);
    saver.change('again');
    expect(saved.at(-1)).toEqual({ at: 5_000, value: 'again' });
  });

  it('resolves for whoever flushes only when the newest words are written', async () => {
    const { saver, written } = bench();
    saver.change('one');
    saver.change('two');
    const seen = [saver.flush(), saver.flush()].map((flushed) => flushed.then(() => [...written]));
    expect(await Promise.all(seen)).toEqual([
      ['one', 'two'],
      ['one', 'two'],
    ]);
  });

  it('says that it is saved once the agent rests, and not with every letter', async () => {
    const { saver, states, advance } = bench();
    for (let at = 0; at <= 1_000; at += 200) {
      await advance(at);
      saver.change(`typed until ${at}`);
    }
    expect(new Set(states)).toEqual(new Set(['unsaved']));
    await advance(1_000 + SAVE_EVERY_MS);
    await advance(1_000 + SAVE_EVERY_MS + SAID_AFTER_MS);
    expect(states.at(-1)).toBe('saved');
  });

  it('writes at once when it is flushed, and nothing after it was dropped', async () => {
    const { saver, saved, advance } = bench();
    saver.change('one');
    await saver.flush();
    expect(saved.map(({ value }) => value)).toEqual(['one']);
    saver.change('two');
    saver.change('three');
    await saver.drop(nothing);
    await advance(10_000);
    expect(saved.map(({ value }) => value)).toEqual(['one', 'two']);
  });

  it('does not come back with what was dropped while a write of it hung and failed', async () => {
    const { saver, saved, states, hang, advance } = bench([err('timeout')]);
    const release = hang();
    saver.change('thrown away');
    await advance(SAVE_EVERY_MS);
    // Who flushes now waits for the write that hangs.
    const flushed = saver.flush();
    saver.change('thrown away, too');
    const dropped = saver.drop(nothing);
    release();
    await Promise.all([flushed, dropped]);
    await advance(60_000);
    expect(saved.map(({ value }) => value)).toEqual(['thrown away']);
    expect(states.at(-1)).toBe('unsaved');
  });

  it('writes what comes after a drop once that is done, and no sooner', async () => {
    const { saver, saved, advance } = bench();
    saver.change('old');
    let done = (): void => undefined;
    const dropped = saver.drop(
      () =>
        new Promise<void>((resolve) => {
          done = resolve;
        }),
    );
    await advance(10);
    saver.change('new');
    await advance(10 + SAVE_EVERY_MS);
    expect(saved.map(({ value }) => value)).toEqual(['old']);
    done();
    await dropped;
    await advance(20 + SAVE_EVERY_MS);
    expect(saved.map(({ value }) => value)).toEqual(['old', 'new']);
  });

  it('keeps words that could not be written, says so, and writes them when asked again', async () => {
    const { saver, saved, states, advance } = bench([err('full')]);
    saver.change('precious');
    await advance(0);
    expect(states.at(-1)).toBe('full');
    await saver.flush();
    expect(saved.map(({ value }) => value)).toEqual(['precious', 'precious']);
    expect(states.at(-1)).toBe('saved');
  });

  it('tries again by itself, later each time, and soon when more is typed', async () => {
    const { saver, saved, states, advance } = bench([err('full'), err('full'), err('full')]);
    saver.change('precious');
    await advance(0);
    await advance(TRY_AGAIN_MS[0]);
    await advance(TRY_AGAIN_MS[0] + TRY_AGAIN_MS[1]);
    expect(saved.map(({ at }) => at)).toEqual([0, TRY_AGAIN_MS[0], TRY_AGAIN_MS[0] + TRY_AGAIN_MS[1]]);
    expect(states.at(-1)).toBe('full');
    saver.change('precious words');
    await advance(TRY_AGAIN_MS[0] + TRY_AGAIN_MS[1] + SAVE_EVERY_MS);
    expect(saved.at(-1)?.value).toBe('precious words');
    expect(states.at(-1)).toBe('saved');
  });

  it('lets go when its composer goes, after one more try', async () => {
    const { saver, saved, advance } = bench([err('full'), err('full')]);
    saver.change('precious');
    await saver.close();
    await advance(60_000);
    expect(saved).toHaveLength(2);
  });
});
