import { err } from '#shared/result.ts';
import type { TemplateProblem } from '#shared/templates/rendered.ts';
import type { FromRenderer, RenderAnswer, RenderJob, ToRenderer } from './worker-messages.ts';

/** Longer than a template may take by itself (`LIMITS.ms`), and little enough to be over within 100 ms. */
const JOB_MS = 90;
const START_MS = 10_000;
/** A worker that twice does not come up is not started again for the same jobs. */
const STARTS = 2;

type RenderWorker = {
  post(jobs: ToRenderer): void;
  end(): void;
};
type Listener = {
  readonly told: (message: FromRenderer) => void;
  readonly failed: () => void;
};
export type RendererParts = {
  readonly start: (listener: Listener) => RenderWorker;
  /** Runs later; returns how to prevent it. */
  readonly after: (ms: number, run: () => void) => () => void;
};

export type Renderer = {
  /** One answer for each job, in their order. Never rejects; a job that takes too long costs the others nothing but time. */
  render(jobs: readonly RenderJob[]): Promise<readonly RenderAnswer[]>;
  /** Starts the worker ahead of the first job, so that none waits for it. */
  warm(): void;
  /** Ends the worker; what waits is answered `unavailable`. */
  close(): void;
};

type Waiting = { readonly job: RenderJob; readonly settle: (answer: RenderAnswer) => void };

/** Fills templates in on a thread of its own, started when it is warmed or first asked and again after it had to be ended. */
export function openRenderer(parts: RendererParts = ofTheWindow): Renderer {
  const waiting: Waiting[] = [];
  let worker: RenderWorker | null = null;
  let ready = false;
  let starts = 0;
  let cancel = (): void => undefined;

  const end = (): void => {
    cancel();
    worker?.end();
    worker = null;
    ready = false;
  };

  const answerFirst = (answer: RenderAnswer): void => waiting.shift()?.settle(answer);

  const refuseAll = (problem: TemplateProblem): void => {
    for (const { settle } of waiting.splice(0)) settle(err(problem));
    starts = 0;
  };

  const start = (): void => {
    if (starts === STARTS) return refuseAll({ code: 'unavailable' });
    starts++;
    const own = parts.start({
      // What an ended worker still had to say is of no more interest.
      told: (message) => own === worker && told(message),
      failed: () => own === worker && failed(),
    });
    worker = own;
    cancel = parts.after(START_MS, failed);
  };

  const failed = (): void => {
    const wasReady = ready;
    end();
    if (wasReady) answerFirst(err({ code: 'unavailable' }));
    if (waiting.length > 0) start();
  };

  /** An answer may have come while the window itself was busy: then its message is taken before the second timer. */
  const watch = (): void => {
    cancel();
    if (waiting.length > 0)
      cancel = parts.after(JOB_MS, () => {
        cancel = parts.after(0, tooSlow);
      });
  };

  const tooSlow = (): void => {
    end();
    answerFirst(err({ code: 'too-slow' }));
    if (waiting.length > 0) start();
  };

  const told = (message: FromRenderer): void => {
    if (message.type === 'ready') {
      ready = true;
      starts = 0;
      if (waiting.length > 0) worker?.post(waiting.map(({ job }) => job));
    } else answerFirst(message.answer);
    watch();
  };

  return {
    async render(jobs) {
      if (jobs.length === 0) return [];
      const idle = waiting.length === 0;
      const answers = jobs.map((job) => new Promise<RenderAnswer>((settle) => void waiting.push({ job, settle })));
      if (!worker) start();
      else if (ready) {
        worker.post(jobs);
        if (idle) watch();
      }
      return Promise.all(answers);
    },
    warm() {
      if (!worker) start();
    },
    close() {
      end();
      refuseAll({ code: 'unavailable' });
    },
  };
}

/** The real worker and the window's timers. */
export const ofTheWindow: RendererParts = { start: startWorker, after: afterTimeout };

function startWorker({ told, failed }: Listener): RenderWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'templates' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromRenderer>) => told(data));
  worker.addEventListener('error', failed);
  return {
    post: (jobs) => worker.postMessage(jobs),
    end: () => worker.terminate(),
  };
}

function afterTimeout(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
