/** Virtual time. Everything in a schedule happens here, one thing after the other, and what it sets off before the next. */
export type Scheduler = {
  /** Milliseconds since the schedule began, by no clock that anything in it can read. */
  readonly elapsed: () => number;
  /** Runs later; returns how to prevent it. */
  after(ms: number, run: () => void): () => void;
  /** Lets time pass up to `at`. */
  runUntil(at: number): Promise<void>;
};

/** The longest that anything on this machine takes to answer, watchdogs included. */
const ANSWERS_MS = 100_000;

type Task = { readonly at: number; readonly order: number; readonly run: () => void };

export function createScheduler(): Scheduler {
  let now = 0;
  let order = 0;
  /** Soonest last. */
  const tasks: Task[] = [];
  const isLater = (a: Task, b: Task): boolean => a.at > b.at || (a.at === b.at && a.order > b.order);
  const placeOf = (task: Task): number => {
    let [low, high] = [0, tasks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = tasks[middle];
      if (other && isLater(other, task)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    elapsed: () => now,
    after(ms, run) {
      const task = { at: now + Math.max(0, ms), order: order++, run };
      tasks.splice(placeOf(task), 0, task);
      return () => {
        const place = placeOf(task);
        if (tasks[place] === task) tasks.splice(place, 1);
      };
    },
    async runUntil(at) {
      await drained();
      for (let next = tasks.at(-1); next && next.at <= at; next = tasks.at(-1)) {
        tasks.pop();
        now = next.at;
        next.run();
        await drained();
      }
      now = at;
    },
  };
}

/** Resolves once every promise that can settle without time passing has done so. */
const drained = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets time pass until an answer is there, or for too long: null. */
export async function answered<Value>(
  scheduler: Scheduler,
  answer: Promise<Value>,
): Promise<{ readonly value: Value } | null> {
  let there: { readonly value: Value } | null = null;
  void answer.then((value) => {
    there = { value };
  });
  const until = scheduler.elapsed() + ANSWERS_MS;
  while (there === null && scheduler.elapsed() < until) await scheduler.runUntil(scheduler.elapsed() + 10);
  return there;
}
