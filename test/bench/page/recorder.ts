/** What a measured page has in it; installed before anything else of it runs. */
export type Recorder = {
  /**
   * From now on the next trusted event of this kind is timed: from its own time stamp to the first task after the frame in which
   * `done` holds. Where `quietMs` is set, the last such frame before the page has been still for so long.
   */
  arm(kind: string, done: () => boolean, quietMs: number): void;
  /** In ms; rejects when nothing came of it. */
  result(): Promise<number>;
  /** Resolves with `performance.now()` in the first task after the first frame in which `done` holds. */
  paintedAt(done: () => boolean): Promise<number>;
  /** Durations of the tasks past 50 ms since it was asked for last. */
  longTasks(): readonly number[];
};
declare global {
  var recorder: Recorder;
}

/** Runs in the page: whatever it uses must be inside it. */
export function installRecorder(): void {
  if (window.top !== window) return;
  const LIMIT_MS = 20_000;
  const channel = new MessageChannel();
  const waiting: ((at: number) => void)[] = [];
  channel.port1.onmessage = () => {
    const at = performance.now();
    for (const tell of waiting.splice(0)) tell(at);
  };
  const afterFrame = (tell: (at: number) => void): void => {
    requestAnimationFrame(() => {
      waiting.push(tell);
      channel.port2.postMessage(null);
    });
  };
  /** Calls `tell` after each frame that shows a page in which `done` holds, until told to stop. */
  const watch = (done: () => boolean, tell: (at: number) => void): (() => void) => {
    let asked = false;
    const look = (): void => {
      if (asked || !done()) return;
      asked = true;
      afterFrame((at) => {
        asked = false;
        tell(at);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    // What is typed into a field changes no node.
    addEventListener('input', look);
    look();
    return () => {
      observer.disconnect();
      removeEventListener('input', look);
    };
  };

  const long: number[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) long.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });

  let outcome: Promise<number> = Promise.reject(new Error('nothing was armed'));
  outcome.catch(() => undefined);
  globalThis.recorder = {
    arm(kind, done, quietMs) {
      outcome = new Promise((resolve, reject) => {
        const limit = setTimeout(() => {
          stop();
          removeEventListener(kind, begin, true);
          reject(new Error(`nothing was painted within ${LIMIT_MS} ms`));
        }, LIMIT_MS);
        let stop = (): void => undefined;
        let still = 0;
        const begin = (event: Event): void => {
          if (!event.isTrusted || (event instanceof KeyboardEvent && ['Control', 'Shift'].includes(event.key))) return;
          removeEventListener(kind, begin, true);
          stop = watch(done, (at) => {
            clearTimeout(still);
            const end = (): void => {
              stop();
              clearTimeout(limit);
              resolve(at - event.timeStamp);
            };
            if (quietMs === 0) end();
            else still = window.setTimeout(end, quietMs);
          });
        };
        addEventListener(kind, begin, true);
      });
      outcome.catch(() => undefined);
    },
    result: () => outcome,
    paintedAt: (done) =>
      new Promise((resolve) => {
        const stop = watch(done, (at) => {
          stop();
          resolve(at);
        });
      }),
    longTasks: () => long.splice(0),
  };
}
