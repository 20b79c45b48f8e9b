import { describe, expect, it } from 'vitest';
import {
  createDraftSaver,
  SAVE_AFTER_MS,
  type SaveState,
  TRY_AGAIN_MS,
} from '../../../../../src/renderer/src/features/composer/draft-saver.ts';
import type { AcceptProblem } from '../../../../../src/renderer/src/store/desk-actions.ts';
import { err, ok, type Result } from '../../../../../src/shared/result.ts';

function bench(answers: readonly Result<null, AcceptProblem>[] = []) {
  const saved: { readonly at: number; readonly value: string }[] = [];
  const states: SaveState[] = [];
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const saver = createDraftSaver<string>({
    save: async (value) => {
      saved.push({ at: now, value });
      return answers[saved.length - 1] ?? ok(null);
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
  return { saver, saved, states, advance };
}

describe('saving a draft', () => {
  it('writes within 300 ms of the first unsaved key stroke, however long the agent goes on typing', async () => {
    const { saver, saved, advance } = bench();
    for (let at = 0; at <= 1_000; at += 50) {
      await advance(at);
      saver.change(`typed until ${at}`);
    }
    expect(SAVE_AFTER_MS).toBeLessThan(300);
    expect(saved[0]?.at).toBeLessThanOrEqual(300);
    expect(saved.length).toBeGreaterThanOrEqual(3);
    const gaps = saved.slice(1).map(({ at }, index) => at - (saved[index]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(300);
  });

  it('writes at once when it is flushed, and nothing after it was dropped', async () => {
    const { saver, saved, advance } = bench();
    saver.change('one');
    await saver.flush();
    expect(saved.map(({ value }) => value)).toEqual(['one']);
    saver.change('two');
    await saver.drop();
    await advance(10_000);
    expect(saved.map(({ value }) => value)).toEqual(['one']);
  });

  it('keeps words that could not be written, says so, and writes them when asked again', async () => {
    const { saver, saved, states } = bench([err('full')]);
    saver.change('precious');
    await saver.flush();
    expect(states.at(-1)).toBe('full');
    await saver.flush();
    expect(saved.map(({ value }) => value)).toEqual(['precious', 'precious']);
    expect(states.at(-1)).toBe('saved');
  });

  it('tries again by itself, later each time, and at once when more is typed', async () => {
    const { saver, saved, states, advance } = bench([err('full'), err('full'), err('full')]);
    saver.change('precious');
    await saver.flush();
    await advance(TRY_AGAIN_MS[0]);
    await advance(TRY_AGAIN_MS[0] + TRY_AGAIN_MS[1]);
    expect(saved.map(({ at }) => at)).toEqual([0, TRY_AGAIN_MS[0], TRY_AGAIN_MS[0] + TRY_AGAIN_MS[1]]);
    expect(states.at(-1)).toBe('full');
    saver.change('precious words');
    await advance(TRY_AGAIN_MS[0] + TRY_AGAIN_MS[1] + SAVE_AFTER_MS);
    expect(saved.at(-1)?.value).toBe('precious words');
    expect(states.at(-1)).toBe('saved');
  });

  it('lets go when its composer goes, after one more try', async () => {
    const { saver, saved, advance } = bench([err('full'), err('full')]);
    saver.change('precious');
    await saver.flush();
    await saver.close();
    await advance(60_000);
    expect(saved).toHaveLength(2);
  });
});
