/** What a measured page has in it; installed before anything else of it runs. */
export type Recorder = {
  /**
   * From now on the next trusted event of this kind is timed: from its own time stamp to the first task after the frame in which
   * `done` holds. Where `quietMs` is set, the last such frame before the page has been still for so long.
   */
  arm(kind: string, done: () => boolean, quietMs: number): void;
  /**
   * From now on the next trusted event of this kind is timed: to the first task after the frame in which `shown` became what it
   * stays for `quietMs`; null for as long as nothing is there. What else of the page changes counts for nothing.
   */
  follow(kind: string, shown: () => string | null, quietMs: number): void;
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
  /** Calls `look` after every change of the page, until told to stop. */
  const onChange = (look: () => void): (() => void) => {
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    // What is typed into a field changes no node.
    addEventListener('input', look);
    return () => {
      observer.disconnect();
      removeEventListener('input', look);
    };
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
    const stop = onChange(look);
    look();
    return stop;
  };

  const long: number[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) long.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });

  /** The next event of this kind that is a key of its own. */
  const nextEvent = (kind: string, begin: (event: Event) => void): (() => void) => {
    const heard = (event: Event): void => {
      if (!event.isTrusted || (event instanceof KeyboardEvent && ['Control', 'Shift'].includes(event.key))) return;
      removeEventListener(kind, heard, true);
      begin(event);
    };
    addEventListener(kind, heard, true);
    return () => removeEventListener(kind, heard, true);
  };
  /** Settles with what `begin` tells, or rejects after a long time; then `stop` is called. */
  const limited = (begin: (tell: (ms: number) => void) => () => void): Promise<number> => {
    const told = new Promise<number>((resolve, reject) => {
      const end = (): void => {
        clearTimeout(limit);
        stop();
      };
      const limit = setTimeout(() => {
        end();
        reject(new Error(`nothing was painted within ${LIMIT_MS} ms`));
      }, LIMIT_MS);
      const stop = begin((ms) => {
        end();
        resolve(ms);
      });
    });
    told.catch(() => undefined);
    return told;
  };

  let outcome: Promise<number> = Promise.reject(new Error('nothing was armed'));
  outcome.catch(() => undefined);
  globalThis.recorder = {
    arm(kind, done, quietMs) {
      outcome = limited((tell) => {
        let stop = (): void => undefined;
        let still = 0;
        const unheard = nextEvent(kind, ({ timeStamp }) => {
          stop = watch(done, (at) => {
            clearTimeout(still);
            if (quietMs === 0) tell(at - timeStamp);
            else still = window.setTimeout(() => tell(at - timeStamp), quietMs);
          });
        });
        return () => {
          unheard();
          stop();
        };
      });
    },
    follow(kind, shown, quietMs) {
      outcome = limited((tell) => {
        let stop = (): void => undefined;
        const unheard = nextEvent(kind, ({ timeStamp }) => {
          let last = shown();
          let still = 0;
          const look = (): void => {
            const now = shown();
            if (now === last) return;
            last = now;
            clearTimeout(still);
            if (now === null) return;
            afterFrame((at) => {
              clearTimeout(still);
              still = window.setTimeout(() => tell(at - timeStamp), quietMs);
            });
          };
          stop = onChange(look);
        });
        return () => {
          unheard();
          stop();
        };
      });
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
