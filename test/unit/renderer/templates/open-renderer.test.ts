import { expect, test } from 'vitest';
import { openRenderer, type RendererParts } from '#renderer/templates/open-renderer.ts';
import type { FromRenderer, RenderAnswer, RenderJob } from '#renderer/templates/worker-messages.ts';
import { err, ok } from '#shared/result.ts';

const job = (template: string): RenderJob => ({ template, data: {} });
const filled = (text: string): RenderAnswer => ok({ text, unresolved: [] });

/** Workers and timers that the test moves by hand. */
function stage() {
  type Listener = Parameters<RendererParts['start']>[0];
  const workers: { listener: Listener; posted: string[]; ended: boolean }[] = [];
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  let now = 0;
  const parts: RendererParts = {
    start(listener) {
      const worker = { listener, posted: [] as string[], ended: false };
      workers.push(worker);
      return {
        post: (jobs) => void worker.posted.push(...jobs.map(({ template }) => template)),
        end: () => {
          worker.ended = true;
        },
      };
    },
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  };
  const pass = (ms: number): void => {
    now += ms;
    for (;;) {
      const due = timers.find(({ at }) => at <= now);
      if (!due) return;
      timers = timers.filter((one) => one !== due);
      due.run();
    }
  };
  const worker = (index: number) => {
    const found = workers[index];
    if (!found) throw new Error(`no worker ${index}`);
    const say = (message: FromRenderer): void => found.listener.told(message);
    return {
      ...found,
      isEnded: () => found.ended,
      ready: () => say({ type: 'ready' }),
      done: (text: string) => say({ type: 'done', answer: filled(text) }),
      fail: () => found.listener.failed(),
    };
  };
  return { renderer: openRenderer(parts), workers, worker, pass, timers: () => timers.length };
}

test('a worker that is warmed is there for the first job', async () => {
  const { renderer, workers, worker, timers } = stage();
  renderer.warm();
  renderer.warm();
  worker(0).ready();
  expect([worker(0).posted, timers()]).toEqual([[], 0]);
  const first = renderer.render([job('a')]);
  expect(worker(0).posted).toEqual(['a']);
  worker(0).done('A');
  expect(await first).toEqual([filled('A')]);
  expect(workers).toHaveLength(1);
});

test('a worker that does not come up when it is warmed is started again by the first job', async () => {
  const { renderer, worker } = stage();
  renderer.warm();
  worker(0).fail();
  const first = renderer.render([job('a')]);
  worker(1).ready();
  worker(1).done('A');
  expect(await first).toEqual([filled('A')]);
});

test('no worker is started before it is needed, and one serves all', async () => {
  const { renderer, workers, worker, timers } = stage();
  expect(await renderer.render([])).toEqual([]);
  expect(workers).toHaveLength(0);
  const first = renderer.render([job('a'), job('b')]);
  expect(worker(0).posted).toEqual([]);
  worker(0).ready();
  expect(worker(0).posted).toEqual(['a', 'b']);
  worker(0).done('A');
  worker(0).done('B');
  expect(await first).toEqual([filled('A'), filled('B')]);
  const second = renderer.render([job('c')]);
  expect(worker(0).posted).toEqual(['a', 'b', 'c']);
  worker(0).done('C');
  expect(await second).toEqual([filled('C')]);
  expect(workers).toHaveLength(1);
  expect(timers()).toBe(0);
});

test('a job that takes too long ends its worker, and the others are answered by a new one', async () => {
  const { renderer, workers, worker, pass } = stage();
  const answers = renderer.render([job('a'), job('hostile'), job('b')]);
  const later = renderer.render([job('c')]);
  worker(0).ready();
  worker(0).done('A');
  pass(89);
  expect(worker(0).isEnded()).toBe(false);
  pass(1);
  expect(worker(0).isEnded()).toBe(true);
  worker(1).ready();
  expect(worker(1).posted).toEqual(['b', 'c']);
  // What the ended one still says is for nobody.
  worker(0).done('late');
  worker(0).fail();
  worker(1).done('B');
  worker(1).done('C');
  expect(await answers).toEqual([filled('A'), err({ code: 'too-slow' }), filled('B')]);
  expect(await later).toEqual([filled('C')]);
  expect(workers).toHaveLength(2);
});

test('each job has its own time, from the answer before it on', async () => {
  const { renderer, worker, pass } = stage();
  const answers = renderer.render([job('a'), job('b')]);
  // Starting is not the job's time.
  pass(1_000);
  worker(0).ready();
  pass(80);
  worker(0).done('A');
  pass(80);
  worker(0).done('B');
  expect(await answers).toEqual([filled('A'), filled('B')]);
  // Nor is the time in which nothing was asked.
  pass(10_000);
  const after = renderer.render([job('c')]);
  pass(80);
  worker(0).done('C');
  expect(await after).toEqual([filled('C')]);
});

test('a worker that does not start is tried once more; then all are told', async () => {
  const { renderer, workers, worker, pass } = stage();
  const answers = renderer.render([job('a'), job('b')]);
  worker(0).fail();
  expect(worker(0).isEnded()).toBe(true);
  // The second says nothing at all.
  pass(10_000);
  expect(workers).toHaveLength(2);
  expect(await answers).toEqual([err({ code: 'unavailable' }), err({ code: 'unavailable' })]);
  // Asked again, it is tried again.
  const again = renderer.render([job('a')]);
  worker(2).ready();
  worker(2).done('A');
  expect(await again).toEqual([filled('A')]);
});

test('a worker that breaks over a job costs that job alone', async () => {
  const { renderer, worker } = stage();
  const answers = renderer.render([job('a'), job('b')]);
  worker(0).ready();
  worker(0).fail();
  worker(1).ready();
  expect(worker(1).posted).toEqual(['b']);
  worker(1).done('B');
  expect(await answers).toEqual([err({ code: 'unavailable' }), filled('B')]);
});

test('closing ends the worker and leaves nobody waiting', async () => {
  const { renderer, worker, timers } = stage();
  const answers = renderer.render([job('a')]);
  worker(0).ready();
  renderer.close();
  expect(worker(0).isEnded()).toBe(true);
  expect(timers()).toBe(0);
  expect(await answers).toEqual([err({ code: 'unavailable' })]);
});
